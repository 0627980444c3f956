import ICUText
import Warraq

/// How the bytes of a plain text are read.
public enum TextEncoding: Sendable, Hashable {
  /// UTF-8; bytes that are not, and are Arabic in Windows-1256, as that.
  case auto
  /// A named encoding.
  case named(String)

  /// Reads an encoding's name as users write it.
  ///
  /// - Throws: `ICUError` when ICU does not know the encoding.
  public init(_ name: String) throws(ICUError) {
    if name.lowercased() == "auto" {
      self = .auto
    } else {
      var replacements = 0
      _ = try TextDecoder.decode([], encoding: name, replacements: &replacements)
      self = .named(name.lowercased())
    }
  }

  /// The encoding to read `bytes` in, or nil for UTF-8.
  func resolve(_ bytes: [UInt8]) -> String? {
    switch self {
    case .named(let name): return name == "utf-8" || name == "utf8" ? nil : name
    case .auto:
      if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "utf-16" }
      return Self.looksLikeWindows1256(bytes) ? "windows-1256" : nil
    }
  }

  /// True when hardly any byte beyond ASCII is part of UTF-8 and most are Arabic letters in
  /// Windows-1256.
  private static func looksLikeWindows1256(_ bytes: [UInt8]) -> Bool {
    let sample = bytes.prefix(1 << 16)
    var high = 0
    var letters = 0
    for byte in sample where byte >= 0x80 {
      high += 1
      switch byte {
      case 0x81, 0x8D...0x90, 0x98, 0x9A, 0x9F, 0xAA, 0xA1, 0xBA, 0xBF, 0xC0...0xDF, 0xE1,
        0xE3...0xE6,
        0xEC, 0xED, 0xF0...0xF3, 0xF5, 0xF6, 0xF8, 0xFA:
        letters += 1
      default:
        break
      }
    }
    guard high >= 8, letters * 10 >= high * 9 else { return false }
    // In UTF-8 Arabic every other byte follows a lead byte; in Windows-1256 hardly one does.
    var replacements = 0
    _ = Text(repairing: Array(sample), replacements: &replacements)
    return replacements * 2 >= high
  }
}
