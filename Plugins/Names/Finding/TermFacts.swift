import ArabicText
import Warraq

/// What the lexicon and the word frequencies tell of one form.
/// A class, so that the finder's many looks at it copy one reference.
final class TermFacts: Sendable {
  /// The folded form itself.
  let folded: String
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
  /// News articles that hold another form of the same word.
  let familyDocuments: Int
  /// What the word may be beside a name.
  let roles: RoleFlags
  /// True when the word, after at most one particle, begins with the article.
  let hasArticle: Bool
  /// True for `علي`, which folding makes one with the preposition على.
  let isAli: Bool
  /// True for `بن`.
  let isBin: Bool
  /// True for `عبدالله` and the like, written as one word.
  let isJoinedCompound: Bool
  private let beginsWithWaw: Bool
  /// True for a word of several letters with ها or هم glued to it, or with ل and the article.
  private let isInflected: Bool

  /// News articles in which a word may stand and still count as rare.
  private static let rareDocuments = 12
  private static let articles = ["ال", "وال", "لل"].map { Array($0.utf8) }
  private static let particles = ["و", "ل", "ب", "ف"].map { Array($0.utf8) }
  private static let verbPrefixes = ["ي", "ت", "س", "ل", "ب"].map { Array($0.utf8) }
  private static let waw = Array("و".utf8)
  /// True when و is glued to the form: it begins something new.
  let hasConjunction: Bool

  init(_ term: TokenLayer.Term, lexicon: NameLexicon) {
    let folded = term.folded
    self.folded = folded
    var form = folded
    var cut = 0
    var unit = lexicon.counts(form)
    if unit == nil || unit?.total ?? 0 < 3, let stripped = Self.stripped(folded) {
      // A form that is common in news is a word of its own: برقية is not ب before رقية.
      if let bare = lexicon.counts(stripped), bare.total > 3 * (unit?.total ?? 0),
        WordFrequencies.shared.documents(with: form) <= bare.total
      {
        unit = bare
        cut = form.utf8.count - stripped.utf8.count
        form = stripped
      }
    }
    nameForm = form
    particleLength = cut
    firstCount = unit?.first ?? 0
    isJoinedCompound = CompoundNames.secondWord(of: form.utf8) != nil
    totalCount = max(unit?.total ?? 0, isJoinedCompound ? 50 : 0)
    documents = WordFrequencies.shared.documents(with: form)
    roles = Roles.flags(of: folded)
    hasArticle = Self.articles.contains { folded.utf8.starts(with: $0) }
    isKnownSurname =
      totalCount >= Self.leastKnown && firstCount * 3 <= totalCount && !isJoinedCompound
      && !hasArticle && form.utf8.count >= 8 && cut == 0
      && documents <= Self.mostDocuments * totalCount
      && WordFrequencies.shared.documents(with: "ال" + form) == 0
      && !Self.isLargePlace(form, lexicon)
    isAli = form == "علي"
    isBin = folded == "بن"
    let hasPronoun = form.utf8.count >= 10 && (form.hasSuffix("ها") || form.hasSuffix("هم"))
    isInflected = hasPronoun || folded.hasPrefix("لل")
    beginsWithWaw = folded.utf8.starts(with: Self.waw)
    hasConjunction = beginsWithWaw && (cut > 0 || totalCount < 3)
    // Only words that are rare themselves need the count of their relatives.
    let isRare = documents <= Self.rareDocuments
    familyDocuments = isRare ? Self.familyDocuments(term, form: form) : 0
  }

  /// News articles that hold the form's base or stem, when those are long enough to tell.
  private static func familyDocuments(_ term: TokenLayer.Term, form: String) -> Int {
    var most = 0
    if term.baseUTF8.count >= 6, term.baseUTF8.count != form.utf8.count {
      most = WordFrequencies.shared.documents(with: term.base)
      // بالنصيحة: many words have the article more often than not.
      most = max(most, WordFrequencies.shared.documents(with: "ال" + term.base))
    }
    if term.stemUTF8.count >= 6, term.stemUTF8.count != form.utf8.count {
      most = max(most, WordFrequencies.shared.documents(with: term.stem))
    }
    let utf8 = form.utf8
    if utf8.count >= 10, verbPrefixes.contains(where: { utf8.starts(with: $0) }) {
      let bare = String(Substring(utf8.dropFirst(2)))
      most = max(most, WordFrequencies.shared.documents(with: bare))
    }
    return most
  }

  /// Whether a place of many bears the name: small ones bear those of people.
  private static func isLargePlace(_ form: String, _ lexicon: NameLexicon) -> Bool {
    guard let name = lexicon.name(form), name.kind == .place else { return false }
    return name.spellings.contains { $0.count >= NameLexiconBuilder.largePlace }
  }

  /// The form without a single particle at its start, the article kept.
  private static func stripped(_ folded: String) -> String? {
    let utf8 = folded.utf8
    guard utf8.count >= 8 else { return nil }
    for particle in particles where utf8.starts(with: particle) {
      return String(Substring(utf8.dropFirst(2)))
    }
    return nil
  }

  /// True when the form is a word of names more than a word of the language.
  var isMostlyName: Bool {
    isJoinedCompound || totalCount >= 2 && totalCount * 12 >= documents
  }

  /// True when the form ends names more often than it begins them, and hardly ever is another word: فستان is not ف before
  /// Stan. The numbers were found on news in which persons are marked.
  var isMostlySurname: Bool {
    totalCount >= 8 && firstCount * 3 <= totalCount && documents * 3 <= totalCount
      && nameForm.utf8.count >= 8 && (particleLength == 0 || hasConjunction)
  }

  /// True for the surname of somebody whom all the world knows, which no word of the language is, since none has it with
  /// the article: بوتين, أوباما.
  let isKnownSurname: Bool
  /// How often the lexicon has such a surname, at least; and news articles for each time, at most.
  private static let leastKnown = 60
  private static let mostDocuments = 2

  /// True when the form begins names.
  var opensNames: Bool { firstCount >= 3 || isJoinedCompound }

  /// True when news hardly ever uses the form, as with foreign surnames.
  var isRareWord: Bool {
    documents <= Self.rareDocuments && familyDocuments <= 25 && !isInflected
  }
}
