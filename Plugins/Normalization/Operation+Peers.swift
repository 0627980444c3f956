import ArabicText

extension Operation {
  /// The operations of other tools, each with that tool's exact behaviour.
  static let peers: [Operation] = [
    letters("lucene-normalize", "Lucene's ArabicNormalizationFilter"),
    Operation(
      "lucene-stem", "Lucene's ArabicStemFilter, on each word",
      .rewrite { WordStemming.apply(LuceneStemmer.stem, to: $0) }),
    Operation(
      "snowball-stem", "Snowball's Arabic stemmer, on each word",
      .rewrite { WordStemming.apply(SnowballStemmer.stem, to: $0) }),
    letters("camel-alef", "CAMeL Tools: normalize_alef_ar"),
    letters("camel-alef-maksura", "CAMeL Tools: normalize_alef_maksura_ar"),
    letters("camel-teh-marbuta", "CAMeL Tools: normalize_teh_marbuta_ar"),
    letters("camel-dediac", "CAMeL Tools: dediac_ar"),
    Operation(
      "camel-arclean", "CAMeL Tools: the character map arclean",
      .rewrite(CharacterList.arclean.apply)
    ),
    Operation("camel-unicode", "CAMeL Tools: normalize_unicode", .rewrite(CamelUnicode.compatible)),
    Operation(
      "camel-unicode-nfc", "CAMeL Tools: normalize_unicode without compatibility", .unicode(.nfc)),
    letters("pyarabic-strip-tashkeel", "PyArabic: strip_tashkeel"),
    letters("pyarabic-strip-harakat", "PyArabic: strip_harakat"),
    Operation(
      "pyarabic-strip-lastharaka", "PyArabic: strip_lastharaka",
      .rewrite(PyArabicMarks.stripLastHaraka)),
    letters("pyarabic-strip-shadda", "PyArabic: strip_shadda"),
    letters("pyarabic-strip-tatweel", "PyArabic: strip_tatweel"),
    letters("pyarabic-normalize-ligature", "PyArabic: normalize_ligature"),
    Operation(
      "pyarabic-normalize-hamza", "PyArabic: normalize_hamza",
      .rewrite(PyArabicLetters.normalizeHamza)),
    Operation(
      "pyarabic-normalize-alef", "PyArabic: normalize_alef",
      .rewrite(PyArabicLetters.normalizeAlef)),
    letters("pyarabic-normalize-searchtext", "PyArabic: normalize_searchtext"),
    Operation(
      "pyarabic-reduce-tashkeel", "PyArabic: reduce_tashkeel",
      .rewrite(PyArabicMarks.reduceTashkeel)),
  ]
}
