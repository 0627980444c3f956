import Warraq

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A sentence as the ranker sees it.
struct SentenceFeatures {
  /// The numbers of its content terms, by stem, and how often each stands in it.
  var terms: [(stem: Int, count: Int)] = []
  /// Words and numbers in it.
  var wordCount = 0
  /// Code points in it.
  var characterCount = 0
  /// Length of its vector of weights.
  var norm = 0.0

  /// Similarity of two sentences from 0 to 1: the cosine of their weighted terms.
  func similarity(to other: SentenceFeatures, weights: [Double]) -> Double {
    guard norm > 0, other.norm > 0 else { return 0 }
    var sum = 0.0
    var left = 0
    var right = 0
    while left < terms.count, right < other.terms.count {
      let (first, second) = (terms[left], other.terms[right])
      if first.stem == second.stem {
        let weight = weights[first.stem]
        sum += Double(first.count * second.count) * weight * weight
        left += 1
        right += 1
      } else if first.stem < second.stem {
        left += 1
      } else {
        right += 1
      }
    }
    return sum / (norm * other.norm)
  }
}

/// The sentences of one document with their terms weighted.
struct SentenceTable {
  private(set) var sentences: [SentenceFeatures] = []
  /// Weight of each stem number.
  private(set) var weights: [Double] = []

  init(_ layer: TokenLayer, _ spans: [TextSpan], text: Text) {
    let ranges = layer.tokenRanges(sentenceCount: spans.count)
    let stemOfTerm = layer.terms.map { $0.isStopWord ? -1 : $0.stemNumber }
    var termFrequency = [Int](repeating: 0, count: layer.stemCount)
    for (index, range) in ranges.enumerated() {
      var features = SentenceFeatures()
      features.characterCount = characters(in: spans[index], of: text)
      var found: [Int] = []
      for token in layer.tokens[range] {
        if token.kind != .punctuation, token.kind != .symbol { features.wordCount += 1 }
        let stem = token.kind == .word || token.kind == .latin ? stemOfTerm[token.term] : -1
        if stem >= 0 { found.append(stem) }
      }
      found.sort()
      for stem in found {
        termFrequency[stem] += 1
        if features.terms.last?.stem == stem {
          features.terms[features.terms.count - 1].count += 1
        } else {
          features.terms.append((stem, 1))
        }
      }
      sentences.append(features)
    }
    // Within one article, what returns is the topic: weight grows with frequency.
    weights = termFrequency.map { log(1 + Double($0)) }
    for index in sentences.indices {
      let squares = sentences[index].terms.map { entry in
        let value = Double(entry.count) * weights[entry.stem]
        return value * value
      }
      sentences[index].norm = squares.reduce(0, +).squareRoot()
    }
  }

  /// The features of a text from outside, such as the title, over the stems of this document.
  func features(ofStems words: [String], in layer: TokenLayer) -> SentenceFeatures {
    var features = SentenceFeatures()
    let wanted = Set(words.map(ByteKey.init(_:)))
    guard !wanted.isEmpty else { return features }
    var numbers: Set<Int> = []
    for term in layer.terms where !term.isStopWord && wanted.contains(ByteKey(term.stem)) {
      numbers.insert(term.stemNumber)
    }
    features.terms = numbers.sorted().map { ($0, 1) }
    let squares = features.terms.map { entry in
      let value = Double(entry.count) * weights[entry.stem]
      return value * value
    }
    features.norm = squares.reduce(0, +).squareRoot()
    return features
  }

  private func characters(in span: TextSpan, of text: Text) -> Int {
    text.bytes[span.range].reduce(0) { $0 + (UTF8Bytes.isBoundary($1) ? 1 : 0) }
  }
}
