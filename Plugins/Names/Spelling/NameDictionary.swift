/// A user's own spellings, which always win over the lexicon.
public struct NameDictionary: Sendable {
  /// What is wrong with a line.
  public struct Fault: Error, Hashable, CustomStringConvertible {
    /// The line, from 1.
    public let line: Int
    public var description: String {
      "line \(line): write the Arabic name, a tab, its spelling, and more spellings by tabs"
    }
  }

  private var spellings: [String: [String]] = [:]

  /// A dictionary of nothing.
  public init() {}

  /// Reads lines of a name and its spellings, the best first, by tabs; empty lines and lines that
  /// begin with `#` are left out. A name may be one word, which then wins inside names too.
  public init(_ lines: some Sequence<String>) throws(Fault) {
    for (index, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      let cells = line.split(separator: "\t").map(String.init)
      let key = NameKey.make(cells.first ?? "")
      guard cells.count > 1, !key.isEmpty else { throw Fault(line: index + 1) }
      spellings[key, default: []] += cells.dropFirst()
    }
  }

  /// The spellings of a key; nil for one that is not in it.
  subscript(key: String) -> [String]? {
    spellings.isEmpty ? nil : spellings[key]
  }
}
