/// What a text is, for its capitals.
public enum FieldKind: String, CaseIterable, Sendable {
  /// Told from the text itself.
  case auto
  /// A person, a body or a place.
  case name
  /// A title or what follows one: the names in it have capitals, and most often its first word.
  case title
  /// What follows a title in a library record, known to be that: the names in it have capitals.
  case subtitle
  /// Running text, notes and statements.
  case text

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
    }
  }
}
