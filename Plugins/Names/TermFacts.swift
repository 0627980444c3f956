import ArabicText
import Warraq

/// What the lexicon and the word frequencies tell of one form, worked out once a document.
struct TermFacts {
  /// The form as a part of a name, glued particles left out.
  let nameForm: String
  /// Bytes of the folded form that are glued particles.
  let particleLength: Int
  /// How often the form opens a person's name in the lexicon.
  let firstCount: Int
  /// How often it stands in a name at all.
  let totalCount: Int
  /// News articles that hold the form.
  let documents: Int
  let isStopWord: Bool
  /// True when و is glued to the form: it begins something new.
  let hasConjunction: Bool

  init(_ term: TokenLayer.Term, lexicon: NameLexicon) {
    var form = term.folded
    var cut = 0
    var unit = lexicon.unit(form)
    if unit == nil || unit?.totalCount ?? 0 < 3, let stripped = Self.stripped(term) {
      if let bare = lexicon.unit(stripped), bare.totalCount > 3 * (unit?.totalCount ?? 0) {
        unit = bare
        cut = form.utf8.count - stripped.utf8.count
        form = stripped
      }
    }
    nameForm = form
    particleLength = cut
    firstCount = unit?.firstCount ?? 0
    totalCount = unit?.totalCount ?? 0
    documents = WordFrequencies.shared.documents(with: form)
    isStopWord = term.isStopWord
    hasConjunction = cut > 0 && term.folded.utf8.starts(with: "و".utf8)
  }

  /// The form without a single particle at its start, the article kept.
  private static func stripped(_ term: TokenLayer.Term) -> String? {
    let utf8 = term.folded.utf8
    guard utf8.count >= 8 else { return nil }
    for particle in ["و", "ل", "ب", "ف"] where utf8.starts(with: particle.utf8) {
      return String(Substring(utf8.dropFirst(2)))
    }
    return nil
  }

  /// True when the form is a word of names more than a word of the language.
  var isMostlyName: Bool { totalCount >= 2 && totalCount * 12 >= documents }

  /// True when the form begins names.
  var opensNames: Bool { firstCount >= 3 }

  /// True when news hardly ever uses the form, as with foreign surnames.
  var isRareWord: Bool { documents <= 12 }
}
