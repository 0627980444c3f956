/// What a text is, for its capitals.
public enum FieldKind: String, CaseIterable, Sendable {
  /// Told from the text itself.
  case auto
  /// A person, a body or a place.
  case name
  /// A title or what follows one: the names in it have capitals, and most often its first word. Statements in a record's
  /// own words (`تأليف فلان`), which fields of titles hold too, are told from it and begin without.
  case title
  /// What follows a title in a library record, known to be that: the names in it have capitals.
  case subtitle
  /// What library records say in words of their own: statements and notes.
  case text
  /// Running text, as articles have it: sentences, which begin with a capital.
  case prose

  /// What a field of MARC 21 holds.
  ///
  /// - Parameters:
  ///   - marcTag: Three digits, such as 245.
  ///   - subfield: A letter; where it is left out it is the first one.
  public init(marcTag: String, subfield: String = "a") {
    switch (marcTag, subfield) {
    case ("245", "b"): self = .subtitle
    case ("245", "c"): self = .text
    case ("520", _): self = .prose
    // Uniform titles stand in fields of names too.
    case (_, "t"), ("130", _), ("240", _), ("245", _), ("246", _), ("630", _), ("730", _),
      ("740", _):
      self = .title
    default:
      switch marcTag.first {
      case "1", "6", "7": self = .name
      case "4", "8": self = .title
      default: self = .text
      }
    }
  }

  /// What a label says that a line is: the name of a kind, or a field of MARC 21 with or without its subfield, as
  /// `245`, `245b` and `245$b`; nil for others.
  public init?(label: String) {
    if let kind = FieldKind(rawValue: label) {
      self = kind
      return
    }
    let tag = label.prefix(3)
    var subfield = label.dropFirst(3)
    if subfield.first == "$" || subfield.first == " " { subfield.removeFirst() }
    guard tag.utf8.count == 3, tag.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      subfield.utf8.count <= 1,
      subfield.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) })
    else { return nil }
    self.init(marcTag: String(tag), subfield: subfield.isEmpty ? "a" : String(subfield))
  }

  /// The wider kind that this one is part of, as which it may be asked for as well.
  var wider: FieldKind? { self == .subtitle ? .title : nil }

  /// The number under which models know it.
  var number: UInt64 {
    switch self {
    case .auto: 0
    case .name: 1
    case .title: 2
    case .text: 3
    case .subtitle: 4
    case .prose: 5
    }
  }
}
