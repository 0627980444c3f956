import ICUText

/// How Latin spellings are compared; case never counts.
public enum NameForm: String, CaseIterable, Sendable {
  /// NFC, blanks made one.
  case exact
  /// Besides without diacritics, and letters and digits only.
  case folded

  /// The form of a spelling.
  public func of(_ spelling: String) -> String {
    let lowered = ScoringText.normalize(spelling, .nfc).lowercased()
    var scalars = String.UnicodeScalarView()
    for scalar in lowered.unicodeScalars {
      // İ is lowered to i and a dot above, which is only an i.
      if scalar.value == 0x307, scalars.last == "i" { continue }
      scalars.append(scalar)
    }
    let exact = Self.singleSpaced(ScoringText.normalize(String(scalars), .nfc))
    return self == .exact ? exact : Self.folded(exact)
  }

  /// NFC of Arabic, blanks made one.
  static func arabicKey(_ name: String) -> String {
    singleSpaced(ScoringText.normalize(name, .nfc))
  }

  private static func singleSpaced(_ string: String) -> String {
    string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func folded(_ exact: String) -> String {
    var result = ""
    for scalar in ScoringText.normalize(exact, .nfkd).unicodeScalars {
      if let plain = plain[scalar] {
        result += plain
      } else if ScoringText.isWordScalar(scalar),
        scalar.properties.generalCategory != .modifierLetter
      {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Letters that have no decomposition in Unicode.
  private static let plain: [Unicode.Scalar: String] = [
    "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe",
    "ħ": "h", "ŋ": "n", "ə": "e", "ǝ": "e", "ɛ": "e", "ɔ": "o",
  ]
}
