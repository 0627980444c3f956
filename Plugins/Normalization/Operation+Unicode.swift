import ArabicText

extension Operation {
  /// Operations on any script.
  static let unicode: [Operation] = [
    Operation("nfc", "Unicode NFC: composed letters", .unicode(.nfc)),
    Operation("nfd", "Unicode NFD: letters and marks apart", .unicode(.nfd)),
    Operation("nfkc", "Unicode NFKC: composed, compatibility forms replaced", .unicode(.nfkc)),
    Operation("nfkd", "Unicode NFKD: apart, compatibility forms replaced", .unicode(.nfkd)),
    Operation(
      "presentation-forms", "presentation forms (U+FB50–FEFC) to the letters they show",
      .scalars(LetterMaps.presentationForms)),
    Operation("case-fold", "upper case to lower case", .scalars(LetterMaps.caseFolding)),
    letters("invisible", "take away invisible controls of direction and joining"),
    letters("bidi-controls", "take away controls of direction only"),
    letters("zero-width", "take away zero-width spaces and joiners only"),
    Operation("spaces", "runs of blanks to one space, none at the rims of lines", .spaces),
    letters("digits-ascii", "Arabic and Persian digits to ASCII"),
    letters("digits-arabic", "ASCII and Persian digits to Arabic-Indic"),
    letters("digits-persian", "ASCII and Arabic-Indic digits to Persian"),
    letters("separators-ascii", "٫ ٬ ٪ to . , %"),
    Operation(
      "separators-arabic", ". , % between and behind Arabic and Persian digits to ٫ ٬ ٪",
      .rewrite(NumberSeparators.toArabic)),
    letters("punctuation-ascii", "، ؛ ؟ to , ; ?"),
    letters("punctuation-arabic", ", ; ? to ، ؛ ؟"),
  ]
}
