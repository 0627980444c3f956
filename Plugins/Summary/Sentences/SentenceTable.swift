import Warraq

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The sentences of one document with their terms weighted.
struct SentenceTable {
  private(set) var sentences: [SentenceFacts] = []
  /// Words and numbers in all sentences.
  private(set) var wordCount = 0
  /// Weight of each stem number.
  private(set) var weights: [Double] = []
  /// In how many places each stem stands.
  private(set) var frequencies: [Int] = []

  init(_ layer: TokenLayer, _ spans: [TextSpan], text: Text) {
    let ranges = layer.tokenRanges(sentenceCount: spans.count)
    let stemOfTerm = layer.terms.map { $0.isStopWord ? -1 : $0.stemNumber }
    frequencies = [Int](repeating: 0, count: layer.stemCount)
    sentences.reserveCapacity(spans.count)
    var found: [Int] = []
    for (index, range) in ranges.enumerated() {
      var facts = SentenceFacts()
      facts.characterCount = characters(in: spans[index], of: text)
      found.removeAll(keepingCapacity: true)
      for token in layer.tokens[range] {
        switch token.kind {
        case .punctuation, .symbol:
          facts.hasQuote = facts.hasQuote || isOne(of: Self.quotes, token.span, in: text)
          facts.isQuestion = isOne(of: Self.questions, token.span, in: text)
          continue
        case .word, .latin:
          let stem = stemOfTerm[token.term]
          if stem >= 0 { found.append(stem) }
          facts.order.append(stem)
        default: break
        }
        facts.wordCount += 1
        facts.isQuestion = false
      }
      found.sort()
      wordCount += facts.wordCount
      for stem in found {
        frequencies[stem] += 1
        if facts.terms.last?.stem == stem {
          facts.terms[facts.terms.count - 1].count += 1
        } else {
          facts.terms.append((stem, 1))
        }
      }
      sentences.append(facts)
    }
    // Within one article, what returns is the topic: weight grows with frequency.
    weights = frequencies.map { log(1 + Double($0)) }
    for index in sentences.indices { sentences[index].norm = norm(sentences[index]) }
  }

  /// The facts of a text from outside, such as the title, over the stems of this document.
  func facts(ofStems words: [String], in layer: TokenLayer) -> SentenceFacts {
    var facts = SentenceFacts()
    let wanted = Set(words.map(ByteKey.init(_:)))
    guard !wanted.isEmpty else { return facts }
    var numbers: Set<Int> = []
    for term in layer.terms where !term.isStopWord && wanted.contains(ByteKey(term.stem)) {
      numbers.insert(term.stemNumber)
    }
    facts.terms = numbers.sorted().map { ($0, 1) }
    facts.norm = norm(facts)
    return facts
  }

  /// Likeness of two sentences.
  func similarity(_ first: Int, _ second: Int) -> Double {
    sentences[first].similarity(to: sentences[second], weights: weights)
  }

  private func norm(_ facts: SentenceFacts) -> Double {
    facts.terms.reduce(0) { sum, entry in
      let value = Double(entry.count) * weights[entry.stem]
      return sum + value * value
    }.squareRoot()
  }

  private func characters(in span: TextSpan, of text: Text) -> Int {
    text.bytes[span.range].reduce(0) { $0 + (UTF8Bytes.isBoundary($1) ? 1 : 0) }
  }

  private static let quotes = ["\"", "«", "“"].map { Array($0.utf8) }
  private static let questions = ["؟", "?", "!"].map { Array($0.utf8) }

  private func isOne(of marks: [[UInt8]], _ span: TextSpan, in text: Text) -> Bool {
    let bytes = text.bytes[span.range]
    return marks.contains { bytes.elementsEqual($0) }
  }
}
