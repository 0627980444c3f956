/// Finds the pairs of a `PairCode`, and writes strings by it.
///
/// The same strings in the same order give the same pairs.
struct PairCodeBuilder {
  /// Pairs that stand less often are left as they are: what tells of one takes three bytes.
  private static let least = 8

  /// What was found, in the order in which it was.
  private(set) var pairs: [PairCode.Pair] = []
  /// The given strings, written by it.
  private(set) var strings: [[UInt8]]

  /// Finds the pairs of some strings.
  init(_ strings: [[UInt8]]) {
    self.strings = strings
    var isUsed = [Bool](repeating: false, count: 256)
    var lengths = [Int](repeating: 1, count: 256)
    for string in strings {
      for byte in string { isUsed[Int(byte)] = true }
    }
    for code in UInt8.min...UInt8.max where !isUsed[Int(code)] {
      guard let pair = commonest(lengths) else { break }
      let found = PairCode.Pair(code: code, first: pair.first, second: pair.second)
      lengths[Int(code)] = lengths[Int(pair.first)] + lengths[Int(pair.second)]
      pairs.append(found)
      for index in self.strings.indices { Self.write(found, in: &self.strings[index]) }
    }
  }

  /// The pair that stands most often, the first one of several in the order of bytes; nil where none is worth a code.
  private func commonest(_ lengths: [Int]) -> (first: UInt8, second: UInt8)? {
    var counts = [UInt32](repeating: 0, count: 1 << 16)
    for string in strings {
      for index in string.indices.dropFirst() {
        counts[Int(string[index - 1]) << 8 | Int(string[index])] += 1
      }
    }
    var best: Int?
    for pair in counts.indices
    where counts[pair] >= Self.least && counts[pair] > best.map({ counts[$0] }) ?? 0
      && lengths[pair >> 8] + lengths[pair & 0xFF] <= PairCode.longest
    {
      best = pair
    }
    return best.map { (UInt8($0 >> 8), UInt8($0 & 0xFF)) }
  }

  /// Writes a pair's code for each place of it, from the left.
  private static func write(_ pair: PairCode.Pair, in string: inout [UInt8]) {
    var kept = 0
    var index = 0
    while index < string.count {
      if index + 1 < string.count, string[index] == pair.first, string[index + 1] == pair.second {
        string[kept] = pair.code
        index += 2
      } else {
        string[kept] = string[index]
        index += 1
      }
      kept += 1
    }
    string.removeLast(string.count - kept)
  }
}
