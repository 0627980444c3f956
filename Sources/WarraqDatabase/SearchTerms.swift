import Warraq

/// The forms under which the words of a text are found.
public struct SearchTerms: Sendable {
  /// One word.
  struct Word: Sendable {
    /// The word without attached particles, folded.
    let base: String
    /// What it is reduced to, the likeliest first: its stem, and, where a pronoun may be attached,
    /// the stems without it.
    let stems: [String]
  }

  /// The words in order.
  let words: [Word]

  /// The bases parted by blanks, for the index.
  var bases: String { words.map(\.base).joined(separator: " ") }
  /// All stems parted by blanks, for the index.
  var stems: String { words.flatMap(\.stems).joined(separator: " ") }

  private init(_ layer: TokenLayer?) {
    guard let layer else {
      words = []
      return
    }
    let words = layer.terms.map(Self.word)
    self.words = layer.tokens.compactMap { token in
      token.kind == .punctuation || !words.indices.contains(token.term) ? nil : words[token.term]
    }
  }

  private static func word(_ term: TokenLayer.Term) -> Word {
    let base = term.base
    var stems = [term.stem]
    if let enclitic = term.clitics?.enclitic, enclitic > 0, enclitic + 2 < base.unicodeScalars.count
    {
      var rest = String(base.unicodeScalars.dropLast(enclitic))
      stems.append(rest)
      // Before a pronoun ة is written ت: مدرستهم is مدرسة, and بيتهم is بيت.
      if rest.hasSuffix("ت"), rest.unicodeScalars.count > 3 {
        rest.removeLast()
        stems.append(rest)
      }
    }
    var seen: Set<String> = []
    return Word(base: base, stems: stems.filter { seen.insert($0).inserted })
  }

  /// Finds the words of texts by one pipeline, so that a query and what it asks for are cut alike.
  public struct Finder: Sendable {
    private let pipeline: Pipeline

    /// A finder.
    ///
    /// - Parameter pipeline: Stages that provide the layer `words` with its clitics, and leave nothing
    ///   out.
    public init(pipeline: Pipeline) { self.pipeline = pipeline }

    /// The words of a text.
    ///
    /// - Throws: `DocumentError` when a stage refuses it.
    func terms(of text: Text) throws(DocumentError) -> SearchTerms {
      var document = Document(id: "", text: text)
      try pipeline.process(&document)
      return SearchTerms(document[.words])
    }
  }
}
