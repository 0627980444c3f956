import Warraq

/// A named list of operations.
public enum Preset: String, OptionChoice {
  /// Typographic cleaning that changes no letter.
  case reading
  /// Folding for matching and search.
  case search
  /// Nothing.
  case none

  /// Names of the operations, in order.
  public var operations: [String] {
    switch self {
    case .reading: ["presentation-forms", "nfc", "invisible", "tatweel", "spaces"]
    case .search:
      [
        "nfc", "presentation-forms", "invisible", "marks", "tatweel", "persian-letters", "alef",
        "ya", "ta-marbuta", "digits-ascii", "case-fold", "spaces",
      ]
    case .none: []
    }
  }

  /// What the preset is for, in one line.
  public var summary: String {
    switch self {
    case .reading: "typographic cleaning that changes no letter"
    case .search: "folding for matching and search"
    case .none: "nothing"
    }
  }
}
