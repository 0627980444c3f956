import Warraq

/// Keys of the lexicon: folded text in which a letter of U+0600 to U+067F takes one byte.
///
/// ASCII stays as it is, a letter of these becomes 0x80 and its lower seven bits, and before the UTF-8 of any other
/// scalar stands 0x01. Keys have no control characters themselves.
enum PackedKey {
  private static let escape: UInt8 = 1

  /// Writes a key to memory of at least twice its size; returns how many bytes it took.
  @inline(__always)
  static func pack(
    _ folded: UnsafeBufferPointer<UInt8>, into key: UnsafeMutableBufferPointer<UInt8>, at start: Int
  ) -> Int {
    var end = start
    var index = 0
    while index < folded.count {
      let byte = folded[index]
      if byte & 0xFE == 0xD8, index + 1 < folded.count {
        key[end] = 0x80 | (byte & 1) << 6 | folded[index + 1] & 0x3F
        end += 1
        index += 2
        continue
      }
      // Those that go on with a scalar have no mark of their own.
      if byte >= 0xC0 {
        key[end] = escape
        end += 1
      }
      key[end] = byte
      end += 1
      index += 1
    }
    return end
  }

  /// The packed form of a string.
  static func pack(_ folded: String) -> [UInt8] {
    var folded = folded
    return folded.withUTF8 { bytes in
      [UInt8](unsafeUninitializedCapacity: 2 * bytes.count) { key, count in
        count = pack(bytes, into: key, at: 0)
      }
    }
  }

  /// What was packed.
  static func unpack(_ key: some Sequence<UInt8>) -> String {
    var bytes: [UInt8] = []
    // Bytes of an escaped scalar that are still to come.
    var left = 0
    var isEscaped = false
    for byte in key {
      if isEscaped {
        left = UTF8Bytes.length(ofLead: byte)
        isEscaped = false
      }
      if left > 0 {
        bytes.append(byte)
        left -= 1
      } else if byte == escape {
        isEscaped = true
      } else if byte < 0x80 {
        bytes.append(byte)
      } else {
        bytes.append(0xD8 | byte >> 6 & 1)
        bytes.append(0x80 | byte & 0x3F)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
