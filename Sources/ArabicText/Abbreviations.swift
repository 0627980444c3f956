import ArabicTextResources
import UTF8Text

/// Words that a full stop may follow without ending a sentence.
public struct Abbreviations: Sendable {
  /// What an abbreviation stands beside.
  public enum Kind: String, Sendable {
    /// Before a name.
    case title
    /// Behind a number.
    case unit
    /// Behind a year.
    case era
    /// The name of a letter, in a foreign person's initials.
    case initial
    /// Anywhere inside a clause.
    case other
  }

  /// The table that is built in.
  public static let shared: Abbreviations = {
    let resource = arabic_text_abbreviations()
    return Abbreviations(rows: TSVRows(StaticBytes(resource.bytes, count: resource.count)))
  }()

  private var kinds: [ByteKey: Set<Kind>] = [:]
  /// Letters of the longest form.
  public private(set) var longestForm = 0

  /// Reads rows of form and kind.
  public init(rows: TSVRows) {
    for row in rows where row.count >= 2 {
      guard let kind = Kind(rawValue: row[1]) else { continue }
      insert(kind, for: row[0])
    }
  }

  /// A table with further abbreviations of the kind `other`; dots in them are left out.
  public func adding(_ forms: [String]) -> Abbreviations {
    var table = self
    for form in forms {
      let bare = String(form.filter { $0 != "." }).lowercased()
      if !bare.isEmpty { table.insert(.other, for: bare) }
    }
    return table
  }

  /// The kinds of an abbreviation, given without its dots; Latin ones in lower case.
  public func kinds(of form: String) -> Set<Kind> { kinds[ByteKey(form)] ?? [] }

  private mutating func insert(_ kind: Kind, for form: String) {
    kinds[ByteKey(form), default: []].insert(kind)
    longestForm = max(longestForm, form.unicodeScalars.count)
  }
}
