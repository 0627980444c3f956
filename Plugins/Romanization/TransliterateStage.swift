import Warraq

extension FieldKind: OptionChoice {}

/// The stage `transliterate`: the text in Latin letters by a named scheme.
public struct TransliterateStage: Stage {
  static let scheme = StageOption(
    "scheme", default: "ala-lc",
    "Romanization scheme, `icu:` and the id of an ICU transform, or the path of a table of one's own."
  )
  static let kind = StageOption(
    "kind", default: FieldKind.text,
    "What the text is, for the capitals of schemes that go by sound.")
  static let reading = StageOption(
    "reading", default: RomanReading.statistical,
    "How ala-lc supplies vowels that are not written: as library records have them, or by rules.")
  static let words = StageOption(
    "words", default: false, "Also give the place and the romanization of each word.")

  static let alignment = StageOption(
    "alignment", default: false,
    "Also give which part of the text became which of the romanization: letters, or words of ala-lc."
  )

  public static let descriptor = StageDescriptor(
    id: "transliterate",
    summary: "Write the text in Latin letters by a romanization scheme.",
    options: stageOptions(scheme, kind, reading, words, alignment),
    provides: [.layer(.transliteration)])

  private let scheme: Scheme
  private let kind: FieldKind
  private let pool: RomanizerPool<StatisticalRomanizer>?
  private let rulePool: RomanizerPool<RuleRomanizer>?
  private let givesWords: Bool
  private let givesAlignment: Bool

  public init(options: OptionValues) throws(OptionError) {
    do {
      scheme = try Scheme.load(options[Self.scheme])
    } catch {
      throw OptionError(
        option: "scheme", problem: "\(error.problem) `\(error.id)`", mend: error.mend)
    }
    let isStatistical = scheme.id == "ala-lc" && options[Self.reading] == .statistical
    kind = options[Self.kind]
    let kind = kind
    let model = isStatistical ? RomanizerModel.shared : nil
    pool = model.map { model in
      RomanizerPool { StatisticalRomanizer(model: model, kind: kind) }
    }
    rulePool = RuleRomanizer(scheme, kind: kind).map { empty in RomanizerPool { empty } }
    givesWords = options[Self.words]
    givesAlignment = options[Self.alignment]
  }

  public func process(_ document: inout Document) throws(StageError) {
    let view = document.view
    let latin: View
    do {
      latin = try romanized(view.text)
    } catch {
      throw StageError("\(error)")
    }
    let words = givesWords ? WordAlignment.pairs(view.text, latin.text) : []
    try document.add(
      TextLayer(
        text: latin.text, method: scheme.id,
        words: words.map {
          .init(span: view.sourceSpan(of: $0.source), text: latin.text[$0.result])
        },
        alignment: givesAlignment ? view.alignment.composed(with: latin.alignment) : nil,
        unwrittenLetters: scheme.unwrittenLetters(in: latin.text)),
      as: .transliteration)
  }

  /// Romanizes line by line where readings are chosen by the words around. The alignment is empty unless it
  /// is given.
  private func romanized(_ text: Text) throws -> View {
    guard let pool else {
      if givesAlignment { return try scheme.view(of: text, kind: kind) }
      if let rulePool {
        var romanizer = rulePool.take()
        defer { rulePool.give(romanizer) }
        return View(source: text, text: romanizer.romanize(text), alignment: .identity)
      }
      return View(source: text, text: try scheme.romanize(text, kind: kind), alignment: .identity)
    }
    var romanizer = pool.take()
    defer { pool.give(romanizer) }
    var result: [UInt8] = []
    var edits: [Alignment.Edit] = []
    result.reserveCapacity(text.count * 2)
    var start = 0
    while start <= text.count {
      let end = text.bytes[start...].firstIndex(of: 0x0A) ?? text.count
      let line = Text(wellFormed: Array(text.bytes[start..<end]))
      if givesAlignment {
        let latin = romanizer.view(of: line, rules: scheme)
        edits += latin.alignment.edits.map { edit in
          Alignment.Edit(
            source: TextSpan(edit.source.start + start, edit.source.end + start),
            result: TextSpan(edit.result.start + result.count, edit.result.end + result.count))
        }
        result += latin.text.bytes
      } else {
        result += romanizer.romanize(line, rules: scheme).bytes
      }
      if end < text.count { result.append(0x0A) }
      start = end + 1
    }
    return View(source: text, text: Text(wellFormed: result), alignment: Alignment(edits: edits))
  }
}

/// How vowels that are not written are supplied.
enum RomanReading: String, CaseIterable, Sendable, OptionChoice {
  case statistical
  case rules
}
