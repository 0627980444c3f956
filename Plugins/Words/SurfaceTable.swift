import Warraq

/// Words as they stand in the text, each with what the memory keeps of it in one entry.
struct SurfaceTable {
  /// A word.
  struct Surface {
    fileprivate let start: UInt32
    fileprivate let count: UInt32
    /// How often it came, up to 255.
    var uses: UInt8
    /// Words and numbers of the same letters are apart.
    let isWord: Bool
    /// Index of its form, or -1 while it has none.
    var entry: Int32
  }

  private var slots = HashSlots(minimumCapacity: 2048)
  private var surfaces: [Surface] = []
  private var arena: [UInt8] = []

  /// Number of words.
  var count: Int { surfaces.count }
  /// Bytes of all words.
  var size: Int { arena.count }

  /// A word's entry.
  subscript(number: Int) -> Surface {
    get { surfaces[number] }
    _modify { yield &surfaces[number] }
  }

  /// How many words came so often.
  func count(usedAtLeast threshold: UInt8) -> Int {
    surfaces.lazy.filter { $0.uses >= threshold }.count
  }

  /// Calls `body` with a word's bytes.
  func withBytes<Result>(of number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let start = Int(surfaces[number].start)
    let end = start + Int(surfaces[number].count)
    return arena.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
  }

  /// The number of a word, which it gets if it has none; its uses grow by one.
  ///
  /// The words of one table have fewer than 4 GiB together.
  mutating func number(of word: UnsafeBufferPointer<UInt8>, isWord: Bool) -> Int {
    let hash = ByteInterner.hash(word)
    let found = slots.find(hash) { surfaces[$0].isWord == isWord && isEqual($0, word) }
    if found.number >= 0 {
      if surfaces[found.number].uses < .max { surfaces[found.number].uses += 1 }
      return found.number
    }
    let number = surfaces.count
    slots.insert(number, hash: hash, slot: found.slot)
    surfaces.append(
      Surface(
        start: UInt32(truncatingIfNeeded: arena.count),
        count: UInt32(truncatingIfNeeded: word.count), uses: 1, isWord: isWord, entry: -1))
    arena.append(contentsOf: word)
    return number
  }

  private func isEqual(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard Int(surfaces[number].count) == word.count else { return false }
    let start = Int(surfaces[number].start)
    return arena.withUnsafeBufferPointer {
      UnsafeBufferPointer(rebasing: $0[start..<start + word.count]).hasSameBytes(as: word)
    }
  }
}
