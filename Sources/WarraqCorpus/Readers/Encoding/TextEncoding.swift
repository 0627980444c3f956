import ICUText
import Warraq

/// How the bytes of a text are read.
public enum TextEncoding: Sendable, Hashable {
  /// UTF-8; bytes that are not, by what they look like.
  case auto
  /// A named encoding.
  case named(String)

  /// Reads an encoding's name as users write it.
  ///
  /// - Throws: `ICUError` when neither ICU nor the toolkit knows the encoding.
  public init(_ name: String) throws(ICUError) {
    let lower = name.lowercased()
    if lower == "auto" {
      self = .auto
      return
    }
    if !MacArabic.names.contains(lower) {
      var replacements = 0
      _ = try TextDecoder.decode([], encoding: name, replacements: &replacements)
    }
    self = .named(lower)
  }

  /// The encoding to read `bytes` in, or nil for UTF-8.
  ///
  /// - Parameter declared: What the bytes themselves claim; taken when they are not UTF-8.
  func resolve(_ bytes: [UInt8], declared: String? = nil) -> String? {
    switch self {
    case .named(let name): return name == "utf-8" || name == "utf8" ? nil : name
    case .auto:
      if let mark = EncodingDetector.byMark(bytes) { return mark == "utf-8" ? nil : mark }
      guard EncodingDetector.isNotUTF8(bytes) else { return nil }
      if let declared, declared.lowercased() != "utf-8", (try? TextEncoding(declared)) != nil {
        return declared.lowercased()
      }
      return EncodingDetector.guess(bytes)
    }
  }

  /// The text of bytes in a named encoding.
  ///
  /// - Parameter replacements: Raised by the number of U+FFFD put where bytes have no meaning.
  /// - Throws: `ICUError` when ICU does not know the encoding.
  static func decode(
    _ bytes: [UInt8], name: String, replacements: inout Int
  ) throws(ICUError) -> Text {
    if MacArabic.names.contains(name) { return MacArabic.decode(bytes) }
    return try TextDecoder.decode(bytes, encoding: name, replacements: &replacements)
  }
}
