/// Questions about one scalar that every layer of the toolkit asks.
public enum ScalarClass {
  /// True for Arabic marks, tatweel and general combining marks: what clings to the letter before.
  @inlinable
  public static func extendsCluster(_ scalar: UInt32) -> Bool {
    isArabicMark(scalar) || scalar == 0x0640 || (0x0300...0x036F).contains(scalar)
  }

  /// True for the combining marks of the Arabic blocks: vowel signs, shadda, Quranic signs.
  @inlinable
  public static func isArabicMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x064B...0x065F, 0x0670, 0x0610...0x061A, 0x06D6...0x06DC, 0x06DF...0x06E4, 0x06E7, 0x06E8,
      0x06EA...0x06ED, 0x0898...0x089F, 0x08CA...0x08E1, 0x08E3...0x08FF:
      return true
    default:
      return false
    }
  }

  /// True for letters of the Arabic blocks, presentation forms included; not tatweel.
  @inlinable
  public static func isArabicLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0620...0x063F, 0x0641...0x064A, 0x066E...0x066F, 0x0671...0x06D3, 0x06D5,
      0x06EE...0x06EF, 0x06FA...0x06FC, 0x06FF, 0x0750...0x077F, 0x0870...0x0887, 0x0889...0x088E,
      0x08A0...0x08C9, 0xFB50...0xFBB1, 0xFBD3...0xFD3D, 0xFD50...0xFDFB, 0xFE70...0xFEFC:
      return true
    default:
      return false
    }
  }

  /// True for the digits of ASCII and of both Arabic sets.
  @inlinable
  public static func isDigit(_ scalar: UInt32) -> Bool { digitValue(scalar) != nil }

  /// The value of an ASCII, Arabic-Indic or Extended Arabic-Indic digit.
  @inlinable
  public static func digitValue(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x30...0x39: return Int(scalar - 0x30)
    case 0x0660...0x0669: return Int(scalar - 0x0660)
    case 0x06F0...0x06F9: return Int(scalar - 0x06F0)
    default: return nil
    }
  }

  /// True for the letters of Latin, marks aside.
  @inlinable
  public static func isLatinLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x024F,
      0x1E00...0x1EFF, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
      return true
    default:
      return false
    }
  }

  /// True for Unicode's White_Space.
  @inlinable
  public static func isWhiteSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      return true
    default:
      return false
    }
  }

  /// True for controls that steer direction or joining and show nothing: U+061C, 200B–200F,
  /// 202A–202E, 2060, 2066–2069 and FEFF.
  @inlinable
  public static func isInvisible(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x061C, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF:
      return true
    default:
      return false
    }
  }

  /// True for a mandatory line break: LF, VT, FF, CR, NEL, LS, PS.
  @inlinable
  public static func isNewline(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: return true
    default: return false
    }
  }
}
