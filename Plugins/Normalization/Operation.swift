import ArabicText
import ICUText
import UTF8Text

/// One named operation of normalization.
public struct Operation: Sendable {
  /// What the operation does to a text.
  enum Action: Sendable {
    case scalars(ScalarMap)
    case unicode(NormalizationForm)
    case rewrite(@Sendable (Text) -> (text: Text, alignment: Alignment))
  }

  /// The name that recipes and the command line use.
  public let name: String
  /// What it does, in one line.
  public let summary: String
  let action: Action

  /// The operation of a name, or nil.
  public static func named(_ name: String) -> Operation? { byName[name] }

  /// Every operation, in the order of the reference page.
  public static let all: [Operation] = [
    form("nfc", .nfc, "Unicode NFC: composed letters"),
    form("nfd", .nfd, "Unicode NFD: letters and marks apart"),
    form("nfkc", .nfkc, "Unicode NFKC: composed, compatibility forms replaced"),
    form("nfkd", .nfkd, "Unicode NFKD: apart, compatibility forms replaced"),
    scalars(
      "presentation-forms", LetterMaps.presentationForms,
      "presentation forms (U+FB50–FEFC) to the letters they show"),
    scalars("case-fold", LetterMaps.caseFolding, "upper case to lower case"),
    letters("invisible", "take away invisible controls of direction and joining"),
    letters("marks", "take away vowel signs, shadda and Quranic signs"),
    letters("marks-but-shadda", "take away all marks but shadda"),
    letters("quranic-marks", "take away the signs of Quranic writing"),
    letters("superscript-alef", "take away the superscript alef"),
    letters("tatweel", "take away tatweel"),
    letters("alef", "أ إ آ ٱ to ا"),
    letters("hamza", "ؤ to و and ئ to ي"),
    letters("ya", "ى to ي"),
    letters("alef-maqsura", "ي to ى"),
    letters("ta-marbuta", "ة to ه"),
    letters("persian-letters", "letters of Persian and Urdu to the Arabic ones"),
    letters("digits-ascii", "Arabic digits and their separators to ASCII"),
    letters("digits-arabic", "digits to Arabic-Indic"),
    letters("digits-persian", "digits to Persian"),
    letters("punctuation-ascii", "، ؛ ؟ to , ; ?"),
    letters("punctuation-arabic", ", ; ? to ، ؛ ؟"),
    Operation(
      name: "spaces", summary: "runs of blanks to one space, none at the rims of lines",
      action: .rewrite(Spacing.collapse)),
    Operation(
      name: "elongation", summary: "letters written three times or more, once",
      action: .rewrite(Elongation.reduce)),
  ]

  private static let byName = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  private static func form(
    _ name: String, _ form: NormalizationForm, _ summary: String
  ) -> Operation {
    Operation(name: name, summary: summary, action: .unicode(form))
  }

  private static func scalars(_ name: String, _ map: ScalarMap, _ summary: String) -> Operation {
    Operation(name: name, summary: summary, action: .scalars(map))
  }

  private static func letters(_ name: String, _ summary: String) -> Operation {
    scalars(name, LetterMaps.named(name) ?? .identity, summary)
  }
}
