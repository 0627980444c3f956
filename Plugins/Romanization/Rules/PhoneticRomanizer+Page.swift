extension PhoneticRomanizer {
  /// What it does, a sentence a rule, for the scheme's page.
  var rules: [String] {
    let long = ["long-a", "long-i", "long-u"].map(value).joined(separator: ", ")
    let ending = value("ta-marbuta")
    return [
      "Words without vowel signs are read as library records read them; with `--reading rules` only their long "
        + "vowels are written.",
      "Long vowels are \(long); final ى is \(value("alef-maqsura")).",
      "The article is `\(value("article"))`, "
        + (assimilatesSunLetters
          ? "its l the letter before which it is said so" : "whatever letter follows")
        + "; و, ف, ب, ك and ل before it are `\(value("prefix-wa"))` and the like"
        + (value("prefix-lil").isEmpty ? "." : ", ل and the article `\(value("prefix-lil"))`."),
      "A letter with shadda is written twice"
        + (keepsDigraphsSingle ? ", ayn and a sound of two Latin letters once." : "."),
      "ة is \(ending.isEmpty ? "not written" : "`\(ending)`") at the end"
        + (writesConstructT
          ? ", `t` before an article, and before names that libraries know." : "."),
      "Hamza is not written at a word's start, nor behind a particle.",
      elidesWasla
        ? "Behind a vowel the article, and an alef that only carries a vowel, lose theirs: `fī l-bayt`."
        : nil,
      joiner == nil
        ? "Words stand apart as in Arabic."
        : "Elements of a compound name are joined by hyphens; names with Allah are one word.",
      value("digraph-divider").isEmpty
        ? nil
        : "`\(value("digraph-divider"))` parts a letter from an h that would else make another of it.",
      capitals.isNever ? "There are no capitals." : capitalRule,
      "A name such as عبدالعزيز that is written as one word is two.",
      "Words that are not read as they are written (ذلك, عمرو, الله) are read as they sound.",
      "Tanwin is an, un, in; an alef that only carries it is not written, nor the alef of فَعَلُوا.",
    ].compactMap { $0 }
  }

  private var capitalRule: String {
    (capitals.isForNames
      ? "Every word has a capital, as in names; with `--kind title` the first one alone, with `subtitle`, `text` and `prose` none; with these, words without vowel signs have the capitals of their `ala-lc` reading"
      : "There are no capitals; with `--kind name` every word has one, with `--kind title` the first; with this, and with `subtitle`, `text` and `prose`, words without vowel signs have the capitals of their `ala-lc` reading")
      + (capitals.raisesArticle
        ? ". An article has one where a name begins." : ". The article has none.")
  }
}
