import Warraq

/// A named list of operations.
public enum Preset: String, OptionChoice {
  /// Typographic cleaning that changes no letter.
  case reading
  /// Folding for matching and search.
  case search
  /// Lucene's ArabicNormalizationFilter.
  case lucene
  /// Lucene's normalization, then its stemmer.
  case luceneStemmed = "lucene-stemmed"
  /// CAMeL Tools: alef, alef maksura and teh marbuta folded, marks away.
  case camelFolded = "camel-folded"
  /// CAMeL Tools: the character map arclean.
  case camelArclean = "camel-arclean"
  /// PyArabic: normalize_searchtext.
  case pyarabicSearchtext = "pyarabic-searchtext"
  /// PyArabic: marks and tatweel away.
  case pyarabicBare = "pyarabic-bare"
  /// Nothing.
  case none

  /// Names of the operations, in order.
  public var operations: [String] {
    switch self {
    case .reading: ["nfc", "presentation-forms", "invisible", "tatweel", "spaces"]
    case .search:
      [
        "nfc", "presentation-forms", "invisible", "marks", "tatweel", "persian-letters", "alef",
        "ya", "ta-marbuta", "digits-ascii", "separators-ascii", "case-fold", "spaces",
      ]
    case .lucene: ["lucene-normalize"]
    case .luceneStemmed: ["lucene-normalize", "lucene-stem"]
    case .camelFolded:
      [
        "camel-unicode", "camel-dediac", "camel-alef", "camel-alef-maksura", "camel-teh-marbuta",
      ]
    case .camelArclean: ["camel-arclean"]
    case .pyarabicSearchtext: ["pyarabic-normalize-searchtext"]
    case .pyarabicBare: ["pyarabic-strip-tashkeel", "pyarabic-strip-tatweel"]
    case .none: []
    }
  }

  /// What the preset is for, in one line.
  public var summary: String {
    switch self {
    case .reading: "typographic cleaning that changes no letter"
    case .search: "folding for matching and search"
    case .lucene: "Lucene's ArabicNormalizationFilter"
    case .luceneStemmed: "Lucene's normalization, then its stemmer"
    case .camelFolded: "CAMeL Tools: letters folded, marks away"
    case .camelArclean: "CAMeL Tools: the character map arclean"
    case .pyarabicSearchtext: "PyArabic: normalize_searchtext"
    case .pyarabicBare: "PyArabic: marks and tatweel away"
    case .none: "nothing"
    }
  }
}
