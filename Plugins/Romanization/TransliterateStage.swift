import Warraq

extension FieldKind: OptionChoice {}

/// The stage `transliterate`: the text in Latin letters by a named scheme.
public struct TransliterateStage: Stage {
  static let scheme = StageOption(
    "scheme", default: "ala-lc",
    "Romanization scheme, `icu:` and the id of an ICU transform, or the path of a table of one's own."
  )
  static let kind = StageOption(
    "kind", default: FieldKind.prose,
    "What the text is, for the capitals of schemes that go by sound.")
  static let reading = StageOption(
    "reading", default: RomanReading.statistical,
    "How schemes that go by sound supply vowels that are not written: as library records have them, or by rules, which leave them out."
  )
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
  private let voweledPool: RomanizerPool<VoweledRomanizer>?
  private let givesWords: Bool
  private let givesAlignment: Bool

  public init(options: OptionValues) throws(OptionError) {
    let scheme: Scheme
    do {
      scheme = try Scheme.load(options[Self.scheme])
    } catch {
      throw OptionError(
        option: "scheme", problem: "\(error.problem) `\(error.id)`", mend: error.mend)
    }
    let kind = options[Self.kind]
    self.scheme = scheme
    self.kind = kind
    let model = options[Self.reading] == .statistical ? RomanizerModel.shared : nil
    let isALALC = scheme.id == "ala-lc"
    pool = (isALALC ? model : nil).map { model in
      RomanizerPool { StatisticalRomanizer(model: model, kind: kind) }
    }
    voweledPool = (isALALC ? nil : model).flatMap { model in
      VoweledRomanizer(scheme, model: model, kind: kind).map { empty in RomanizerPool { empty } }
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
    if let pool {
      var romanizer = pool.take()
      defer { pool.give(romanizer) }
      return givesAlignment
        ? viewByLines(text) { romanizer.view(of: $0, rules: scheme) }
        : byLines(text) { romanizer.romanize($0, rules: scheme) }
    }
    if let voweledPool {
      var romanizer = voweledPool.take()
      defer { voweledPool.give(romanizer) }
      return givesAlignment
        ? viewByLines(text) { romanizer.view(of: $0) } : byLines(text) { romanizer.romanize($0) }
    }
    if givesAlignment { return try scheme.view(of: text, kind: kind) }
    if let rulePool {
      var romanizer = rulePool.take()
      defer { rulePool.give(romanizer) }
      return View(source: text, text: romanizer.romanize(text), alignment: .identity)
    }
    return View(source: text, text: try scheme.romanize(text, kind: kind), alignment: .identity)
  }

  private func byLines(_ text: Text, _ romanize: (Text) -> Text) -> View {
    var result: [UInt8] = []
    result.reserveCapacity(text.count * 2)
    forEachLine(of: text) { start, line in
      if start > 0 { result.append(0x0A) }
      result += romanize(line).bytes
    }
    return View(source: text, text: Text(wellFormed: result), alignment: .identity)
  }

  private func viewByLines(_ text: Text, _ view: (Text) -> View) -> View {
    var result: [UInt8] = []
    var edits: [Alignment.Edit] = []
    forEachLine(of: text) { start, line in
      if start > 0 { result.append(0x0A) }
      let latin = view(line)
      edits += latin.alignment.edits.map { edit in
        Alignment.Edit(
          source: TextSpan(edit.source.start + start, edit.source.end + start),
          result: TextSpan(edit.result.start + result.count, edit.result.end + result.count))
      }
      result += latin.text.bytes
    }
    return View(source: text, text: Text(wellFormed: result), alignment: Alignment(edits: edits))
  }

  private func forEachLine(of text: Text, _ body: (_ start: Int, _ line: Text) -> Void) {
    var start = 0
    while start <= text.count {
      let end = text.bytes[start...].firstIndex(of: 0x0A) ?? text.count
      body(start, Text(wellFormed: Array(text.bytes[start..<end])))
      start = end + 1
    }
  }
}

/// How schemes that go by sound supply vowels that are not written.
public enum RomanReading: String, CaseIterable, Sendable, OptionChoice {
  /// As library records have them.
  case statistical
  /// Not at all: of what is not written only long vowels are known.
  case rules
}
