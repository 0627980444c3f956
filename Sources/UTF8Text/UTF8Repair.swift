import UTF8Kernel

/// Finding and replacing ill-formed UTF-8.
public enum UTF8Repair {
  /// Offset of the first byte that is not part of well-formed UTF-8, or nil when all is well.
  public static func firstInvalidOffset(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = bytes.baseAddress.map { utf8_well_formed_prefix($0, bytes.count) } ?? 0
    while index < bytes.count {
      let (length, isValid) = sequence(in: bytes, at: index)
      if !isValid { return index }
      index += length
    }
    return nil
  }

  /// A copy in which each maximal ill-formed part is U+FFFD (Unicode 15.0, section 3.9, "U+FFFD
  /// Substitution of Maximal Subparts"), and the number of such parts.
  ///
  /// - Parameter skipping: True to leave ill-formed parts out instead.
  public static func repaired(
    _ bytes: UnsafeBufferPointer<UInt8>, skipping: Bool = false
  ) -> (bytes: [UInt8], replacements: Int) {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 8)
    var replacements = 0
    var index = 0
    while index < bytes.count {
      let (length, isValid) = sequence(in: bytes, at: index)
      if isValid {
        result.append(contentsOf: bytes[index..<index + length])
      } else {
        replacements += 1
        if !skipping { result.append(contentsOf: [0xEF, 0xBF, 0xBD]) }
      }
      index += length
    }
    return (result, replacements)
  }

  /// The length of the well-formed sequence at `index`, or of the maximal ill-formed part there.
  private static func sequence(
    in bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (length: Int, isValid: Bool) {
    let lead = bytes[index]
    var range: ClosedRange<UInt8> = 0x80...0xBF
    let length: Int
    switch lead {
    case 0x00...0x7F: return (1, true)
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, range) = (3, 0xA0...0xBF)
    case 0xED: (length, range) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, range) = (4, 0x90...0xBF)
    case 0xF4: (length, range) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return (1, false)
    }
    var offset = 1
    while offset < length {
      guard index + offset < bytes.count, range.contains(bytes[index + offset]) else {
        return (offset, false)
      }
      range = 0x80...0xBF
      offset += 1
    }
    return (length, true)
  }
}
