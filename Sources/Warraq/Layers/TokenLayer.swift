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
    private let list: FormList
    private let place: Int32
    private let stem32: Int32

    /// Takes the word at a place of a list, and its stem's number in the layer.
    ///
    /// - Precondition: The list has that place.
    public init(_ list: FormList, at place: Int, stemNumber: Int) {
      precondition((0..<list.count).contains(place), "the list has no such place")
      self.list = list
      self.place = Int32(truncatingIfNeeded: place)
      stem32 = Int32(truncatingIfNeeded: stemNumber)
    }

    /// Number of the stem, from 0, the same for all terms of one stem in this layer.
    public var stemNumber: Int { Int(stem32) }
    /// The form folded for matching: no marks, plain alef, ya and ha, lower case. This string and
    /// the next two are made anew each time.
    public var folded: String { list.folded(Int(place)) }
    /// The folded form without proclitics (`و`, `ال`, `ب`…); two forms with one base count as one
    /// word.
    public var base: String { list.base(Int(place)) }
    /// The stem: by default the base without common endings.
    public var stem: String { list.stem(Int(place)) }
    /// `folded` in UTF-8, of which no string has to be made.
    public var foldedUTF8: ArraySlice<UInt8> { list.foldedUTF8(Int(place)) }
    /// `base` in UTF-8.
    public var baseUTF8: ArraySlice<UInt8> { list.baseUTF8(Int(place)) }
    /// `stem` in UTF-8.
    public var stemUTF8: ArraySlice<UInt8> { list.stemUTF8(Int(place)) }
    /// True for words that carry no topic.
    public var isStopWord: Bool { list.isStopWord(Int(place)) }
    /// The attached particles and pronoun, when they were asked for.
    public var clitics: Clitics? { list.clitics(Int(place)) }

    /// True when the forms and the stem's number are the same.
    public static func == (left: Term, right: Term) -> Bool {
      left.stem32 == right.stem32
        && (left.list === right.list && left.place == right.place
          || left.folded == right.folded && left.base == right.base && left.stem == right.stem
            && left.isStopWord == right.isStopWord && left.clitics == right.clitics)
    }

    /// Feeds the folded form to a hasher.
    public func hash(into hasher: inout Hasher) { hasher.combine(folded) }
  }

  /// What is attached to a word, counted in letters of its folded form.
  public struct Clitics: Sendable, Hashable {
    /// Letters of each proclitic, in order; the article has 2, or 1 where it lost its alef.
    public let proclitics: [Int]
    /// Letters of the attached pronoun at the end, 0 for none; it holds for words that the text
    /// does not end in `ة`.
    public let enclitic: Int

    /// Gathers what is attached.
    public init(proclitics: [Int], enclitic: Int) {
      self.proclitics = proclitics
      self.enclitic = enclitic
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

  /// The tokens' places and kinds; of words the folded form too.
  public var annotations: [Annotation] {
    tokens.map { token in
      let isWord = token.kind == .word && terms.indices.contains(token.term)
      return Annotation(
        span: token.span, label: token.kind.rawValue,
        value: isWord ? .string(terms[token.term].folded) : nil)
    }
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
        ("proclitics", SchemaParts.array(SchemaParts.spanPair)),
        ("enclitics", SchemaParts.array(SchemaParts.spanPair)),
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
        if let clitics = term.clitics {
          let spans = CliticSpans(clitics, of: token.span, in: context.text)
          write(spans.proclitics, as: "proclitics", to: &writer, in: context)
          write(spans.enclitics, as: "enclitics", to: &writer, in: context)
        }
      }
      writer.endObject()
    }
    writer.endArray()
  }

  private func write(
    _ spans: [TextSpan], as key: String, to writer: inout JSONWriter, in context: OutputContext
  ) {
    writer.key(key)
    writer.beginArray()
    for span in spans { context.writeSpanPair(span, to: &writer) }
    writer.endArray()
  }
}

extension LayerKey where Value == TokenLayer {
  /// The words of the body.
  public static var words: LayerKey<TokenLayer> { LayerKey("words") }
}
