extension JSONValue {
  /// The value as compact JSON.
  public var compactJSON: String {
    var writer = JSONWriter()
    writer.value(self)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The value as indented JSON for people, two spaces a level.
  public var prettyJSON: String { pretty(indent: "") }

  private func pretty(indent: String) -> String {
    let inner = indent + "  "
    switch self {
    case .array(let elements) where !elements.isEmpty:
      let isFlat = elements.allSatisfy { $0.arrayValue == nil && $0.objectValue == nil }
      if isFlat, compactJSON.utf8.count <= 72 {
        return "[" + elements.map { $0.compactJSON }.joined(separator: ", ") + "]"
      }
      let lines = elements.map { inner + $0.pretty(indent: inner) }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(indent)]"
    case .object(let members) where !members.isEmpty:
      let lines = members.map {
        inner + JSONValue.string($0.key).compactJSON + ": " + $0.value.pretty(indent: inner)
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    default:
      return compactJSON
    }
  }
}
