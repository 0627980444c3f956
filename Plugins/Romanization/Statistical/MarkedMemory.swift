import Warraq

/// What the marks on words that were met say; texts are full of the same ones.
struct MarkedMemory: Sendable {
  /// A word in lower case, UTF-8, and how many bytes of it are particles and article.
  struct Reading: Sendable {
    let latin: [UInt8]
    let prefix: Int
  }

  private static let capacity = 50_000
  /// The longest word, in bytes, that is remembered.
  private static let longest = 80

  /// Which words are in construct.
  var names = ConstructMemory()
  private var words = ByteInterner()
  private var readings: [Reading?] = []

  /// The reading of a word, which `read` gives when it is met first.
  ///
  /// - Parameters:
  ///   - word: With its marks, UTF-8.
  ///   - choice: Of its candidates, which are the same for the same letters but where a line begins.
  mutating func reading(
    of word: UnsafeBufferPointer<UInt8>, _ choice: StatisticalRomanizer.Choice,
    _ isConstruct: Bool, _ isFollowed: Bool, by read: () -> [UInt8]?
  ) -> Reading? {
    func make() -> Reading? {
      read().map {
        Reading(latin: $0, prefix: RomanClitics.shared.prefixLength(of: $0[...]))
      }
    }
    guard word.count <= Self.longest else { return make() }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.longest + 3) { key in
      // All that a reading depends on.
      key[0] = (isConstruct ? 1 : 0) | (isFollowed ? 2 : 0)
      key[1] = UInt8(truncatingIfNeeded: choice.known.candidates.count)
      key[2] = UInt8(truncatingIfNeeded: choice.place)
      for (index, byte) in word.enumerated() { key[index + 3] = byte }
      let key = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(key)[..<(word.count + 3)])
      let hash = ByteInterner.hash(key)
      if let number = words.number(of: key, hash: hash) { return readings[number] }
      let reading = make()
      if readings.count < Self.capacity {
        _ = words.intern(key, hash: hash)
        readings.append(reading)
      }
      return reading
    }
  }
}
