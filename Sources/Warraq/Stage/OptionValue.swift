/// A type that an option of a stage may have.
public protocol OptionValue: Sendable {
  /// The value in JSON, or nil when JSON's value is of another type.
  init?(json: JSONValue)
  /// The value as JSON.
  var json: JSONValue { get }
  /// JSON Schema of the type.
  static var schema: [JSONValue.Member] { get }
  /// The type in words, for messages: "a whole number".
  static var typeDescription: String { get }
}

extension Bool: OptionValue {
  public init?(json: JSONValue) {
    guard let value = json.boolValue else { return nil }
    self = value
  }
  public var json: JSONValue { .bool(self) }
  public static var schema: [JSONValue.Member] { [.init("type", "boolean")] }
  public static var typeDescription: String { "true or false" }
}

extension Int: OptionValue {
  public init?(json: JSONValue) {
    guard let value = json.intValue else { return nil }
    self = value
  }
  public var json: JSONValue { .number(String(self)) }
  public static var schema: [JSONValue.Member] { [.init("type", "integer")] }
  public static var typeDescription: String { "a whole number" }
}

extension Double: OptionValue {
  public init?(json: JSONValue) {
    guard let value = json.doubleValue, value.isFinite else { return nil }
    self = value
  }
  public var json: JSONValue {
    .number(self == rounded() && abs(self) < 1e9 ? String(Int(self)) : "\(self)")
  }
  public static var schema: [JSONValue.Member] { [.init("type", "number")] }
  public static var typeDescription: String { "a number" }
}

extension String: OptionValue {
  public init?(json: JSONValue) {
    guard let value = json.stringValue else { return nil }
    self = value
  }
  public var json: JSONValue { .string(self) }
  public static var schema: [JSONValue.Member] { [.init("type", "string")] }
  public static var typeDescription: String { "a string" }
}

extension Array: OptionValue where Element: OptionValue {
  public init?(json: JSONValue) {
    guard let elements = json.arrayValue else { return nil }
    var values: [Element] = []
    for element in elements {
      guard let value = Element(json: element) else { return nil }
      values.append(value)
    }
    self = values
  }
  public var json: JSONValue { .array(map(\.json)) }
  public static var schema: [JSONValue.Member] {
    [.init("type", "array"), .init("items", .object(Element.schema))]
  }
  public static var typeDescription: String { "a list, each element \(Element.typeDescription)" }
}

/// A type whose values are a closed list of names.
public protocol OptionChoice: OptionValue, CaseIterable, RawRepresentable where RawValue == String {
}

extension OptionChoice {
  public init?(json: JSONValue) {
    guard let name = json.stringValue else { return nil }
    self.init(rawValue: name)
  }
  public var json: JSONValue { .string(rawValue) }
  public static var schema: [JSONValue.Member] {
    [.init("enum", .array(allCases.map { .string($0.rawValue) }))]
  }
  public static var typeDescription: String {
    "one of " + allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
  }
}
