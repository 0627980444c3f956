#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The likeliest ways to put a name together from spellings of its parts.
///
/// A way is kept as one small number a part, so that a name costs hardly more memory than its parts do.
struct PartCombinations {
  /// One way to put the name together.
  struct Combination {
    /// The place of each part's spelling among those of the part.
    fileprivate(set) var choices = SIMD16<UInt8>()
    /// The logarithm of the product of the spellings' shares.
    fileprivate(set) var score = 0.0
  }

  /// Most parts.
  static let longest = 16

  /// The likeliest combinations first.
  private(set) var combinations = [Combination()]
  private var parts: [[(latin: String, score: Double)]] = []
  /// Combinations that are kept.
  private let kept: Int

  /// Combinations of no parts, of which at most `kept` stay, from 1 to 255.
  init(keeping kept: Int) { self.kept = min(max(kept, 1), Int(UInt8.max)) }

  /// The spellings of a combination's parts.
  func spellings(of combination: Combination) -> [String] {
    parts.indices.map { parts[$0][Int(combination.choices[$0])].latin }
  }

  /// The spelling of the whole, a space between its parts, and what stands behind them.
  func latin(of combination: Combination, followedBy rest: [String]) -> String {
    var latin = ""
    latin.reserveCapacity(32)
    for part in parts.indices {
      if part > 0 { latin += " " }
      latin += parts[part][Int(combination.choices[part])].latin
    }
    for word in rest {
      if !latin.isEmpty { latin += " " }
      latin += word
    }
    return latin
  }

  /// Adds a part behind the others, with the logarithms of its spellings' shares. Exact, since parts are
  /// spelled independently. A part without spellings, or one too many, is passed over.
  mutating func append(_ spellings: [(latin: String, score: Double)]) {
    guard !spellings.isEmpty, parts.count < Self.longest else { return }
    let part = parts.count
    parts.append(spellings)
    if spellings.count == 1 {
      for index in combinations.indices { combinations[index].score += spellings[0].score }
      return
    }
    var extended: [Combination] = []
    extended.reserveCapacity(kept + 1)
    for combination in combinations {
      for (place, spelling) in spellings.prefix(kept).enumerated() {
        var longer = combination
        longer.score += spelling.score
        if extended.count == kept, let last = extended.last, last.score >= longer.score { continue }
        longer.choices[part] = UInt8(truncatingIfNeeded: place)
        Self.insert(longer, into: &extended)
        if extended.count > kept { extended.removeLast() }
      }
    }
    combinations = extended
  }

  /// How much it counts that the parts of a name look at home in one language, as fits people that were
  /// held out.
  private static let coherence: Float = 0.15

  /// Ranks combinations by their shares and by how well their parts agree on a language: where a name comes
  /// from is a hidden variable that is summed over, and each part tells of it for the others.
  mutating func agree(by origins: OriginModel) {
    guard combinations.count > 1 else { return }
    // What each spelling that is asked for tells, part by part.
    var told: [Told?] = Array(repeating: nil, count: parts.count * kept)
    var ranked: [Combination] = []
    ranked.reserveCapacity(combinations.count)
    for var combination in combinations {
      var product = OriginModel.Shares()
      // What the words of one part say of each other was said when it was spelled.
      var alone: Float = 0
      for part in parts.indices {
        let place = Int(combination.choices[part])
        let index = part * kept + place
        if told[index] == nil { told[index] = Told(parts[part][place].latin, origins) }
        guard let own = told[index] else { continue }
        product = part == 0 ? own.shares : product * own.shares
        alone += own.mean
      }
      combination.score += Double(Self.coherence * (log(product.mean) - alone))
      Self.insert(combination, into: &ranked)
    }
    func sum(_ list: [Combination]) -> Double { log(list.reduce(0) { $0 + exp($1.score) }) }
    // The shares of all together stay what they were.
    let shift = sum(combinations) - sum(ranked)
    if shift.isFinite { for index in ranked.indices { ranked[index].score += shift } }
    combinations = ranked
  }

  /// What a spelling tells of its origin.
  private struct Told {
    let shares: OriginModel.Shares
    /// The logarithm of the shares' mean.
    let mean: Float

    init(_ latin: String, _ origins: OriginModel) {
      shares = origins.shares(of: latin)
      mean = log(shares.mean)
    }
  }

  /// Puts a combination behind those that are as likely; there are so few that moving them is cheap.
  private static func insert(_ combination: Combination, into list: inout [Combination]) {
    var place = list.count
    while place > 0, list[place - 1].score < combination.score { place -= 1 }
    list.insert(combination, at: place)
  }
}
