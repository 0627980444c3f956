/// The light stemmer of Lucene's ArabicStemFilter, which is light10 (Larkey, Ballesteros and
/// Connell, 2007) with Lucene's conditions of length.
public enum LuceneStemmer {
  private static func scalars(_ words: [String]) -> [[UInt32]] {
    words.map { $0.unicodeScalars.map(\.value) }
  }

  private static let prefixes = scalars(["ال", "وال", "بال", "كال", "فال", "لل", "و"])
  private static let suffixes = scalars([
    "ها", "ان", "ات", "ون", "ين", "يه", "ية", "ه", "ة", "ي",
  ])

  /// The stem of a word, given as scalars: one prefix goes, then every suffix in turn, two letters at least stay.
  public static func stem(_ word: [UInt32]) -> [UInt32] {
    var rest = word[...]
    for prefix in prefixes where rest.starts(with: prefix) {
      let enough = prefix.count == 1 ? rest.count >= 4 : rest.count >= prefix.count + 2
      if enough {
        rest = rest.dropFirst(prefix.count)
        break
      }
    }
    for suffix in suffixes
    where rest.count >= suffix.count + 2 && rest.suffix(suffix.count).elementsEqual(suffix) {
      rest = rest.dropLast(suffix.count)
    }
    return Array(rest)
  }
}
