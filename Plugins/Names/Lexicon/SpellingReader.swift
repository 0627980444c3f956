import Warraq

/// Reads spellings from a lexicon's bytes as `SpellingWriter` writes them. Damaged bytes give fewer spellings, never
/// a trap.
struct SpellingReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset: Int
  /// The spelling that was read last.
  private var last: [UInt8] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  /// The spellings that were seen.
  mutating func spellings() -> [NameLexicon.Spelling] {
    guard let number = number() else { return [] }
    var spellings: [NameLexicon.Spelling] = []
    for _ in 0..<min(number, SpellingWriter.most) {
      guard let count = self.number(), let latin = latin() else { break }
      spellings.append(.init(latin: latin, count: min(count, Int(Int32.max))))
    }
    return spellings
  }

  /// What a model makes of the word; nil where there is nothing.
  mutating func opinion(of seenCount: Int) -> SpellingOpinion? {
    guard offset < bytes.count else { return nil }
    var opinion = SpellingOpinion()
    for _ in 0..<seenCount {
      guard let share = share() else { return nil }
      opinion.shares.append(share)
    }
    while let share = share(), let latin = latin() { opinion.others.append((latin, share)) }
    return opinion
  }

  private mutating func number() -> Int? {
    guard let number = LEB128.read(bytes, at: offset) else { return nil }
    offset = number.next
    return number.value
  }

  private mutating func share() -> Float? {
    guard offset < bytes.count else { return nil }
    defer { offset += 1 }
    return Float(bytes[offset]) / SpellingWriter.shareScale
  }

  /// A spelling: what it has in common with the one before, and the rest.
  private mutating func latin() -> String? {
    guard offset < bytes.count else { return nil }
    let common = Int(bytes[offset] >> 4)
    var length = Int(bytes[offset] & 15)
    offset += 1
    if length == 15 {
      guard let more = number() else { return nil }
      length = more
    }
    guard common <= last.count, length <= bytes.count - offset else { return nil }
    last.removeLast(last.count - common)
    last.append(contentsOf: bytes[offset..<offset + length])
    offset += length
    return String(decoding: last, as: UTF8.self)
  }
}
