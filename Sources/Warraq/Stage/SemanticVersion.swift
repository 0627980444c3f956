/// A version of three numbers, as Semantic Versioning 2.0.0 orders them; pre-release names are not
/// known here.
public struct SemanticVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Major, minor and patch.
  public let numbers: [Int]

  /// Reads `1.2.3`, `1.2` or `1`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let read = parts.compactMap { $0.allSatisfy(\.isASCII) ? Int($0) : nil }
    guard (1...3).contains(parts.count), read.count == parts.count, read.allSatisfy({ $0 >= 0 })
    else { return nil }
    numbers = read + [Int](repeating: 0, count: 3 - read.count)
  }

  /// True when the first is older.
  public static func < (left: SemanticVersion, right: SemanticVersion) -> Bool {
    left.numbers.lexicographicallyPrecedes(right.numbers)
  }

  /// The version with its three numbers.
  public var description: String { numbers.map(String.init).joined(separator: ".") }
}

/// Versions that a recipe accepts: bounds that all must hold, such as `>=1.2 <2`, `1.4.0`, `^1.2`.
public struct VersionRange: Sendable, Hashable, CustomStringConvertible {
  private enum Bound: Sendable, Hashable {
    case atLeast(SemanticVersion)
    case above(SemanticVersion)
    case atMost(SemanticVersion)
    case below(SemanticVersion)
    case exactly(SemanticVersion)
  }

  private let bounds: [Bound]
  /// The range as it was written.
  public let description: String

  /// Reads a range; nil when it is none.
  public init?(_ text: String) {
    var bounds: [Bound] = []
    for word in text.split(separator: " ") {
      let digits = word.drop { !$0.isNumber }
      guard let version = SemanticVersion(digits) else { return nil }
      switch word.dropLast(digits.count) {
      case ">=": bounds.append(.atLeast(version))
      case ">": bounds.append(.above(version))
      case "<=": bounds.append(.atMost(version))
      case "<": bounds.append(.below(version))
      case "", "=": bounds.append(.exactly(version))
      case "^":
        // Up to the next version that may break what worked.
        let next =
          version.numbers[0] > 0 ? "\(version.numbers[0] + 1)" : "0.\(version.numbers[1] + 1)"
        bounds.append(.atLeast(version))
        if let limit = SemanticVersion(next) { bounds.append(.below(limit)) }
      default: return nil
      }
    }
    guard !bounds.isEmpty else { return nil }
    self.bounds = bounds
    description = text
  }

  /// Whether a version lies in the range.
  public func contains(_ version: SemanticVersion) -> Bool {
    bounds.allSatisfy { bound in
      switch bound {
      case .atLeast(let limit): version >= limit
      case .above(let limit): version > limit
      case .atMost(let limit): version <= limit
      case .below(let limit): version < limit
      case .exactly(let limit): version == limit
      }
    }
  }
}
