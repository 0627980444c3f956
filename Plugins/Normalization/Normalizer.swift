import ArabicText
import ICUText
import UTF8Text

/// A chain of operations, compiled so that neighbours that rewrite single scalars cost one pass.
public struct Normalizer: Sendable {
  private let actions: [Operation.Action]

  /// Compiles operations, to be done in their order.
  public init(_ operations: [Operation]) {
    var actions: [Operation.Action] = []
    for operation in operations {
      if case .scalars(let map) = operation.action, case .scalars(let before) = actions.last {
        actions[actions.count - 1] = .scalars(before.followed(by: map))
      } else {
        actions.append(operation.action)
      }
    }
    self.actions = actions
  }

  /// The normalized text and its alignment to `text`.
  ///
  /// - Throws: `ICUError` for texts beyond 2 GiB.
  public func normalize(_ text: Text) throws(ICUError) -> (text: Text, alignment: Alignment) {
    var current = text
    var alignment = Alignment.identity
    for action in actions {
      let step: (text: Text, alignment: Alignment)
      switch action {
      case .scalars(let map): step = map.apply(to: current)
      case .unicode(let form): step = try form.normalize(current)
      case .spaces: step = Spacing.collapse(current)
      case .rewrite(let rewrite): step = rewrite(current)
      }
      current = step.text
      alignment = alignment.composed(with: step.alignment)
    }
    return (current, alignment)
  }
}
