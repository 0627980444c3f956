import Warraq

/// The tokens of a document as the search for phrases sees them, laid out flat: it looks at each
/// of them many times.
struct TopicText {
  private struct Marks: OptionSet {
    let rawValue: UInt8
    static let word = Marks(rawValue: 1)
    /// Carries a topic.
    static let topic = Marks(rawValue: 2)
    /// Has the article.
    static let definite = Marks(rawValue: 4)
    /// Has و, ب, ل or the like glued to it: it joins or depends on what stands before, and is no
    /// part of the same phrase.
    static let joins = Marks(rawValue: 8)
    /// Follows the token before in the same sentence with only space between.
    static let adjacent = Marks(rawValue: 16)
    /// As `PhraseEdges.Kind`.
    static let inside = Marks(rawValue: 32)
    static let opening = Marks(rawValue: 64)
    static let title = Marks(rawValue: 128)
  }

  let layer: TokenLayer
  /// The stem number of each token.
  private let stems: [Int32]
  private let marks: [Marks]
  /// A term of each stem number; -1 for stems that no word has.
  private let termOfStem: [Int32]

  init(_ layer: TokenLayer, text: Text) {
    self.layer = layer
    var marksOfTerm: [Marks] = []
    var stemOfTerm: [Int32] = []
    var termOfStem = [Int32](repeating: -1, count: layer.stemCount)
    marksOfTerm.reserveCapacity(layer.terms.count)
    stemOfTerm.reserveCapacity(layer.terms.count)
    for (index, term) in layer.terms.enumerated() {
      marksOfTerm.append(Self.marks(of: term))
      let stem = term.stemNumber
      stemOfTerm.append(Int32(truncatingIfNeeded: stem))
      if termOfStem[stem] < 0 { termOfStem[stem] = Int32(truncatingIfNeeded: index) }
    }
    var stems: [Int32] = []
    var marks: [Marks] = []
    stems.reserveCapacity(layer.tokens.count)
    marks.reserveCapacity(layer.tokens.count)
    text.bytes.withUnsafeBufferPointer { bytes in
      var sentence = -1
      var end = 0
      for token in layer.tokens {
        var mark: Marks = token.kind == .word || token.kind == .latin ? marksOfTerm[token.term] : []
        let span = token.span
        if token.sentence == sentence, span.start > end,
          bytes[end..<span.start].allSatisfy({ $0 == 0x20 || $0 == 0xC2 || $0 == 0xA0 })
        {
          mark.insert(.adjacent)
        }
        sentence = token.sentence
        end = span.end
        stems.append(stemOfTerm[token.term])
        marks.append(mark)
      }
    }
    self.stems = stems
    self.marks = marks
    self.termOfStem = termOfStem
  }

  private static func marks(of term: TokenLayer.Term) -> Marks {
    let folded = term.foldedUTF8
    let cut = folded.count - term.baseUTF8.count
    var marks: Marks = .word
    // One letter alone is an initial, an abbreviation or a list marker.
    if folded.count > 2, !term.isStopWord { marks.insert(.topic) }
    switch PhraseEdges.kind(of: folded) {
    case .inside: marks.insert(.inside)
    case .opening: marks.insert(.opening)
    case .title: marks.insert(.title)
    case nil: break
    }
    guard cut > 0 else { return marks }
    let isArticle = cut == 4 && folded.starts(with: "ال".utf8)
    if !isArticle { marks.insert(.joins) }
    if isArticle || Article.stands(before: term) { marks.insert(.definite) }
    return marks
  }

  /// Number of tokens.
  var count: Int { stems.count }

  /// Number of different stems.
  var stemCount: Int { termOfStem.count }

  func stem(_ token: Int) -> Int { Int(stems[token]) }

  /// The stem of a number, in UTF-8.
  func stemUTF8(_ number: Int) -> ArraySlice<UInt8> {
    let term = termOfStem[number]
    return term >= 0 ? layer.terms[Int(term)].stemUTF8 : []
  }

  func isWord(_ token: Int) -> Bool { marks[token].contains(.word) }

  func isDefinite(_ token: Int) -> Bool { marks[token].contains(.definite) }

  func isTopic(_ token: Int) -> Bool { marks[token].contains(.topic) }

  /// True when a token follows the one before in the same sentence with only space between; false
  /// for places outside the text.
  func isAdjacent(_ token: Int) -> Bool {
    token < marks.count && marks[token].contains(.adjacent)
  }

  /// False for a phrase that is cut short in a place: `بن عبدالعزيز`, `مستشفى الملك` before فيصل.
  func isWhole(_ phrase: Range<Int>) -> Bool {
    guard let first = phrase.first, let last = phrase.last else { return false }
    if marks[first].contains(.inside) || !marks[last].isDisjoint(with: [.inside, .opening]) {
      return false
    }
    guard phrase.count > 1, marks[last].contains(.title) else { return true }
    let next = phrase.upperBound
    return !(isAdjacent(next) && marks[next].contains(.topic) && !marks[next].contains(.joins))
  }

  /// Calls `body` with the token range of every run in which phrases may stand, in order: words
  /// that carry a topic, side by side in one sentence, nothing between them but space.
  func forEachRun(_ body: (Range<Int>) -> Void) {
    var start = 0
    while start < marks.count {
      guard marks[start].contains(.topic) else {
        start += 1
        continue
      }
      var end = start + 1
      while end < marks.count, marks[end].isSuperset(of: [.topic, .adjacent]),
        !marks[end].contains(.joins)
      {
        end += 1
      }
      body(start..<end)
      start = end
    }
  }

  /// Calls `body` with the token range of every phrase of up to `maximumWords` words, in order of
  /// place, then length.
  func forEachPhrase(maximumWords: Int, _ body: (Range<Int>) -> Void) {
    forEachRun { run in
      for first in run {
        for last in first..<min(first + maximumWords, run.upperBound) { body(first..<last + 1) }
      }
    }
  }

  /// Writes the key under which all variants of a phrase count: its stems, a space between two.
  func writeKey(of tokens: Range<Int>, into key: inout [UInt8]) {
    key.removeAll(keepingCapacity: true)
    for token in tokens {
      if !key.isEmpty { key.append(0x20) }
      key.append(contentsOf: stemUTF8(stem(token)))
    }
  }
}
