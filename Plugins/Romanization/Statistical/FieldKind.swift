/// What a text is, for its capitals.
public enum FieldKind: String, CaseIterable, Sendable {
  /// Told from the text itself.
  case auto
  /// A person, a body or a place.
  case name
  /// A title: its first word and the names in it have capitals.
  case title
  /// Running text, notes and statements.
  case text

  /// The number under which models know it.
  var number: UInt64 {
    switch self {
    case .auto: 0
    case .name: 1
    case .title: 2
    case .text: 3
    }
  }
}
