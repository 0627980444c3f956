import ArabicText
import JointSequence
import NamesResources
import Warraq

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Spells words of names that no lexicon knows as words like them are spelled: two joint-sequence models of
/// letters, one learned from the names of people at home in the Arabic script, one from names of all the
/// world written in it.
///
/// Each gives a word and a spelling together a probability, so a word that looks like neither's is decided
/// by the one it looks more like: where a name comes from is a hidden variable that is summed over.
public struct SpellingModel: Sendable {
  /// The model that is built in; nil when the build has none.
  public static let shared: SpellingModel? = builtIn(attested: .shared)

  /// The model that is built in with other words in use; nil when the build has none.
  public static func builtIn(attested: AttestedWords?) -> SpellingModel? {
    let resource = names_spelling_model()
    return SpellingModel(StaticBytes(resource.bytes, count: resource.count), attested: attested)
  }

  /// Where a word is thought to come from before it is looked at.
  public enum Origin: Sendable {
    case unknown
    /// Beside names that are Arabic, Persian or Urdu.
    case native

    /// Share of the names at home in the script; of unknown words as fits development sets.
    var nativeShare: Float { self == .native ? 0.6 : 0.3 }
    /// The power of the models' probabilities beside what is known of words in use.
    var trust: Float { self == .native ? 0.6 : 0.44 }
    /// How much of the bonus for words in use counts: lists of English say little of names at home.
    var bonusShare: Float { self == .native ? 0.3 : 1 }
  }

  static let magic: [UInt8] = Array("WARRAQS2".utf8)
  /// The longest word, in letters, that is spelled by the model; a longer one is no name.
  static let longest = 32
  /// Spellings of each model that are looked at: one far down may be the only word in use.
  private static let considered = 24

  /// Partial spellings of each model that are kept at a letter. More names of all the world have several.
  private static let foreignWidth = 20
  private static let nativeWidth = 6
  /// How far behind the best one a partial spelling may lie.
  private static let foreignReach: Float = 8
  private static let nativeReach: Float = 6

  private let foreign: JointModel
  private let native: JointModel?
  private let attested: AttestedWords?

  /// Opens the bytes of `SpellingTrainer.train()`; nil for bytes that are none.
  ///
  /// - Parameter attested: Words in use, which are likelier than others; nil for none.
  public init?(_ bytes: StaticBytes, attested: AttestedWords? = .shared) {
    guard bytes.buffer.starts(with: Self.magic), let base = bytes.buffer.baseAddress,
      let length = LEB128.read(bytes.buffer, at: Self.magic.count)
    else { return nil }
    let start = HashLines.start(from: length.next)
    guard length.value > 0, length.value <= bytes.buffer.count - start,
      let foreign = JointModel(StaticBytes(base + start, count: length.value))
    else { return nil }
    self.foreign = foreign
    self.attested = attested
    let rest = min(HashLines.start(from: start + length.value), bytes.buffer.count)
    native = JointModel(StaticBytes(base + rest, count: bytes.buffer.count - rest))
  }

  /// Spellings of a word as it is written, in lower case, the likeliest first; none for a word with a
  /// letter that the model does not know.
  public func spell(_ word: String, top: Int, origin: Origin = .unknown) -> [String] {
    scored(word, top: top, origin: origin).map(\.latin)
  }

  /// Spellings as of `spell`, each with the logarithm of its share among the likeliest.
  func scored(
    _ word: String, top: Int, origin: Origin = .unknown
  ) -> [(latin: String, score: Double)] {
    let letters = Self.letters(of: word)
    guard !letters.isEmpty, letters.count <= Self.longest else { return [] }
    let limit = max(top, Self.considered)
    var found: [(output: ArraySlice<UInt32>, weight: Float)] = []
    let share = native == nil ? 0 : origin.nativeShare
    for answer in foreign.outputs(
      of: letters, limit: limit, width: Self.foreignWidth, reach: Self.foreignReach)
    {
      found.append((answer.output, answer.score + log(1 - share)))
    }
    let native = native?.outputs(
      of: letters, limit: limit, width: Self.nativeWidth, reach: Self.nativeReach)
    for answer in native ?? [] {
      let weight = answer.score + log(share)
      if let index = found.firstIndex(where: { $0.output == answer.output }) {
        found[index].weight = Self.sum(found[index].weight, weight)
      } else {
        found.append((answer.output, weight))
      }
    }
    let keys = found.map { attested?.key(of: $0.output) }
    for index in found.indices where !found[index].output.isEmpty {
      let kind = keys[index].flatMap { attested?.kind($0) } ?? []
      found[index].weight =
        found[index].weight * origin.trust + origin.bonusShare * Self.bonus(kind)
    }
    found.sort { left, right in
      left.weight != right.weight
        ? left.weight > right.weight : left.output.lexicographicallyPrecedes(right.output)
    }
    guard let best = found.first?.weight else { return [] }
    let total = found.reduce(0) { $0 + exp($1.weight - best) }
    return found.prefix(top).compactMap { output, weight in
      let latin = Self.string(output)
      return latin.isEmpty ? nil : (latin, Double(weight - best - log(total)))
    }
  }

  private static func string(_ scalars: ArraySlice<UInt32>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.count)
    for scalar in scalars { UTF8Bytes.append(scalar, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What it says for a spelling that it is in use, as fits development sets.
  private static func bonus(_ kind: AttestedWords.Kind) -> Float {
    switch kind {
    case .name: 2.5
    case .text: 3.6
    case [.name, .text]: 4.3
    default: 0
    }
  }

  /// The logarithm of the sum of two numbers given by theirs.
  private static func sum(_ left: Float, _ right: Float) -> Float {
    let (high, low) = left > right ? (left, right) : (right, left)
    return high + log1p(exp(low - high))
  }

  /// A word's letters without marks and tatweel; Persian and presentation forms as the plain ones.
  static func letters(of word: String) -> [UInt32] {
    word.unicodeScalars.compactMap { scalar in
      if ScalarClass.isArabicMark(scalar.value) || scalar.value == 0x0640 { return nil }
      switch scalar.value {
      case 0x06CC: return 0x064A
      case 0x06A9: return 0x0643
      case 0x0671: return 0x0627
      case 0x06C1, 0x06BE: return 0x0647
      default: return scalar.value
      }
    }
  }
}
