import UTF8Text

/// The words of the body with their forms: `document[.words]`.
///
/// Tokens point into a table of terms, so that what is true of a form is worked out and kept once
/// a document, not once a word.
public struct TokenLayer: LayerValue {
  /// What a token is made of.
  public enum Kind: String, CaseIterable, Sendable {
    case word
    case number
    /// A word in Latin letters.
    case latin
    case punctuation
    case symbol
    /// An address of a page or a mailbox.
    case url
    /// A hashtag or a handle.
    case tag
  }

  /// One token.
  public struct Token: Sendable, Hashable {
    /// Its place in the source.
    public let span: TextSpan
    /// What it is made of.
    public let kind: Kind
    /// Index in `terms`.
    public let term: Int
    /// Index of the sentence it stands in.
    public let sentence: Int

    /// Gathers a token's facts.
    public init(span: TextSpan, kind: Kind, term: Int, sentence: Int) {
      self.span = span
      self.kind = kind
      self.term = term
      self.sentence = sentence
    }
  }

  /// One distinct folded form of the document.
  public struct Term: Sendable, Hashable {
    /// The form folded for matching: no marks, plain alef, ya and ha, lower case.
    public let folded: String
    /// The folded form without proclitics (`و`, `ال`, `ب`…); two forms with one base count as one
    /// word.
    public let base: String
    /// The light stem: the base without common endings.
    public let stem: String
    /// True for words that carry no topic.
    public let isStopWord: Bool
    /// Number of the stem, from 0, the same for all terms of one stem in this layer.
    public let stemNumber: Int

    /// Gathers a term's forms.
    public init(folded: String, base: String, stem: String, isStopWord: Bool, stemNumber: Int) {
      self.folded = folded
      self.base = base
      self.stem = stem
      self.isStopWord = isStopWord
      self.stemNumber = stemNumber
    }
  }

  /// Tokens in order.
  public let tokens: [Token]
  /// The distinct forms, in order of first appearance.
  public let terms: [Term]
  /// Number of distinct stems.
  public var stemCount: Int { (terms.lazy.map(\.stemNumber).max() ?? -1) + 1 }

  /// Takes tokens whose `term` indexes `terms`.
  public init(tokens: [Token], terms: [Term]) {
    self.tokens = tokens
    self.terms = terms
  }

  /// For each of `sentenceCount` sentences, the range of its tokens' indices.
  public func tokenRanges(sentenceCount: Int) -> [Range<Int>] {
    var ranges = [Range<Int>](repeating: 0..<0, count: sentenceCount)
    var start = 0
    while start < tokens.count {
      let sentence = tokens[start].sentence
      var end = start + 1
      while end < tokens.count, tokens[end].sentence == sentence { end += 1 }
      if ranges.indices.contains(sentence) { ranges[sentence] = start..<end }
      start = end
    }
    return ranges
  }

  public static let schema = SchemaParts.array(
    SchemaParts.annotation(
      [("kind", ["enum": .array(Kind.allCases.map { .string($0.rawValue) })])],
      optional: [
        ("folded", SchemaParts.string), ("base", SchemaParts.string),
        ("stem", SchemaParts.string), ("stop", ["type": "boolean"]),
      ]))

  public func write(to writer: inout JSONWriter, in context: OutputContext) {
    writer.beginArray()
    for token in tokens {
      writer.beginObject()
      context.writeSpanMembers(token.span, to: &writer)
      context.writeTextMember(token.span, to: &writer)
      writer.key("kind")
      writer.string(token.kind.rawValue)
      if token.kind == .word, terms.indices.contains(token.term) {
        let term = terms[token.term]
        for (key, form) in [("folded", term.folded), ("base", term.base), ("stem", term.stem)] {
          writer.key(key)
          writer.string(form)
        }
        writer.key("stop")
        writer.bool(term.isStopWord)
      }
      writer.endObject()
    }
    writer.endArray()
  }
}

extension LayerKey where Value == TokenLayer {
  /// The words of the body.
  public static var words: LayerKey<TokenLayer> { LayerKey("words") }
}
