/// A JSON value that keeps the order of object members and the spelling of numbers, so that
/// metadata leaves as it came.
public indirect enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  /// A number as it was spelled, such as `1e3` or `0.10`.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// A key and its value.
  public struct Member: Sendable, Hashable {
    /// The key.
    public var key: String
    /// The value.
    public var value: JSONValue

    /// Pairs a key and a value.
    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// The value of an object's first member with this key.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The string, when it is one.
  public var stringValue: String? {
    if case .string(let string) = self { return string }
    return nil
  }

  /// The truth value, when it is one.
  public var boolValue: Bool? {
    if case .bool(let bool) = self { return bool }
    return nil
  }

  /// The number as a whole number, when it is one and fits.
  public var intValue: Int? {
    guard case .number(let lexeme) = self else { return nil }
    if let int = Int(lexeme) { return int }
    guard let double = Double(lexeme) else { return nil }
    return Int(exactly: double)
  }

  /// The number as a double, when it is a number.
  public var doubleValue: Double? {
    guard case .number(let lexeme) = self else { return nil }
    return Double(lexeme)
  }

  /// The elements, when it is an array.
  public var arrayValue: [JSONValue]? {
    if case .array(let elements) = self { return elements }
    return nil
  }

  /// The members, when it is an object.
  public var objectValue: [Member]? {
    if case .object(let members) = self { return members }
    return nil
  }

  /// What kind of value it is, in JSON's words: `string`, `number`, `array` and so on.
  public var typeName: String {
    switch self {
    case .null: "null"
    case .bool: "boolean"
    case .number: intValue == nil ? "number" : "integer"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// A JSON string.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A JSON number.
  public init(integerLiteral value: Int) { self = .number(String(value)) }
  /// A JSON number.
  public init(floatLiteral value: Double) { self = value.json }
  /// `true` or `false`.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// A JSON array.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  /// A JSON object with its members in the order written.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
}
