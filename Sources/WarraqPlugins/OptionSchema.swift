import Warraq

/// Options of stages from outside, declared in the part of JSON Schema that options need: `type`
/// (boolean, integer, number, string, array of strings), `enum`, `minimum`, `maximum`, `default`,
/// `description`.
enum OptionSchema {
  private static let keys = [
    "type", "enum", "minimum", "maximum", "default", "description", "items",
  ]

  /// The option that a schema declares.
  ///
  /// - Throws: `PluginError` for a schema that goes beyond this part, or whose default does not fit.
  static func option(
    _ name: String, _ schema: JSONValue, path: String, at pointer: String
  ) throws(PluginError) -> AnyStageOption {
    guard let members = schema.objectValue else {
      throw PluginError(path, at: pointer, "an option is an object", mend: "write { \"type\": … }")
    }
    for member in members where !keys.contains(member.key) {
      throw PluginError(
        path, at: "\(pointer)/\(JSONPointer.escape(member.key))",
        "options have no `\(member.key)`", mend: Suggestion.mend(for: member.key, among: keys))
    }
    let type = schema["type"]?.stringValue ?? (schema["enum"] == nil ? "" : "string")
    guard let words = names[type] else {
      throw PluginError(
        path, at: pointer + "/type", "`\(type)` is no type of option",
        mend: Suggestion.mend(for: type, among: Array(names.keys)))
    }
    guard let defaultValue = schema["default"] else {
      throw PluginError(
        path, at: pointer, "the option has no `default`",
        mend: "add one: recipes may leave options out")
    }
    let judge: @Sendable (JSONValue) -> AnyStageOption.Judgement = { value in
      judgement(of: value, type: type, schema: schema)
    }
    guard judge(defaultValue) == .fits else {
      throw PluginError(
        path, at: pointer + "/default", "the default does not fit its own schema",
        mend: "write \(words)")
    }
    return AnyStageOption(
      name: name, summary: schema["description"]?.stringValue ?? "",
      defaultValue: defaultValue, typeDescription: words + range(schema),
      schema: members.filter { $0.key != "default" && $0.key != "description" }, judge: judge)
  }

  private static let names = [
    "boolean": "true or false", "integer": "a whole number", "number": "a number",
    "string": "a string", "array": "a list of strings",
  ]

  private static func range(_ schema: JSONValue) -> String {
    let lower = schema["minimum"].map { " from \($0.compactJSON)" } ?? ""
    return lower + (schema["maximum"].map { " to \($0.compactJSON)" } ?? "")
  }

  private static func judgement(
    of value: JSONValue, type: String, schema: JSONValue
  ) -> AnyStageOption.Judgement {
    let hasType =
      switch type {
      case "boolean": value.boolValue != nil
      case "integer": value.intValue != nil
      case "number": value.doubleValue != nil
      case "string": value.stringValue != nil
      default: [String](json: value) != nil
      }
    guard hasType else { return .wrongType }
    if let choices = schema["enum"]?.arrayValue, !choices.contains(value) { return .outOfRange }
    guard let number = value.doubleValue else { return .fits }
    if let minimum = schema["minimum"]?.doubleValue, number < minimum { return .outOfRange }
    if let maximum = schema["maximum"]?.doubleValue, number > maximum { return .outOfRange }
    return .fits
  }
}
