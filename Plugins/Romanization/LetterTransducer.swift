import RomanizationKernel
import Warraq

/// A scheme's table as an automaton over bytes: one look a letter, eight bytes written at once.
///
/// Letters of the blocks U+0600 to U+06FF are two bytes that begin with D8 to DB; all keys of schemes lie
/// there, and everything else passes through.
struct LetterTransducer: Sendable {
  /// The entries that `letters_write` reads.
  private let entries: [UInt64]
  private let putsShaddaFirst: Bool
  private static let letters = 256
  private static let longest = 7
  /// Bytes to rewrite at once, so that room for the longest outputs is never large.
  private static let pieceSize = 1 << 15

  /// An automaton for a table; nil when a key or a value does not fit.
  init?(_ replacements: [UInt32: [UInt8]], shaddaFirst: Bool) {
    for (scalar, output) in replacements {
      guard (0x600...0x6FF).contains(scalar), output.count <= Self.longest else { return nil }
    }
    var entries = [UInt64](repeating: 0, count: Self.letters + 256)
    for ascii in 0..<128 { entries[ascii] = Self.entry([UInt8(ascii)], isUnknown: false) }
    for index in 0..<256 {
      let scalar = UInt32(0x600 + index)
      var bytes: [UInt8] = []
      UTF8Bytes.append(scalar, to: &bytes)
      let isUnknown = replacements[scalar] == nil && ScalarClass.isArabicLetter(scalar)
      entries[Self.letters + index] = Self.entry(
        replacements[scalar] ?? bytes, isUnknown: isUnknown)
    }
    self.entries = entries
    putsShaddaFirst = shaddaFirst
  }

  private static func entry(_ bytes: [UInt8], isUnknown: Bool) -> UInt64 {
    var word = UInt64(bytes.count) << 56 | 1 << 59 | (isUnknown ? 1 << 63 : 0)
    for (index, byte) in bytes.enumerated() { word |= UInt64(byte) << UInt64(8 * index) }
    return word
  }

  /// Appends what the bytes become; well-formed UTF-8 gives well-formed UTF-8.
  ///
  /// - Returns: How many Arabic letters the scheme does not know; they stay.
  @discardableResult
  func append(_ bytes: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]) -> Int {
    var unknown = 0
    withUnsafeTemporaryAllocation(
      of: UInt8.self, capacity: min(bytes.count, Self.pieceSize + 4) * 4 + 8
    ) { target in
      guard let first = bytes.baseAddress, let room = target.baseAddress else { return }
      var start = 0
      while start < bytes.count {
        let end = pieceEnd(of: bytes, from: start)
        let written = letters_write(
          entries, putsShaddaFirst, first + start, end - start, room, &unknown)
        result += UnsafeBufferPointer(rebasing: target[..<written])
        start = end
      }
    }
    return unknown
  }

  private func pieceEnd(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = min(start + Self.pieceSize, bytes.count)
    while end < bytes.count, end > start + 1, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    // A shadda stays with the vowel sign before it.
    if putsShaddaFirst, end + 1 < bytes.count, bytes[end] == 0xD9, bytes[end + 1] == 0x91 {
      end += 2
    }
    return end
  }
}
