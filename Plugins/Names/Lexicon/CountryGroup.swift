/// Countries that write names in Latin letters alike.
public enum CountryGroup: UInt8, CaseIterable, Sendable {
  case egypt
  /// Algeria, Mauritania, Morocco, Tunisia: by French spelling.
  case maghreb
  /// Jordan, Lebanon, Palestine, Syria.
  case levant
  /// Iraq, Yemen and the states of the Gulf.
  case gulf
  /// Comoros, Djibouti, Libya, Somalia, Sudan.
  case nile
  case iran
  /// Afghanistan, Pakistan and their neighbours.
  case southAsia

  /// The group of a country by its ISO 3166 code of two letters, in any case; nil for others.
  public init?(country: String) {
    switch country.uppercased() {
    case "EG": self = .egypt
    case "DZ", "MA", "TN", "MR", "EH": self = .maghreb
    case "JO", "LB", "PS", "SY": self = .levant
    case "AE", "BH", "IQ", "KW", "OM", "QA", "SA", "YE": self = .gulf
    case "DJ", "KM", "LY", "SD", "SO": self = .nile
    case "IR": self = .iran
    case "AF", "PK", "IN", "BD": self = .southAsia
    default: return nil
    }
  }

  /// Whether names there are Arabic first; what others write counts less for Arabs.
  var isArab: Bool { self != .iran && self != .southAsia }
}
