import RomanizationKernel
import Warraq

/// Words and what they became, for as many as there is room for: texts are full of the same ones. The kernel writes
/// them by the run.
struct WrittenWords: Sendable {
  /// What is known of a word beside its Latin; the first two are what that depends on.
  struct Traits: OptionSet {
    let rawValue: UInt16
    /// It ends in ة, and one follows that it belongs to.
    static let isConstruct = Traits(rawValue: UInt16(WORD_IS_CONSTRUCT))
    /// A vowel is said before it, so that its alef is not.
    static let isElided = Traits(rawValue: UInt16(WORD_IS_ELIDED))
    /// Those, and what its opening is told to be.
    fileprivate static let variants: Traits = [
      .isConstruct, .isElided, Traits(rawValue: 0xFF00),
    ]

    init(rawValue: UInt16) { self.rawValue = rawValue }

    /// That its opening is told.
    init(_ opening: PhoneticRomanizer.ToldOpening?) {
      rawValue =
        opening.map {
          ($0.next.rawValue * 8 + $0.particles * 2 + ($0.hasArticle ? 1 : 0) + 1) << 8
        } ?? 0
    }

    /// What its opening is told to be.
    var opening: PhoneticRomanizer.ToldOpening? {
      let told = rawValue >> 8
      guard told > 0, let next = PhoneticRomanizer.ToldOpening.Next(rawValue: (told - 1) / 8)
      else { return nil }
      return .init(
        particles: (told - 1) / 2 % 4, hasArticle: (told - 1) % 2 == 1, next: next)
    }
    fileprivate static let endsInVowel = Traits(rawValue: UInt16(WORD_ENDS_IN_VOWEL))
    /// Records were asked whether it belongs to a name that follows, and it does.
    static let isAskedConstruct = Traits(rawValue: UInt16(WORD_ASKED_CONSTRUCT))
    static let takesName = Traits(rawValue: UInt16(WORD_TAKES_NAME))
    /// Records were asked whether it is a name, and it is.
    static let isAskedName = Traits(rawValue: UInt16(WORD_ASKED_NAME))
    static let isName = Traits(rawValue: UInt16(WORD_IS_NAME))
  }

  /// The longest word that is remembered, in bytes; the shortest has two.
  private static let longest = 96
  /// Bytes behind the last record, which the kernel copies by sixteen.
  private static let slack = 32
  /// Differs from run to run, as that of other tables does.
  private static let seed = ByteInterner.seed

  private let capacity: Int
  /// Words that are remembered.
  private(set) var count = 0
  private var slots = [UInt64](repeating: 0, count: 512)
  /// Records, and room for more.
  private var records = [UInt8](repeating: 0, count: 1 << 14)
  /// Where the next record begins.
  private var end = 0

  init(capacity: Int) { self.capacity = capacity }

  /// Calls `body` with what the kernel reads.
  private func withKnown<Result>(_ body: (inout known_words) -> Result) -> Result {
    slots.withUnsafeBufferPointer { slots in
      records.withUnsafeBufferPointer { records in
        var known = known_words(
          slots: slots.baseAddress, mask: UInt64(slots.count - 1), records: records.baseAddress,
          seed: Self.seed)
        return body(&known)
      }
    }
  }

  /// Appends what is written for words that are known and for what stands between them, from a place on.
  ///
  /// - Parameters:
  ///   - limit: Where a word begins, or the text's end; nothing from there on is written.
  ///   - place: Becomes where a word is that is not known, or `limit`.
  ///   - batch: What was read of the text so far.
  /// - Returns: How many letters have no sign.
  func write(
    _ bytes: UnsafeBufferPointer<UInt8>, limit: Int, from place: inout words_place,
    _ batch: inout words_batch, by rules: TextRules, to result: inout [UInt8]
  ) -> Int {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 15) { target in
      withKnown { known in
        rules.withRules { rules in
          var room = words_room(
            target: target.baseAddress, size: target.count, count: 0, unwritten: 0)
          var end = words_full
          while end == words_full {
            end = words_write(
              &known, &rules, bytes.baseAddress, bytes.count, limit, &place, &batch, &room)
            result += UnsafeBufferPointer(rebasing: target[..<room.count])
          }
          return room.unwritten
        }
      }
    }
  }

  /// Remembers a word, unless it is too long or there is no room.
  ///
  /// - Parameters:
  ///   - latin: What it becomes.
  ///   - prefix: How many bytes of that are particles and article; nil for a word that has no capital.
  /// - Returns: Whether it is remembered.
  @discardableResult
  mutating func insert(
    _ word: UnsafeBufferPointer<UInt8>, _ traits: Traits, latin: [UInt8], prefix: Int?,
    endsInVowel: Bool, unwritten: Int
  ) -> Bool {
    guard (2...Self.longest).contains(word.count), count < capacity,
      let latinCount = UInt8(exactly: latin.count), let unwritten = UInt8(exactly: unwritten)
    else { return false }
    var capital = Capitals.Change()
    var articleCapital = capital
    if let prefix {
      capital = Capitals.change(of: latin, from: prefix)
      if prefix > 0 { articleCapital = Capitals.change(of: latin, from: 0) }
      // Behind an article without letters the same one is found again.
      if capital.difference != 0, articleCapital.place == capital.place {
        articleCapital.difference = 0
      }
    }
    var traits = traits
    let (place, slot, hash) = find(word, traits)
    guard place == 0 else { return true }
    if endsInVowel { traits.insert(.endsInVowel) }
    let size = Int(WORD_HEAD) + word.count + latin.count
    if end + size + Int(WORD_UNIT) + Self.slack > records.count {
      records += [UInt8](repeating: 0, count: records.count)
    }
    let next = UInt64(end / Int(WORD_UNIT) + 1)
    records.withUnsafeMutableBytes { records in
      let record = UnsafeMutableRawBufferPointer(rebasing: records[end...])
      record[0] = UInt8(truncatingIfNeeded: word.count)
      record[1] = unwritten
      record[2] = UInt8(truncatingIfNeeded: traits.rawValue)
      record[6] = UInt8(truncatingIfNeeded: traits.rawValue >> 8)
      record[3] = latinCount
      record[4] = UInt8(truncatingIfNeeded: capital.place)
      record[5] = UInt8(truncatingIfNeeded: articleCapital.place)
      record.storeBytes(of: capital.difference.littleEndian, toByteOffset: 8, as: UInt32.self)
      record.storeBytes(
        of: articleCapital.difference.littleEndian, toByteOffset: 12, as: UInt32.self)
      let letters = UnsafeMutableRawBufferPointer(rebasing: record[Int(WORD_HEAD)...])
      letters.copyBytes(from: word)
      UnsafeMutableRawBufferPointer(rebasing: letters[word.count...]).copyBytes(from: latin)
    }
    end += (size + Int(WORD_UNIT) - 1) & ~(Int(WORD_UNIT) - 1)
    slots[slot] = UInt64(hash) << 32 | next
    count += 1
    if count * 2 > slots.count { grow() }
    return true
  }

  /// The place of a word's record and one more, 0 for none, and where its slot is, or belongs.
  private func find(
    _ word: UnsafeBufferPointer<UInt8>, _ traits: Traits
  ) -> (place: Int, slot: Int, hash: UInt32) {
    let variant = traits.intersection(.variants).rawValue
    let hash = words_hash(word.baseAddress, word.count, variant, Self.seed)
    var slot: UInt64 = 0
    let place = withKnown {
      words_find(&$0, word.baseAddress, word.count, variant, hash, &slot)
    }
    return (Int(place), Int(slot), hash)
  }

  /// Notes more about a word, if it is known.
  mutating func note(_ more: Traits, of word: UnsafeBufferPointer<UInt8>) {
    guard word.count >= 2 else { return }
    for variant: Traits in [[], .isConstruct] {
      let place = find(word, variant).place
      if place > 0 {
        records[(place - 1) * Int(WORD_UNIT) + 2] |= UInt8(truncatingIfNeeded: more.rawValue)
      }
    }
  }

  /// Appends what a word became; nil when that is not known.
  ///
  /// - Returns: How many of its letters have no sign, and whether what was written ends in a vowel.
  func write(
    _ word: UnsafeBufferPointer<UInt8>, _ traits: Traits, isFirst: Bool, by rules: TextRules,
    to result: inout [UInt8]
  ) -> (unwritten: Int, endsInVowel: Bool)? {
    guard word.count >= 2 else { return nil }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Int(WORD_ROOM)) { target in
      withKnown { known in
        rules.withRules { rules in
          let written = words_write_one(
            &known, &rules, word.baseAddress, word.count, traits.rawValue, isFirst,
            target.baseAddress)
          guard written.is_known else { return nil }
          result += UnsafeBufferPointer(rebasing: target[..<written.count])
          return (written.unwritten, written.ends_in_vowel)
        }
      }
    }
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    let mask = slots.count - 1
    for slot in old where slot != 0 {
      var index = Int(slot >> 32) & mask
      while slots[index] != 0 { index = (index + 1) & mask }
      slots[index] = slot
    }
  }
}
