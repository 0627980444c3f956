import ICUText
import Warraq

/// The stage `normalize`: puts a normalized view before the stages that follow.
public struct NormalizeStage: Stage {
  static let preset = StageOption(
    "preset", default: Preset.reading, "A named list of operations.")
  static let operations = StageOption<[String]>(
    "ops", default: [], "Operations to do, in this order, instead of a preset's.")
  static let isWritten = StageOption(
    "output", default: false, "Write the normalized text into the result as `normalized`.")

  public static let descriptor = StageDescriptor(
    id: "normalize",
    summary: "Normalize spelling and typography, as a view that keeps offsets to the source.",
    options: stageOptions(preset, operations, isWritten),
    provides: [.layer(.normalized, optional: true)])

  private let normalizer: Normalizer
  private let method: String
  private let isWritten: Bool

  public init(options: OptionValues) throws(OptionError) {
    var names = options[Self.preset].operations
    method = options.isGiven(Self.operations) ? "ops" : options[Self.preset].rawValue
    if options.isGiven(Self.operations) {
      if options.isGiven(Self.preset) {
        throw OptionError(
          option: "ops", problem: "`preset` is given too", mend: "keep one of them")
      }
      names = options[Self.operations]
    }
    var operations: [Operation] = []
    for name in names {
      guard let operation = Operation.named(name) else {
        throw OptionError(
          option: "ops", problem: "unknown operation `\(name)`",
          mend: Suggestion.mend(for: name, among: Operation.all.map(\.name)))
      }
      operations.append(operation)
    }
    normalizer = Normalizer(operations)
    isWritten = options[Self.isWritten]
  }

  public func process(_ document: inout Document) throws(StageError) {
    do {
      let (text, alignment) = try normalizer.normalize(document.view.text)
      document.derive(text, alignment: alignment)
    } catch {
      throw StageError(error.description)
    }
    if isWritten {
      try document.add(TextLayer(text: document.view.text, method: method), as: .normalized)
    }
  }
}
