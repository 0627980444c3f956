import Warraq

/// The stage `names`: persons in running text with their Latin spelling.
public struct NamesStage: Stage {
  static let alternatives = StageOption(
    "alternatives", default: 3, in: 0...10, "Other Latin spellings to give for each name.")
  static let repeats = StageOption(
    "repeats", default: true, "Give every mention, later ones by surname alone too.")

  public static let descriptor = StageDescriptor(
    id: "names",
    summary: "Find persons' names by titles, offices and a name list; spell them in Latin.",
    options: stageOptions(alternatives, repeats),
    requires: ["words"], uses: ["structure"],
    provides: [.layer(.names)])

  private let alternatives: Int
  private let repeats: Bool
  private let speller = NameSpeller()
  private let memories = TermFactsPool()

  public init(options: OptionValues) throws(OptionError) {
    alternatives = options[Self.alternatives]
    repeats = options[Self.repeats]
  }

  public func process(_ document: inout Document) throws(StageError) {
    let layer = try document.required(.words)
    var memory = memories.take()
    let finder = NameFinder(
      layer: layer, lexicon: .shared, text: document.text, memory: &memory)
    var names: [NameLayer.Name] = []
    var seen: Set<ByteKey> = []
    for mention in finder.mentions() {
      let key = ByteKey(mention.fullKey)
      if !repeats, !seen.insert(key).inserted { continue }
      let answer = memory.answer(key, speller, top: alternatives + 1)
      guard let latin = answer.spellings.first else { continue }
      let others = answer.spellings.dropFirst()
      names.append(
        NameLayer.Name(
          span: mention.span, kind: .person,
          latin: mention.isSurname ? NameFinder.surname(of: latin) : latin,
          alternatives: mention.isSurname ? [] : Array(others), evidence: answer.evidence))
    }
    memories.give(memory)
    try document.add(NameLayer(names: names), as: .names)
  }
}
