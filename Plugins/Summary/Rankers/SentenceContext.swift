/// What rankers are given of a document.
struct SentenceContext {
  let table: SentenceTable
  /// The title's topic words; empty without a title.
  var title = SentenceFacts()
  /// How many sentences the budget may hold at the most; rankers that choose one after the other
  /// need not go on.
  var needed: Int

  var count: Int { table.sentences.count }
}
