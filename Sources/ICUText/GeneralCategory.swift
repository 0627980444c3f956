import CICU

/// General categories of Unicode, through ICU's tables.
public enum GeneralCategory {
  /// True for any letter (L*).
  public static func isLetter(_ scalar: UInt32) -> Bool {
    (1...5).contains(cicu_general_category(scalar))
  }

  /// True for any symbol (S*).
  public static func isSymbol(_ scalar: UInt32) -> Bool {
    (24...27).contains(cicu_general_category(scalar))
  }
}
