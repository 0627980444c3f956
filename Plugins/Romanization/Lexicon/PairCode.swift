import Warraq

/// Strings in fewer bytes: bytes that none of them has stand for pairs that they have often.
///
/// Source: P. Gage, "A new algorithm for data compression", The C Users Journal 12 (1994), byte pair encoding.
final class PairCode: Sendable {
  /// A pair and what stands for it. Both of its bytes may stand for pairs themselves, of those before it.
  struct Pair: Hashable, Sendable {
    let code: UInt8
    let first: UInt8
    let second: UInt8
  }

  /// What each byte stands for, one behind the other.
  private let strings: [UInt8]
  /// Where each begins, and where the last one ends.
  private let starts: [UInt32]
  /// No byte stands for more, lest damaged pairs make strings of any length.
  static let longest = 64

  /// The code of some pairs, each behind those that it is made of.
  init(_ pairs: some Sequence<Pair>) {
    var strings = (0...UInt8.max).map { [$0] }
    for pair in pairs {
      let string = strings[Int(pair.first)] + strings[Int(pair.second)]
      if string.count <= Self.longest { strings[Int(pair.code)] = string }
    }
    var starts: [UInt32] = [0]
    for string in strings { starts.append((starts.last ?? 0) + UInt32(string.count)) }
    self.strings = Array(strings.joined())
    self.starts = starts
  }

  /// What bytes stand for.
  func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count * 3)
    for byte in bytes { decoded += strings[part(of: byte)] }
    return decoded
  }

  /// Whether bytes stand for a string.
  func decodes(_ bytes: UnsafeBufferPointer<UInt8>, to string: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    for byte in bytes {
      let part = part(of: byte)
      guard part.count <= string.count - place else { return false }
      for index in part {
        guard strings[index] == string[place] else { return false }
        place += 1
      }
    }
    return place == string.count
  }

  /// Where what a byte stands for is among all strings.
  @inline(__always)
  private func part(of byte: UInt8) -> Range<Int> {
    Int(starts[Int(byte)])..<Int(starts[Int(byte) + 1])
  }
}
