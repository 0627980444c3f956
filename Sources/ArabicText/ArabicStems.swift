/// Stems of short texts such as titles, for comparing them with the words of an article.
public enum ArabicStems {
  /// The stems of the words that carry a topic, in order.
  public static func content(of text: String) -> [String] {
    var stems: [String] = []
    for word in ArabicFold.fold(text).split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      let folded = String(word)
      if StopWords.contains(folded) { continue }
      let base = CliticSplitter.shared.base(of: folded)
      if !StopWords.contains(base) { stems.append(LightStemmer.stem(base)) }
    }
    return stems
  }
}
