import Warraq

/// A field of a result, as tables name it: `id`, a field of the metadata, or a layer and what lies
/// in it, such as `summary.text` or `names.latin`.
public struct FieldPath: Sendable, Hashable {
  /// As it was written.
  public let name: String
  private let parts: [String]

  /// Reads a path; nil for an empty one.
  public init?(_ name: String) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard !parts.contains("") else { return nil }
    self.name = name
    self.parts = parts
  }

  /// The layer or metadata field that the path begins with.
  public var root: String { parts[0] }

  /// The field of a result object as text. Of lists, each item, parted by `; `; of an object, its
  /// `text`. Empty when it is not there.
  public func text(in object: JSONValue) -> String {
    Self.text(of: object, parts[...])
  }

  private static func text(of value: JSONValue, _ parts: ArraySlice<String>) -> String {
    if let elements = value.arrayValue {
      return elements.lazy.map { text(of: $0, parts) }.filter { !$0.isEmpty }
        .joined(separator: "; ")
    }
    if let part = parts.first {
      guard let member = value[part] else { return "" }
      return text(of: member, parts.dropFirst())
    }
    switch value {
    case .null: return ""
    case .bool(let bool): return bool ? "true" : "false"
    case .number(let spelling): return spelling
    case .string(let string): return string
    case .array: return ""
    case .object: return value["text"]?.stringValue ?? value.compactJSON
    }
  }
}
