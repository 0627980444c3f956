import Warraq

/// The small words of names, whose spelling depends on country and place more than on counts.
enum LinkWords {
  /// Spellings of a word that links two parts, the likeliest first; nil for other words.
  static func spellings(
    of unit: String, group: CountryGroup?, at place: PartSpeller.Place
  ) -> [String]? {
    switch links[ByteKey(unit)] {
    case .bin where place.next != nil:
      // The ancients, and whoever is the son of an Abi, are written in the scholars' way.
      if place.next?.hasPrefix("ابي ") == true { return ["ibn", "bin", "Ben"] }
      return group == .maghreb ? ["Ben", "bin", "ibn"] : ["bin", "ibn", "Ben"]
    case .ibn where place.next != nil: return place.isFirst ? ["Ibn", "Ben"] : ["ibn", "bin"]
    case .bint where !place.isFirst && place.next != nil:
      return group == .maghreb ? ["Bent", "bint"] : ["bint", "Bint"]
    case .din:
      switch group {
      case .maghreb: return ["Eddine", "al-Din", "El Din"]
      case .egypt: return ["El-Din", "Eldin", "al-Din", "Eddin"]
      case .southAsia: return ["ud-Din", "Uddin", "al-Din"]
      case .levant: return ["Eddine", "al-Din", "El Din", "Eddin"]
      default: return ["al-Din", "Eddine", "El-Din", "ad-Din"]
      }
    default: return nil
    }
  }

  /// A word that may link two parts.
  private enum Link { case bin, ibn, bint, din }

  private static let links: [ByteKey: Link] = [
    "بن": .bin, "ابن": .ibn, "بنت": .bint, "الدين": .din,
  ]

  /// What opens a compound of two words, the likeliest first, with the space or hyphen behind it;
  /// `+` joins the next word to it. nil for words that open none.
  static func openers(of word: String, group: CountryGroup?) -> [String]? {
    switch word {
    case "عبد":
      switch group {
      case .maghreb: return ["Abdel+", "Abd el-", "Abdel "]
      case .egypt: return ["Abdel ", "Abdel-", "Abdel+"]
      case .southAsia, .iran: return ["Abdul ", "Abdol+", "Abdul+"]
      default: return ["Abdul ", "Abdel ", "Abd al-"]
      }
    case "ابو":
      return group == .maghreb || group == .egypt ? ["Abou ", "Abu "] : ["Abu ", "Abou "]
    case "ابي", "ابا": return ["Abi ", "Abu "]
    case "ام": return group == .maghreb ? ["Oum ", "Umm "] : ["Umm ", "Um ", "Om "]
    case "ال": return ["Al ", "Al-"]
    case "ذو": return ["Dhu ", "Zul "]
    default: return nil
    }
  }

  /// The article before a word whose own spelling is known.
  static func article(_ group: CountryGroup?) -> String {
    switch group {
    case .egypt: "El-"
    case .maghreb: "El "
    default: "Al-"
    }
  }

  /// A spelling without the article in front.
  static func withoutArticle(_ latin: String) -> String {
    for article in ["Al-", "El-", "al-", "el-", "Al ", "El "] where latin.hasPrefix(article) {
      return String(latin.dropFirst(article.count))
    }
    return latin
  }

  /// True for spellings of small words that stand in lower case inside names.
  static func isParticle(_ latin: String) -> Bool {
    ["bin", "ibn", "bint", "al", "el", "de", "van", "von", "der", "la", "le", "du", "da", "di"]
      .contains(latin) || latin.hasPrefix("al-") || latin.hasPrefix("el-")
      || latin.hasPrefix("d'")
  }

  /// Titles that stand before names and are no part of them, folded.
  static let titles: Set<ByteKey> = [
    "د", "الدكتور", "الدكتوره", "دكتور", "دكتوره", "المهندس", "المهندسه", "الاستاذ", "الاستاذه",
    "السيد",
    "السيده", "الرئيس", "الوزير", "الوزيره", "اللواء", "العميد", "الفريق", "النائب", "القاضي",
    "المستشار", "البروفيسور", "الانسه", "العقيد", "الجنرال", "السفير", "المحامي", "المحاميه",
  ]

  /// The number of a king or a pope by the ordinal behind his name.
  static let numerals: [ByteKey: String] = [
    "الاول": "I", "الثاني": "II", "الثالث": "III", "الرابع": "IV", "الخامس": "V", "السادس": "VI",
    "السابع": "VII", "الثامن": "VIII", "التاسع": "IX", "العاشر": "X", "الحادي عشر": "XI",
    "الثاني عشر": "XII", "الثالث عشر": "XIII", "الرابع عشر": "XIV", "الخامس عشر": "XV",
    "السادس عشر": "XVI",
  ]
}
