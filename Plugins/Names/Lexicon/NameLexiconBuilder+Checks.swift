import Warraq

/// What rows of lists are worth: they have slips, codes and other things than spellings.
extension NameLexiconBuilder {
  /// From how many sightings on a spelling is believed that does not fit the letters.
  static let attested = 3
  /// Whether each word of a name that is at home in the script can be one of those in Latin, by its consonants: lists have
  /// some people under another's name.
  static func fits(_ key: String, _ latin: String) -> Bool {
    let parts = LatinParts.split(latin).map { ConsonantKey(latin: LatinKey.make($0)) }
    return NameKey.units(of: key).allSatisfy { unit in
      // Numbers and short words may be translated: الثاني, من.
      if unit.utf8.count <= 4 || LinkWords.numerals[ByteKey(unit)] != nil { return true }
      let consonants = ConsonantKey(arabic: unit)
      return parts.contains { consonants.share(in: $0) >= 0.5 }
    }
  }

  /// Whether a further spelling of a place is a name in Latin letters; lists also have codes of airports, as QSF, and names
  /// in other scripts that a program put into Latin: `abw alkhsyb`, `bo pa de`, `Abu Ghraib - abw ghryb`.
  static func isPlaceName(_ spelling: String) -> Bool {
    guard let first = spelling.unicodeScalars.first(where: \.properties.isAlphabetic) else {
      return false
    }
    let isCode =
      spelling.utf8.count <= 4 && spelling.unicodeScalars.allSatisfy(\.properties.isUppercase)
    return !isCode && !spelling.contains(" - ")
      && (first.properties.isUppercase || spelling.contains { $0.isUppercase })
  }

  static func isLatin(_ string: String) -> Bool {
    !string.isEmpty
      && string.unicodeScalars.allSatisfy {
        !$0.properties.isAlphabetic || ScalarClass.isLatinLetter($0.value)
          || (0x2B0...0x2FF).contains($0.value)
      }
  }
}
