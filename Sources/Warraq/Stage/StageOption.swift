/// An option of a stage: its name, type, default, range and what it is for.
public struct StageOption<Value: OptionValue>: Sendable {
  /// The name that recipes use.
  public let name: String
  /// The value when the recipe gives none.
  public let defaultValue: Value
  /// What it is for, in one sentence.
  public let summary: String
  let check: AnyStageOption

  /// Declares an option of any value of its type.
  public init(_ name: String, default defaultValue: Value, _ summary: String) {
    self.init(name, default: defaultValue, summary, range: nil, limits: []) { _ in true }
  }

  private init(
    _ name: String, default defaultValue: Value, _ summary: String, range: String?,
    limits: [JSONValue.Member], accepts: @escaping @Sendable (Value) -> Bool
  ) {
    self.name = name
    self.defaultValue = defaultValue
    self.summary = summary
    let type = Value.typeDescription + (range.map { " from \($0)" } ?? "")
    check = AnyStageOption(
      name: name, summary: summary, defaultValue: defaultValue.json, typeDescription: type,
      schema: Value.schema + limits,
      judge: { json in
        guard let value = Value(json: json) else { return .wrongType }
        return accepts(value) ? .fits : .outOfRange
      })
  }
}

extension StageOption where Value: Comparable & Strideable {
  /// Declares an option whose values are limited to a range.
  public init(
    _ name: String, default defaultValue: Value, in range: ClosedRange<Value>, _ summary: String
  ) {
    self.init(
      name, default: defaultValue, summary,
      range: "\(range.lowerBound.json.compactJSON) to \(range.upperBound.json.compactJSON)",
      limits: [
        .init("minimum", range.lowerBound.json), .init("maximum", range.upperBound.json),
      ]
    ) { range.contains($0) }
  }
}

/// An option without its type: what validation, help and schema need.
public struct AnyStageOption: Sendable {
  /// How a value fits.
  public enum Judgement: Sendable {
    case fits
    case wrongType
    case outOfRange
  }

  /// The name that recipes use.
  public let name: String
  /// What it is for.
  public let summary: String
  /// The value when the recipe gives none.
  public let defaultValue: JSONValue
  /// Type and range in words.
  public let typeDescription: String
  let schema: [JSONValue.Member]
  let judge: @Sendable (JSONValue) -> Judgement

  /// JSON Schema of the option.
  public var jsonSchema: JSONValue {
    .object(
      [.init("description", .string(summary))] + schema + [.init("default", defaultValue)])
  }

  /// Declares an option by hand, for stages whose declaration comes from outside.
  public init(
    name: String, summary: String, defaultValue: JSONValue, typeDescription: String,
    schema: [JSONValue.Member], judge: @escaping @Sendable (JSONValue) -> Judgement
  ) {
    self.name = name
    self.summary = summary
    self.defaultValue = defaultValue
    self.typeDescription = typeDescription
    self.schema = schema
    self.judge = judge
  }

  /// Leaves the type of an option aside.
  public init<Value: OptionValue>(_ option: StageOption<Value>) {
    self = option.check
  }
}

/// Gathers options into the list that a descriptor takes.
public func stageOptions<each Value: OptionValue>(
  _ options: repeat StageOption<each Value>
) -> [AnyStageOption] {
  var list: [AnyStageOption] = []
  for option in repeat each options { list.append(AnyStageOption(option)) }
  return list
}

/// The options of one stage in one recipe, checked against the declaration, defaults filled in.
public struct OptionValues: Sendable {
  private let values: [String: JSONValue]

  /// Takes checked values.
  public init(_ values: [String: JSONValue] = [:]) { self.values = values }

  /// The value of an option.
  public subscript<Value: OptionValue>(option: StageOption<Value>) -> Value {
    values[option.name].flatMap(Value.init(json:)) ?? option.defaultValue
  }

  /// True when the recipe gave the option a value.
  public func isGiven<Value: OptionValue>(_ option: StageOption<Value>) -> Bool {
    values[option.name] != nil
  }

  /// Every value that was given, by name, for stages whose declaration comes from outside.
  public var given: [String: JSONValue] { values }
}

/// An option that the declaration alone could not refuse.
public struct OptionError: Error, Hashable, CustomStringConvertible {
  /// The option at fault; empty when the stage itself cannot be made.
  public let option: String
  /// What is wrong with it.
  public let problem: String
  /// What to write instead.
  public let mend: String

  /// Names the option, the problem and the mend.
  public init(option: String, problem: String, mend: String) {
    self.option = option
    self.problem = problem
    self.mend = mend
  }

  /// The option, the problem and the mend, in one line.
  public var description: String { "option `\(option)`: \(problem): \(mend)" }
}
