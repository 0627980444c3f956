import ArgumentParser

/// Plugins for one command beside those that were added.
struct PluginOption: ParsableArguments {
  @Option(help: "The folder of a plugin to use beside those added; may be given several times.")
  var plugin: [String] = []
}
