import Warraq

/// Words and what they became, for as many as there is room for: texts are full of the same ones. A word and its Latin lie
/// side by side, so that a look costs two waits for memory.
struct WrittenWords: Sendable {
  /// The longest word that is remembered, in bytes.
  private static let longest = 64
  /// Bytes that records are multiples of.
  private static let unit = 8
  /// Bytes before the word: its length, how many of its letters have no sign, how many bytes of its Latin are particles
  /// and article, and the length of its Latin in two.
  private static let head = 5
  /// Stands for a word that has no capital.
  private static let noPrefix: UInt8 = .max

  private let capacity: Int
  private var count = 0
  /// Places of records in units, by the hashes of words.
  private var slots = HashSlots(minimumCapacity: 256)
  private var records: [UInt8] = []

  init(capacity: Int) { self.capacity = capacity }

  /// Appends what a word becomes.
  ///
  /// - Parameter romanize: Asked about a word that is met first.
  /// - Returns: How many of its letters have no sign, and how many bytes are particles and article; nil for a word that
  ///   has no capital.
  mutating func write(
    _ word: UnsafeBufferPointer<UInt8>, to result: inout [UInt8],
    by romanize: (UnsafeBufferPointer<UInt8>) -> (latin: [UInt8], prefix: Int?)
  ) -> (unwritten: Int, prefix: Int?) {
    let hash = ByteInterner.hash(word)
    var slot = 0
    let known = records.withUnsafeBufferPointer { records -> (unwritten: Int, prefix: Int?)? in
      let found = slots.find(hash) { place in
        Self.word(records, at: place * Self.unit).hasSameBytes(as: word)
      }
      slot = found.slot
      guard found.number >= 0 else { return nil }
      let start = found.number * Self.unit
      let latin = start + Self.head + Int(records[start])
      let length = Int(records[start + 3]) | Int(records[start + 4]) << 8
      result += UnsafeBufferPointer(rebasing: records[latin..<latin + length])
      let prefix = records[start + 2]
      return (Int(records[start + 1]), prefix == Self.noPrefix ? nil : Int(prefix))
    }
    if let known { return known }
    let (latin, prefix) = romanize(word)
    let unwritten = Scheme.arabicLetters(in: latin)
    result += latin
    if word.count <= Self.longest, count < capacity, latin.count <= UInt16.max,
      prefix ?? 0 < Self.noPrefix
    {
      slots.insert(records.count / Self.unit, hash: hash, slot: slot)
      append(word, latin, unwritten, prefix)
    }
    return (unwritten, prefix)
  }

  private static func word(
    _ records: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> UnsafeBufferPointer<UInt8> {
    let word = start + head
    return UnsafeBufferPointer(rebasing: records[word..<word + Int(records[start])])
  }

  private mutating func append(
    _ word: UnsafeBufferPointer<UInt8>, _ latin: [UInt8], _ unwritten: Int, _ prefix: Int?
  ) {
    count += 1
    records += [
      UInt8(clamping: word.count), UInt8(clamping: unwritten),
      prefix.map { UInt8(clamping: $0) } ?? Self.noPrefix,
      UInt8(truncatingIfNeeded: latin.count), UInt8(truncatingIfNeeded: latin.count >> 8),
    ]
    records += word
    records += latin
    while records.count % Self.unit != 0 { records.append(0) }
  }
}
