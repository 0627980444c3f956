/// How spellings are finished.
public enum NameStyle: String, CaseIterable, Sendable {
  /// As people write them, with their own diacritics.
  case common
  /// ASCII letters only, capitals throughout, hyphens and apostrophes left out, as machines read
  /// passports.
  case passportASCII = "passport-ascii"

  /// A spelling without diacritics, in ASCII letters alone.
  public static func ascii(_ latin: String) -> String { LatinParts.ascii(latin) }

  /// A spelling in this style.
  func finish(_ latin: String) -> String {
    guard self == .passportASCII else { return latin }
    let plain = LatinParts.ascii(latin).filter { !"'`’".contains($0) }
    return plain.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ").uppercased()
  }
}
