/// One thing that is wrong with a recipe.
public struct RecipeFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of faults, each with a code that stays the same from version to version.
  public enum Code: String, CaseIterable, Sendable {
    case brokenJSON = "R001"
    case wrongType = "R002"
    case unknownKey = "R003"
    case missingKey = "R004"
    case duplicateKey = "R005"
    case unknownStage = "R010"
    case unknownOption = "R011"
    case wrongOptionType = "R012"
    case optionOutOfRange = "R013"
    case refusedOption = "R014"
    case missingLayer = "R020"
    case layerProvidedTwice = "R021"
    case unknownLayer = "R022"
    case valueNotAllowed = "R023"
  }

  /// What kind of fault it is.
  public let code: Code
  /// JSON pointer of the value at fault; empty for the whole recipe.
  public let pointer: String
  /// Line in the recipe, from 1.
  public let line: Int
  /// Column in that line, from 1, in bytes.
  public let column: Int
  /// What is wrong.
  public let problem: String
  /// How to put it right.
  public let mend: String

  /// Place, code, problem and mend: `4:31: R011 unknown option…`.
  public var description: String {
    "\(line):\(column): \(code.rawValue) \(problem)"
      + (pointer.isEmpty ? "" : " at \(pointer)") + ": \(mend)"
  }

  /// The fault as JSON.
  public var json: JSONValue {
    [
      "code": .string(code.rawValue), "pointer": .string(pointer), "line": .number(String(line)),
      "column": .number(String(column)), "problem": .string(problem), "mend": .string(mend),
    ]
  }
}

/// A recipe that cannot be run, with all that is wrong with it.
public struct RecipeError: Error, CustomStringConvertible {
  /// The faults in the order of their places.
  public let faults: [RecipeFault]

  /// Takes at least one fault.
  public init(_ faults: [RecipeFault]) { self.faults = faults }

  /// A line a fault.
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}
