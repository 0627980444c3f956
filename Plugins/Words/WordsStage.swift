import ArabicText
import ICUText
import Warraq

/// The stage `words`: cuts sentences into words and works out the forms of each.
public struct WordsStage: Stage {
  static let stopWords = StageOption<[String]>(
    "stop-words", default: [], "Further words that carry no topic.")
  static let stemmer = StageOption(
    "stemmer", default: WordStemmer.light,
    "Whose stems: our own light ones, exactly Lucene's or Snowball's, or none.")
  static let clitics = StageOption(
    "clitics", default: false,
    "Also give the places of attached particles (و ف ب ل ك س ال) and pronouns (ه ها هم نا…).")

  public static let descriptor = StageDescriptor(
    id: "words",
    summary: "Cut sentences into words; fold, strip proclitics, stem and flag stop words.",
    options: stageOptions(stopWords, stemmer, clitics),
    requires: ["sentences"],
    provides: [.layer(.words, written: false)])

  private let tokenizer = Tokenizer()
  private let memories: WordMemoryPool

  public init(options: OptionValues) throws(OptionError) {
    memories = WordMemoryPool(
      FormMaker(
        stemmer: options[Self.stemmer], findsClitics: options[Self.clitics],
        extraStopWords: Set(options[Self.stopWords].map { ByteKey(ArabicFold.fold($0)) })))
  }

  public func process(_ document: inout Document) throws(StageError) {
    let sentences = try document.required(.sentences)
    let view = document.view
    var memory = memories.take()
    memory.beginDocument()
    var tokens: [TokenLayer.Token] = []
    tokens.reserveCapacity(view.text.count / 8)
    do throws(ICUError) {
      try view.text.bytes.withUnsafeBufferPointer { (bytes) throws(ICUError) in
        var pieces: [Tokenizer.Piece] = []
        var boundaries: [BreakFinder.Boundary] = []
        for (index, sentence) in sentences.spans.enumerated() {
          pieces.removeAll(keepingCapacity: true)
          try tokenizer.tokenize(
            bytes, view.viewSpan(of: sentence), boundaries: &boundaries, into: &pieces)
          for piece in pieces {
            let isWord = piece.kind == .word || piece.kind == .latin || piece.kind == .tag
            let word = UnsafeBufferPointer(rebasing: bytes[piece.span.range])
            tokens.append(
              TokenLayer.Token(
                span: view.sourceSpan(of: piece.span), kind: piece.kind,
                term: memory.number(of: word, isWord: isWord), sentence: index))
          }
        }
      }
    } catch {
      throw StageError(error.description)
    }
    let layer = TokenLayer(tokens: tokens, terms: memory.finishDocument())
    memories.give(memory)
    try document.add(layer, as: .words)
  }
}
