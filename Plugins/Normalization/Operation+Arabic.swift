import ArabicText

extension Operation {
  /// Operations on Arabic letters and marks.
  static let arabic: [Operation] = [
    letters("marks", "take away vowel signs, shadda and Quranic signs"),
    letters("marks-but-shadda", "take away all marks but shadda"),
    Operation(
      "last-vowel", "take away the vowel sign that ends a word", .rewrite(FinalForms.dropVowel)),
    letters("quranic-marks", "take away the signs of Quranic writing"),
    letters("superscript-alef", "take away the superscript alef"),
    letters("tatweel", "take away tatweel"),
    letters("alef", "أ إ آ ٱ to ا"),
    letters("hamza", "ؤ to و and ئ to ي"),
    letters("ya", "ى to ي anywhere"),
    Operation("ya-final", "ى to ي at the end of words", .rewrite(FinalForms.ya)),
    letters("alef-maqsura", "ي to ى anywhere"),
    Operation(
      "alef-maqsura-final", "ي to ى at the end of words", .rewrite(FinalForms.alefMaqsura)),
    letters("ta-marbuta", "ة to ه"),
    letters("persian-letters", "letters of Persian and Urdu to the Arabic ones"),
    Operation(
      "elongation", "letters written three times or more, once", .rewrite(Elongation.reduce)),
  ]
}
