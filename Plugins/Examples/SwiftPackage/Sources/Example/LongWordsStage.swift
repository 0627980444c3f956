import Warraq

/// The stage `example-long-words`: finds words of many letters.
public struct LongWordsStage: Stage {
  static let minimum = StageOption(
    "minimum", default: 7, in: 1...1000, "Code points that a word must have at least.")

  public static let descriptor = StageDescriptor(
    id: "example-long-words",
    summary: "Find words of many letters.",
    options: stageOptions(minimum),
    provides: [.layer(.exampleLongWords)])

  private let minimum: Int

  public init(options: OptionValues) throws(OptionError) {
    minimum = options[Self.minimum]
  }

  public func process(_ document: inout Document) throws(StageError) {
    let bytes = document.text.bytes
    let words = bytes.split { $0 == 0x20 || (0x09...0x0D).contains($0) }
    let long = words.filter { word in
      // Every byte that continues no code point begins one.
      word.lazy.filter { $0 & 0xC0 != 0x80 }.count >= minimum
    }
    let annotations = long.map {
      Annotation(span: TextSpan($0.startIndex, $0.endIndex), label: "long")
    }
    try document.add(AnnotationLayer(annotations: annotations), as: .exampleLongWords)
  }
}

extension LayerKey where Value == AnnotationLayer {
  /// Words of many letters.
  public static var exampleLongWords: LayerKey<AnnotationLayer> { LayerKey("example-long-words") }
}
