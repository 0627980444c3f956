import NamesResources
import Warraq

/// Attested Latin spellings of whole names and of single words of names; of words that were seldom seen also what
/// a model makes of them.
///
/// A `StringTable`: the key is `n`, `u` or `w` and a `PackedKey`. Of a whole name (`n`) the value is its kind and
/// its spellings, of a word (`u`) how often it opens a name, how often it stands in any, where another spelling is
/// preferred, its spellings, and the model's say; of `w` the packed form as it is written. A last key tells
/// the version of all this.
public struct NameLexicon: Sendable {
  /// A spelling and how often it was seen.
  public struct Spelling: Sendable, Hashable {
    /// The Latin spelling.
    public let latin: String
    /// How often it was seen; 1 at least.
    public let count: Int
  }

  /// What is known of one word of names.
  struct Unit: Sendable {
    /// How often the word opens a person's name.
    var firstCount = 0
    /// How often it stands anywhere in a name.
    var totalCount = 0
    /// Where another spelling than the commonest is the commonest: its place in `spellings`.
    var preferred: [CountryGroup: Int] = [:]
    /// Spellings that were seen, the commonest first.
    var spellings: [Spelling] = []
    /// What a model makes of the word where that was asked when the lexicon was made; else nil.
    var opinion: SpellingOpinion?
  }

  static let namePrefix = UInt8(ascii: "n")
  static let unitPrefix = UInt8(ascii: "u")
  static let writtenPrefix = UInt8(ascii: "w")
  /// The key and the value that tell how everything else is written.
  static let version = (key: Array("version".utf8), value: UInt8(2))

  /// The lexicon that is built in.
  public static let shared: NameLexicon = {
    let resource = names_lexicon()
    return NameLexicon(StaticBytes(resource.bytes, count: resource.count))
  }()

  private let table: StringTable?

  /// Opens a lexicon; bytes that are none, or one of another version, give an empty one.
  public init(_ bytes: StaticBytes) {
    let table = StringTable(bytes)
    let version = Self.version.key.withUnsafeBufferPointer { table?.value(of: $0)?.first }
    self.table = version == Self.version.value ? table : nil
  }

  /// True when the bytes were a lexicon of this version.
  public var isReadable: Bool { table != nil }

  /// What is known of a whole name, given folded, words joined by single spaces: its kind and its
  /// spellings, the commonest first. No spellings: the name is listed, and its parts give it.
  func name(_ folded: String) -> (kind: NameLayer.Kind, spellings: [Spelling])? {
    withKey(Self.namePrefix, folded) { value in
      guard let kind = LEB128.read(value, at: 0) else { return nil }
      var reader = SpellingReader(value, at: kind.next)
      return (kind.value == 0 ? .person : .place, reader.spellings())
    }
  }

  /// What a whole name names, given as to `name`; nil for one that is not listed.
  func kind(_ folded: String) -> NameLayer.Kind? {
    withKey(Self.namePrefix, folded) { value in
      LEB128.read(value, at: 0).map { $0.value == 0 ? .person : .place }
    }
  }

  /// How often one folded word opens a person's name, and stands in any; nil for one not listed.
  func counts(_ folded: String) -> (first: Int, total: Int)? {
    withKey(Self.unitPrefix, folded) { value in
      guard let first = LEB128.read(value, at: 0),
        let total = LEB128.read(value, at: first.next)
      else { return nil }
      return (first.value, total.value)
    }
  }

  /// What is known of one folded word.
  func unit(_ folded: String) -> Unit? {
    withKey(Self.unitPrefix, folded) { value in
      guard let first = LEB128.read(value, at: 0),
        let total = LEB128.read(value, at: first.next)
      else { return nil }
      guard let count = LEB128.read(value, at: total.next) else { return nil }
      var unit = Unit(firstCount: first.value, totalCount: total.value)
      var offset = count.next
      for _ in 0..<min(count.value, CountryGroup.allCases.count) {
        guard let pair = LEB128.read(value, at: offset) else { return nil }
        let group = CountryGroup(rawValue: UInt8(truncatingIfNeeded: pair.value & 7))
        if let group { unit.preferred[group] = pair.value >> 3 }
        offset = pair.next
      }
      var reader = SpellingReader(value, at: offset)
      unit.spellings = reader.spellings()
      unit.opinion = reader.opinion(of: unit.spellings.count)
      return unit
    }
  }

  /// A key as it is written, with its hamzas and ta marbutas where the lexicon knows them.
  func written(_ key: String) -> String {
    key.split(separator: " ").map { word in
      let word = String(word)
      return withKey(Self.writtenPrefix, word) { PackedKey.unpack($0) } ?? word
    }.joined(separator: " ")
  }

  /// Calls `body` with each key, whether it is a single part of names, and each of its spellings.
  func forEachSpelling(_ body: (String, Bool, Spelling) -> Void) {
    table?.forEach { key, value in
      guard let prefix = key.first, prefix == Self.namePrefix || prefix == Self.unitPrefix else {
        return
      }
      let name = PackedKey.unpack(key.dropFirst())
      let isUnit = prefix == Self.unitPrefix
      let spellings = isUnit ? unit(name)?.spellings : self.name(name)?.spellings
      for spelling in spellings ?? [] { body(name, isUnit, spelling) }
    }
  }

  private func withKey<Result>(
    _ prefix: UInt8, _ folded: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result?
  ) -> Result? {
    guard let table else { return nil }
    var folded = folded
    return folded.withUTF8 { bytes in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * bytes.count + 1) { key in
        key[0] = prefix
        let end = PackedKey.pack(bytes, into: key, at: 1)
        return table.value(of: UnsafeBufferPointer(rebasing: key[..<end])).flatMap(body)
      }
    }
  }
}
