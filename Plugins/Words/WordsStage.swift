import ArabicText
import ICUText
import Warraq

/// The stage `words`: cuts sentences into words and works out the forms of each.
public struct WordsStage: Stage {
  static let stopWords = StageOption<[String]>(
    "stop-words", default: [], "Further words that carry no topic.")

  public static let descriptor = StageDescriptor(
    id: "words",
    summary: "Cut sentences into words; fold, strip proclitics, stem and flag stop words.",
    options: stageOptions(stopWords),
    requires: ["sentences"],
    provides: [.layer(.words, written: false)])

  private let tokenizer = Tokenizer()
  private let extraStopWords: Set<String>

  public init(options: OptionValues) throws(OptionError) {
    extraStopWords = Set(options[Self.stopWords].map(ArabicFold.fold))
  }

  public func process(_ document: inout Document) throws(StageError) {
    let sentences = try document.required(.sentences)
    let view = document.view
    var pieces: [Tokenizer.Piece] = []
    var boundaries: [BreakFinder.Boundary] = []
    var tokens: [TokenLayer.Token] = []
    var interner = TermInterner()
    var failure: ICUError?
    view.text.bytes.withUnsafeBufferPointer { bytes in
      for (index, sentence) in sentences.spans.enumerated() {
        pieces.removeAll(keepingCapacity: true)
        do throws(ICUError) {
          try tokenizer.tokenize(
            bytes, view.viewSpan(of: sentence), boundaries: &boundaries, into: &pieces)
        } catch {
          failure = error
          return
        }
        for piece in pieces {
          let isWord = piece.kind == .word || piece.kind == .latin || piece.kind == .tag
          let term = interner.intern(
            UnsafeBufferPointer(rebasing: bytes[piece.span.range]), isWord: isWord)
          tokens.append(
            TokenLayer.Token(
              span: view.sourceSpan(of: piece.span), kind: piece.kind, term: term, sentence: index))
        }
      }
    }
    if let failure { throw StageError(failure.description) }
    try document.add(
      TokenLayer(tokens: tokens, terms: withExtraStopWords(interner.terms)), as: .words)
  }

  private func withExtraStopWords(_ terms: [TokenLayer.Term]) -> [TokenLayer.Term] {
    if extraStopWords.isEmpty { return terms }
    return terms.map { term in
      let isStopWord =
        term.isStopWord || extraStopWords.contains(term.folded)
        || extraStopWords.contains(term.base)
      return TokenLayer.Term(
        folded: term.folded, base: term.base, stem: term.stem, isStopWord: isStopWord,
        stemNumber: term.stemNumber)
    }
  }
}
