import Warraq

/// The stage `transliterate`: the text in Latin letters by a named scheme.
public struct TransliterateStage: Stage {
  static let scheme = StageOption(
    "scheme", default: "ala-lc", "Romanization scheme, or `icu:` and the id of an ICU transform.")

  public static let descriptor = StageDescriptor(
    id: "transliterate",
    summary: "Write the text in Latin letters by a romanization scheme.",
    options: stageOptions(scheme),
    provides: [.layer(.transliteration)])

  private let scheme: Scheme

  public init(options: OptionValues) throws(OptionError) {
    do {
      scheme = try Scheme.named(options[Self.scheme])
    } catch {
      throw OptionError(
        option: "scheme", problem: "unknown romanization scheme `\(error.id)`", mend: error.mend)
    }
  }

  public func process(_ document: inout Document) throws(StageError) {
    do {
      let text = try scheme.romanize(document.view.text)
      try document.add(TextLayer(text: text, method: scheme.id), as: .transliteration)
    } catch let error as StageError {
      throw error
    } catch {
      throw StageError("\(error)")
    }
  }
}
