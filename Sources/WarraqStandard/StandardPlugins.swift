import Warraq
import WarraqExpressions
import WarraqFilter
import WarraqKeywords
import WarraqNames
import WarraqNormalization
import WarraqRomanization
import WarraqSentences
import WarraqStructure
import WarraqSummary
import WarraqWords

extension StageRegistry {
  /// The stages that come with the toolkit.
  public static let standard: StageRegistry = {
    var registry = StageRegistry()
    registry.register(StructureStage.self)
    registry.register(FilterStage.self)
    registry.register(NormalizeStage.self)
    registry.register(SentencesStage.self)
    registry.register(WordsStage.self)
    registry.register(DatesStage.self)
    registry.register(NumbersStage.self)
    registry.register(KeywordsStage.self)
    registry.register(NamesStage.self)
    registry.register(SummarizeStage.self)
    registry.register(TransliterateStage.self)
    return registry
  }()
}
