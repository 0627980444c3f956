import NamesResources
import Warraq

/// Latin words that are known to be in use: names that people bear, and words of texts. A spelling that is one
/// of them is likelier than one that nobody has written.
///
/// The words themselves are not kept: lines (`HashLines`) of 28 tags with two bits each. A string that is no
/// such word is taken for one in about 1 look of 3000.
public struct AttestedWords: Sendable {
  /// Where a word is in use.
  public struct Kind: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// As a name of people.
    public static let name = Kind(rawValue: 1)
    /// In texts.
    public static let text = Kind(rawValue: 2)
  }

  /// The words that are built in; nil when the build has none.
  public static let shared: AttestedWords? = {
    let resource = names_attested_words()
    return AttestedWords(StaticBytes(resource.bytes, count: resource.count))
  }()

  private static let slots = 28
  private static let firstKind = 2 * slots
  /// The shortest and the longest word that is kept, in letters. Nearly every shorter string is some word.
  private static let lengths = 3...16

  private let lines: HashLines

  /// Opens the bytes of a builder; nil for bytes that are none.
  public init?(_ bytes: StaticBytes) {
    guard let lines = HashLines(bytes, slots: Self.slots) else { return nil }
    self.lines = lines
  }

  /// A word to look for.
  struct Key {
    fileprivate let hash: UInt64
  }

  /// What a word is found by, given by its code points in lower case; nil for one that is too short or too long
  /// to be kept. Has the memory fetched where it may stand: many words are better asked for before the first
  /// is looked up.
  func key(of word: ArraySlice<UInt32>) -> Key? {
    guard Self.lengths.contains(word.count) else { return nil }
    let hash = Self.hash(word)
    lines.fetch(hash)
    return Key(hash: hash)
  }

  /// Where a word is in use; empty for words that are not known.
  func kind(_ key: Key) -> Kind {
    guard let (line, slot) = lines.find(key.hash) else { return [] }
    return Kind(rawValue: line[Self.firstKind + slot / 4] >> UInt8(slot % 4 * 2) & 3)
  }

  private static func hash(_ word: ArraySlice<UInt32>) -> UInt64 {
    word.withUnsafeBytes { StableHash.hash($0.bindMemory(to: UInt8.self)) }
  }

  /// Gathers words. The same words give the same bytes in any order.
  public struct Builder {
    private var places: [UInt64: Int] = [:]
    private var entries: [(hash: UInt64, kind: Kind)] = []

    /// A builder without words.
    public init() {}

    /// Adds a word, in capitals or not; what is no word of 3 to 16 letters is passed over.
    public mutating func add(_ word: String, _ kind: Kind) {
      let scalars = word.lowercased().unicodeScalars
      guard AttestedWords.lengths.contains(scalars.count),
        scalars.allSatisfy(\.properties.isAlphabetic)
      else { return }
      let hash = AttestedWords.hash(scalars.map(\.value)[...])
      if let place = places[hash] {
        entries[place].kind.formUnion(kind)
      } else {
        places[hash] = entries.count
        entries.append((hash, kind))
      }
    }

    /// The table's bytes.
    public func build() -> [UInt8] {
      let entries = entries.sorted { $0.hash < $1.hash }
      var layout = HashLines.layOut(entries.map(\.hash), slots: slots)
      for (entry, place) in zip(entries, layout.places) {
        layout.bytes[place.line + firstKind + place.slot / 4] |=
          entry.kind.rawValue << UInt8(place.slot % 4 * 2)
      }
      return layout.bytes
    }
  }
}
