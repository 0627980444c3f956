import ArabicText
import ICUText
import UTF8Text

/// A chain of operations, compiled so that neighbours that rewrite single scalars cost one pass,
/// and the commonest chains run through one loop over vectors.
public struct Normalizer: Sendable {
  private let actions: [Operation.Action]
  private let plan: FoldPlan?
  /// True to leave every short cut out, ICU's normalizer included.
  private let isPlain: Bool

  /// Compiles operations, to be done in their order.
  public init(_ operations: [Operation]) {
    self.init(operations, path: .vectors)
  }

  /// Ways to the same bytes, for comparing them.
  enum Path {
    /// One loop over vectors and tables, where the chain allows it.
    case vectors
    /// One loop over tables alone.
    case tables
    /// One operation after the other.
    case plain
  }

  /// A chain that takes a given way.
  init(_ operations: [Operation], path: Path) {
    var actions: [Operation.Action] = []
    for operation in operations {
      if case .scalars(let map) = operation.action, case .scalars(let before) = actions.last {
        actions[actions.count - 1] = .scalars(before.followed(by: map))
      } else {
        actions.append(operation.action)
      }
    }
    self.actions = actions
    isPlain = path == .plain
    plan = path == .plain ? nil : FoldPlan(actions, usesVectors: path == .vectors)
  }

  /// The normalized text and its alignment to `text`.
  ///
  /// - Throws: `ICUError` for texts beyond 2 GiB.
  public func normalize(_ text: Text) throws(ICUError) -> (text: Text, alignment: Alignment) {
    if let plan, let result = try fold(text, plan, keepsEdits: true) { return result }
    return try runChain(text)
  }

  /// The normalized text alone, for callers that need no offsets.
  ///
  /// - Throws: `ICUError` for texts beyond 2 GiB.
  public func normalized(_ text: Text) throws(ICUError) -> Text {
    if let plan, let result = try fold(text, plan, keepsEdits: false) { return result.text }
    return try runChain(text).text
  }

  private func runChain(_ text: Text) throws(ICUError) -> (text: Text, alignment: Alignment) {
    var current = text
    var alignment = Alignment.identity
    for action in actions {
      let step: (text: Text, alignment: Alignment)
      switch action {
      case .scalars(let map): step = map.apply(to: current)
      case .unicode(let form) where isPlain: step = try form.normalizeWithoutScan(current)
      case .unicode(let form): step = try form.normalize(current)
      case .spaces: step = Spacing.collapse(current)
      case .rewrite(let rewrite): step = rewrite(current)
      }
      current = step.text
      alignment = alignment.composed(with: step.alignment)
    }
    return (current, alignment)
  }

  /// The fast path, or nil when the plain chain must take the whole text.
  private func fold(
    _ text: Text, _ plan: FoldPlan, keepsEdits: Bool
  ) throws(ICUError) -> (text: Text, alignment: Alignment)? {
    let (size, overflow) = text.count.addingReportingOverflow(text.count / 4 + 256)
    guard text.count > 0, !overflow else { return nil }
    var edits: [Alignment.Edit] = []
    var isChanged = false
    var isComplete = false
    var failure: ICUError?
    let result = [UInt8](unsafeUninitializedCapacity: size) { output, initialized in
      text.bytes.withUnsafeBufferPointer { source in
        var run = FoldRun(source: source, output: output, keepsEdits: keepsEdits)
        do throws(ICUError) {
          isComplete = try finish(&run, plan, text)
        } catch {
          failure = error
        }
        initialized = run.written
        edits = run.edits
        isChanged = run.isChanged
      }
    }
    if let failure { throw failure }
    guard isComplete else { return nil }
    return isChanged ? (Text(wellFormed: result), Alignment(edits: edits)) : (text, .identity)
  }

  /// Runs to the end, giving hard lines to the plain chain; false when it must take it all.
  private func finish(
    _ run: inout FoldRun, _ plan: FoldPlan, _ text: Text
  ) throws(ICUError) -> Bool {
    while true {
      switch plan.withTables({ run.advance($0) }) {
      case .done: return true
      case .hardText: return false
      case .hardLine:
        let line = run.currentLine(trimmed: plan.collapsesSpaces)
        let (result, alignment) = try runChain(Text(wellFormed: Array(text.bytes[line])))
        guard run.replaceLine(line, by: result.bytes, alignment: alignment) else { return false }
      }
    }
  }
}
