import Warraq

/// The lexicon looked at from the Latin side.
struct ReverseIndex: Sendable {
  /// The index of the built-in lexicon, made when it is first asked for.
  static let shared = ReverseIndex(.shared)

  private var names: [ByteKey: [(key: String, count: Int)]] = [:]
  private var units: [ByteKey: [(key: String, count: Int)]] = [:]

  init(_ lexicon: NameLexicon) {
    lexicon.forEachSpelling { key, isUnit, spelling in
      let latin = ByteKey(LatinKey.make(spelling.latin))
      guard !latin.string.isEmpty else { return }
      if isUnit {
        units[latin, default: []].append((key, spelling.count))
      } else {
        names[latin, default: []].append((key, spelling.count))
      }
    }
    Self.sort(&names)
    Self.sort(&units)
  }

  /// The Arabic keys of a whole name, the commonest first.
  func names(_ latin: String) -> [String] { (names[ByteKey(latin)] ?? []).map(\.key) }

  /// The Arabic keys of one part, the commonest first.
  func units(_ latin: String) -> [String] { (units[ByteKey(latin)] ?? []).map(\.key) }

  /// How often a spelling was seen for the Arabic part that it is most in use for.
  func unitCount(_ latin: String) -> Int { units[ByteKey(latin)]?.first?.count ?? 0 }

  /// True when two spellings are in use for one Arabic part.
  func shareUnit(_ first: String, _ second: String) -> Bool {
    let (left, right) = (inUse(first), inUse(second))
    return left.contains { one in right.contains { $0.key == one.key } }
  }

  /// The Arabic parts that a spelling is in use for. Lists have slips: what is seen for another part twenty times as often
  /// is none of them.
  private func inUse(_ latin: String) -> ArraySlice<(key: String, count: Int)> {
    guard let known = units[ByteKey(latin)], let first = known.first else { return [] }
    return known.prefix(4).prefix { $0.count * 20 >= first.count }
  }

  private static func sort(_ lists: inout [ByteKey: [(key: String, count: Int)]]) {
    for key in lists.keys where lists[key]?.count ?? 0 > 1 {
      lists[key]?.sort { one, other in
        if one.count != other.count { return one.count > other.count }
        let isForeign = (one: isForeign(one.key), other: isForeign(other.key))
        return isForeign.one != isForeign.other ? isForeign.other : one.key < other.key
      }
    }
  }

  /// Whether a name is spelled as no Arabic one is: none begins with ئ, as others that are written in the script do.
  private static func isForeign(_ key: String) -> Bool { key.utf8.starts(with: "ئ".utf8) }
}
