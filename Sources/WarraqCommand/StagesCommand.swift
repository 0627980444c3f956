import ArgumentParser
import Warraq
import WarraqStandard

/// `warraq stages`.
struct StagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stages", abstract: "List the stages, or tell all about one.")

  @Argument(help: "A stage.")
  var name: String?

  @OptionGroup var plugins: PluginOption

  @Flag(help: "Write the reference page of all stages as Markdown.")
  var markdown = false

  func run() throws {
    let registry = try Plugins.registry(named: plugins.plugin)
    if markdown {
      Terminal.show(StagePage.markdown(registry))
      return
    }
    guard let name else {
      Terminal.show(Columns.format(registry.descriptors.map { ($0.id, $0.summary) }))
      return
    }
    guard let descriptor = registry[name]?.descriptor else {
      throw CommandFailure(
        "warraq stages: unknown stage `\(name)`: "
          + Suggestion.mend(for: name, among: registry.ids))
    }
    Terminal.show(StagePage.text(descriptor))
  }
}
