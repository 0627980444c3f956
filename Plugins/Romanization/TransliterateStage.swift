import Warraq

extension FieldKind: OptionChoice {}

/// The stage `transliterate`: the text in Latin letters by a named scheme.
public struct TransliterateStage: Stage {
  static let scheme = StageOption(
    "scheme", default: "ala-lc",
    "Romanization scheme, `icu:` and the id of an ICU transform, or the path of a table of one's own."
  )
  static let kind = StageOption(
    "kind", default: FieldKind.text, "What the text is, for the capitals of ala-lc.")
  static let reading = StageOption(
    "reading", default: RomanReading.statistical,
    "How ala-lc supplies vowels that are not written: as library records have them, or by rules.")
  static let words = StageOption(
    "words", default: false, "Also give the place and the romanization of each word.")

  public static let descriptor = StageDescriptor(
    id: "transliterate",
    summary: "Write the text in Latin letters by a romanization scheme.",
    options: stageOptions(scheme, kind, reading, words),
    provides: [.layer(.transliteration)])

  private let scheme: Scheme
  private let pool: RomanizerPool?
  private let givesWords: Bool

  public init(options: OptionValues) throws(OptionError) {
    do {
      scheme = try Scheme.load(options[Self.scheme])
    } catch {
      throw OptionError(
        option: "scheme", problem: "unknown romanization scheme `\(error.id)`", mend: error.mend)
    }
    let isStatistical = scheme.id == "ala-lc" && options[Self.reading] == .statistical
    let kind = options[Self.kind]
    pool = isStatistical ? RomanizerModel.shared.map { RomanizerPool(model: $0, kind: kind) } : nil
    givesWords = options[Self.words]
  }

  public func process(_ document: inout Document) throws(StageError) {
    let view = document.view
    let text: Text
    do {
      text = try romanized(view.text)
    } catch {
      throw StageError("\(error)")
    }
    let words = givesWords ? WordAlignment.pairs(view.text, text) : []
    try document.add(
      TextLayer(
        text: text, method: scheme.id,
        words: words.map { .init(span: view.sourceSpan(of: $0.source), text: text[$0.result]) }),
      as: .transliteration)
  }

  /// Romanizes line by line where readings are chosen by the words around.
  private func romanized(_ text: Text) throws -> Text {
    guard let pool else { return try scheme.romanize(text) }
    var romanizer = pool.take()
    var result: [UInt8] = []
    result.reserveCapacity(text.count * 2)
    var start = 0
    while start <= text.count {
      let end = text.bytes[start...].firstIndex(of: 0x0A) ?? text.count
      let line = Text(wellFormed: Array(text.bytes[start..<end]))
      result += romanizer.romanize(line, rules: scheme).bytes
      if end < text.count { result.append(0x0A) }
      start = end + 1
    }
    pool.give(romanizer)
    return Text(wellFormed: result)
  }
}

/// How vowels that are not written are supplied.
enum RomanReading: String, CaseIterable, Sendable, OptionChoice {
  case statistical
  case rules
}
