/// The reference page of a stage, made from its declaration.
public enum StagePage {
  /// The page as plain text.
  public static func text(_ descriptor: StageDescriptor) -> String {
    var lines = ["\(descriptor.id): \(descriptor.summary)", ""]
    lines.append("requires: " + list(descriptor.requires))
    lines.append("uses:     " + list(descriptor.uses))
    lines.append("provides: " + list(descriptor.provides))
    if !descriptor.isDeterministic { lines.append("two runs may differ") }
    lines.append("")
    lines.append(descriptor.options.isEmpty ? "no options" : "options:")
    for option in descriptor.options {
      lines.append("  \(option.name): \(option.summary)")
      lines.append(
        "      \(option.typeDescription); default \(option.defaultValue.compactJSON)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The pages of all stages of a registry as one Markdown document.
  public static func markdown(_ registry: StageRegistry) -> String {
    let head = """
      # Stages

      Made from the stages' own declarations by `make docs`; a test keeps it in step.


      """
    return head + registry.descriptors.map(markdown).joined(separator: "\n")
  }

  /// The page of one stage as Markdown.
  static func markdown(_ descriptor: StageDescriptor) -> String {
    var lines = ["## `\(descriptor.id)`", "", descriptor.summary, ""]
    lines.append("Requires \(list(descriptor.requires)); uses \(list(descriptor.uses)); ")
    lines[lines.count - 1] += "provides \(list(descriptor.provides))."
    lines.append("")
    if descriptor.options.isEmpty { return lines.joined(separator: "\n") + "It has no options.\n" }
    lines += ["| option | value | default | what for |", "|---|---|---|---|"]
    for option in descriptor.options {
      lines.append(
        "| `\(option.name)` | \(option.typeDescription) | "
          + "`\(option.defaultValue.compactJSON)` | \(option.summary) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func list(_ layers: [LayerName]) -> String {
    layers.isEmpty ? "nothing" : layers.map(\.rawValue).joined(separator: ", ")
  }
}
