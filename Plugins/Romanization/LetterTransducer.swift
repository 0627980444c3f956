import Warraq

/// A scheme's table as an automaton over bytes: one look a letter, eight bytes written at once.
///
/// Letters of the blocks U+0600 to U+06FF are two bytes that begin with D8 to DB; all keys of schemes lie
/// there, and everything else passes through.
struct LetterTransducer: Sendable {
  /// What stands for a letter, the first byte lowest, its length in the highest byte.
  private let outputs: [UInt64]
  /// Whether the letter is Arabic and stays, because the scheme does not know it.
  private let isUnknown: [Bool]
  private let putsShaddaFirst: Bool
  private static let longest = 7
  private static let shadda = 0x251

  /// An automaton for a table; nil when a key or a value does not fit.
  init?(_ replacements: [UInt32: [UInt8]], shaddaFirst: Bool) {
    var outputs = [UInt64](repeating: 0, count: 1024)
    var isUnknown = [Bool](repeating: false, count: 1024)
    for index in 0..<256 {
      let scalar = UInt32(0x600 + index)
      var bytes: [UInt8] = []
      UTF8Bytes.append(scalar, to: &bytes)
      isUnknown[0x200 + index] =
        replacements[scalar] == nil && ScalarClass.isArabicLetter(scalar)
      outputs[0x200 + index] = Self.packed(replacements[scalar] ?? bytes)
    }
    for (scalar, output) in replacements {
      guard (0x600...0x6FF).contains(scalar), output.count <= Self.longest else { return nil }
    }
    self.outputs = outputs
    self.isUnknown = isUnknown
    putsShaddaFirst = shaddaFirst
  }

  private static func packed(_ bytes: [UInt8]) -> UInt64 {
    var word = UInt64(bytes.count) << 56
    for (index, byte) in bytes.enumerated() { word |= UInt64(byte) << UInt64(8 * index) }
    return word
  }

  /// Appends what the bytes become; well-formed UTF-8 gives well-formed UTF-8.
  ///
  /// - Returns: How many Arabic letters the scheme does not know; they stay.
  @discardableResult
  func append(_ bytes: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]) -> Int {
    var unknown = 0
    var start = 0
    // In pieces, so that room for the longest outputs is never large.
    while start < bytes.count {
      var end = min(start + 1 << 16, bytes.count)
      while end < bytes.count, end > start + 1, bytes[end] & 0xC0 == 0x80 { end -= 1 }
      // A shadda stays with the vowel sign before it.
      if putsShaddaFirst, end + 1 < bytes.count, bytes[end] == 0xD9, bytes[end + 1] == 0x91 {
        end += 2
      }
      let piece = UnsafeBufferPointer(rebasing: bytes[start..<end])
      let capacity = piece.count * 4 + 16
      result += [UInt8](unsafeUninitializedCapacity: capacity) { memory, count in
        unknown += rewrite(piece, to: memory, count: &count)
      }
      start = end
    }
    return unknown
  }

  private func rewrite(
    _ bytes: UnsafeBufferPointer<UInt8>, to memory: UnsafeMutableBufferPointer<UInt8>,
    count: inout Int
  ) -> Int {
    var unknown = 0
    var index = 0
    var written = 0
    let target = UnsafeMutableRawBufferPointer(memory)
    outputs.withUnsafeBufferPointer { outputs in
      isUnknown.withUnsafeBufferPointer { isUnknown in
        while index < bytes.count {
          let lead = bytes[index]
          guard lead & 0xFC == 0xD8, index + 1 < bytes.count else {
            target[written] = lead
            written += 1
            index += 1
            continue
          }
          // The lowest five bits of the lead and six of the next are the code point; 0x600 is 0x200 here.
          let letter = (Int(lead & 0x1F) << 6 | Int(bytes[index + 1] & 0x3F)) - 0x400
          if putsShaddaFirst, (0x24B...0x250).contains(letter), index + 3 < bytes.count,
            bytes[index + 2] == 0xD9, bytes[index + 3] == 0x91
          {
            for each in [Self.shadda, letter] {
              let output = outputs[each]
              target.storeBytes(of: output.littleEndian, toByteOffset: written, as: UInt64.self)
              written += Int(output >> 56)
            }
            index += 4
            continue
          }
          let output = outputs[letter]
          target.storeBytes(of: output.littleEndian, toByteOffset: written, as: UInt64.self)
          written += Int(output >> 56)
          if isUnknown[letter] { unknown += 1 }
          index += 2
        }
      }
    }
    count = written
    return unknown
  }
}
