import Warraq

/// Cuts a line into what is to be romanized and what is to be left as it is: parts between two `@@`,
/// whose marks are taken away, and code spans between backquotes, which keep theirs.
public enum ProtectedParts {
  /// A part of a line.
  public enum Part: Sendable, Hashable {
    /// To be romanized.
    case open(String)
    /// To be left as it is.
    case kept(String)
  }

  /// The parts in order. A mark without its partner is text like any other.
  public static func split(_ line: String) -> [Part] {
    var parts: [Part] = []
    var open = ""
    var rest = line[...]
    while let first = rest.first {
      if rest.hasPrefix("@@"), let end = find("@@", in: rest.dropFirst(2)) {
        add(&open, to: &parts)
        parts.append(.kept(String(rest[rest.index(rest.startIndex, offsetBy: 2)..<end])))
        rest = rest[end...].dropFirst(2)
      } else if first == "`", let end = find("`", in: rest.dropFirst()) {
        add(&open, to: &parts)
        parts.append(.kept(String(rest[...end])))
        rest = rest[end...].dropFirst()
      } else {
        open.append(first)
        rest = rest.dropFirst()
      }
    }
    add(&open, to: &parts)
    return parts
  }

  /// Converts what is open, with a stand-in for each part that is kept, so that words are read by those around them.
  ///
  /// - Parameter conversion: Leaves U+FFFC as it is; one that does not is given the open parts one by one.
  public static func convert<Failure: Error>(
    _ line: String, by conversion: (String) throws(Failure) -> String
  ) throws(Failure) -> String {
    let parts = split(line)
    var kept: [String] = []
    var open = ""
    for part in parts {
      switch part {
      case .kept(let text):
        kept.append(text)
        open.append(standIn)
      case .open(let text): open += text
      }
    }
    guard !kept.isEmpty else { return try conversion(open) }
    let pieces = try conversion(open).split(separator: standIn, omittingEmptySubsequences: false)
    guard pieces.count == kept.count + 1 else {
      // The line had stand-ins of its own, or the conversion loses them.
      var result = ""
      for part in parts {
        switch part {
        case .kept(let text): result += text
        case .open(let text): result += try conversion(text)
        }
      }
      return result
    }
    return zip(pieces, kept + [""]).reduce(into: "") { $0 += $1.0 + $1.1 }
  }

  /// OBJECT REPLACEMENT CHARACTER, which stands for what is no text.
  private static let standIn: Character = "\u{FFFC}"

  /// Where a mark stands; nil when it does not.
  private static func find(_ mark: String, in text: Substring) -> Substring.Index? {
    var index = text.startIndex
    while index < text.endIndex {
      if text[index...].hasPrefix(mark) { return index }
      index = text.index(after: index)
    }
    return nil
  }

  private static func add(_ open: inout String, to parts: inout [Part]) {
    if !open.isEmpty { parts.append(.open(open)) }
    open = ""
  }
}
