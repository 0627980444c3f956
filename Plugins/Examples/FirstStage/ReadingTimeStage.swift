import Warraq

/// How long an article takes to read: `document[.readingTime]`.
public struct ReadingTimeLayer: LayerValue {
  /// Words and numbers in the body.
  public let words: Int
  /// Seconds that a reader needs.
  public let seconds: Int

  public static let schema = SchemaParts.object([
    ("words", SchemaParts.offset), ("seconds", SchemaParts.offset),
  ])

  public func write(to writer: inout JSONWriter, in context: OutputContext) {
    writer.beginObject()
    writer.key("words")
    writer.integer(words)
    writer.key("seconds")
    writer.integer(seconds)
    writer.endObject()
  }
}

extension LayerKey where Value == ReadingTimeLayer {
  /// How long the article takes to read.
  public static var readingTime: LayerKey<ReadingTimeLayer> { LayerKey("reading-time") }
}

/// The stage `reading-time`: counts words and tells how long they take to read.
public struct ReadingTimeStage: Stage {
  static let rate = StageOption(
    "words-per-minute", default: 180, in: 20...1000, "How fast the reader reads.")

  public static let descriptor = StageDescriptor(
    id: "reading-time",
    summary: "Tell how long an article takes to read.",
    options: stageOptions(rate),
    requires: ["words"],
    provides: [.layer(.readingTime)])

  private let wordsPerMinute: Int

  public init(options: OptionValues) throws(OptionError) {
    wordsPerMinute = options[Self.rate]
  }

  public func process(_ document: inout Document) throws(StageError) {
    let tokens = try document.required(.words).tokens
    let words = tokens.filter { $0.kind != .punctuation && $0.kind != .symbol }.count
    let seconds = (words * 60 + wordsPerMinute - 1) / wordsPerMinute
    try document.add(ReadingTimeLayer(words: words, seconds: seconds), as: .readingTime)
  }
}
