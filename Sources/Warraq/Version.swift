/// The toolkit's version.
public enum WarraqVersion {
  /// Semantic version, such as `0.1.0`.
  public static let current = "0.1.0"
}
