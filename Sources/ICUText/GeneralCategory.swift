import CICU

/// General categories of Unicode, through ICU's tables.
public enum GeneralCategory {
  /// True for any letter (L*).
  public static func isLetter(_ scalar: UInt32) -> Bool {
    (1...5).contains(cicu_general_category(scalar))
  }

  /// True for any combining mark (Mn, Mc, Me).
  public static func isMark(_ scalar: UInt32) -> Bool {
    (6...8).contains(cicu_general_category(scalar))
  }

  /// True for any punctuation (P*).
  public static func isPunctuation(_ scalar: UInt32) -> Bool {
    let category = cicu_general_category(scalar)
    return (19...23).contains(category) || category == 28 || category == 29
  }

  /// True for any symbol (S*).
  public static func isSymbol(_ scalar: UInt32) -> Bool {
    (24...27).contains(cicu_general_category(scalar))
  }
}
