import Synchronization
import Warraq

/// What one worker has found out about forms; most of a document's words stood in those before it.
struct TermFactsMemory {
  /// Forms to keep: a corpus has no end of them, and the common ones come first.
  private static let capacity = 30_000

  private var forms = ByteInterner()
  private var known: [TermFacts] = []
  /// Spellings of names; the same persons are in the news for weeks.
  private var answers: [ByteKey: NameSpeller.Answer] = [:]
  private static let mostAnswers = 10_000

  /// The spellings of a name by its key.
  mutating func answer(_ key: ByteKey, _ speller: NameSpeller, top: Int) -> NameSpeller.Answer {
    if let answer = answers[key] { return answer }
    let answer = speller.spell(key.string, top: top)
    if answers.count < Self.mostAnswers { answers[key] = answer }
    return answer
  }

  /// The facts of a term.
  mutating func facts(of term: TokenLayer.Term, lexicon: NameLexicon) -> TermFacts {
    let isFull = known.count >= Self.capacity
    let place = term.foldedUTF8.withUnsafeBufferPointer { form in
      isFull ? forms.number(of: form) : forms.intern(form).number
    }
    if let place, place < known.count { return known[place] }
    let facts = TermFacts(term, lexicon: lexicon)
    if !isFull { known.append(facts) }
    return facts
  }
}

/// Memories at rest; each document borrows one.
final class TermFactsPool: Sendable {
  private let resting = Mutex<[TermFactsMemory]>([])

  /// Takes a memory out, or makes one.
  func take() -> TermFactsMemory { resting.withLock { $0.popLast() } ?? TermFactsMemory() }

  /// Gives a memory back.
  func give(_ memory: consuming TermFactsMemory) {
    let memory = memory
    resting.withLock { $0.append(memory) }
  }
}
