import ArgumentParser
import ICUText
import Warraq

/// The command `warraq`.
struct WarraqCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "warraq",
    abstract: "Arabic-first text toolkit: recipes of stages over corpora of articles.",
    discussion: """
      Exit codes: 0 all done; 1 some documents failed, the rest are written; 2 wrong usage, \
      recipe or input; 130 stopped by the user.
      """,
    version: """
      warraq \(WarraqVersion.current) (ICU \(ICUVersion.icu), Unicode \(ICUVersion.unicode))
      """,
    groupedSubcommands: [
      CommandGroup(
        name: "Recipes",
        subcommands: [
          RunCommand.self, RecipesCommand.self, RecipeCommand.self, StagesCommand.self,
          PluginsCommand.self, SearchCommand.self,
        ]),
      CommandGroup(
        name: "Single stages",
        subcommands: [
          NormalizeCommand.self, SentencesCommand.self, WordsCommand.self, KeywordsCommand.self,
          SummarizeCommand.self,
          TransliterateCommand.self, NamesCommand.self,
        ]),
      CommandGroup(
        name: "Tables and measures",
        subcommands: [CorpusCommand.self, TrainCommand.self, EvaluateCommand.self]),
    ])
}
