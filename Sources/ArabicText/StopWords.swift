import ArabicTextResources
import UTF8Text

/// Words that carry no topic, from `Resources/stop-words.txt`, in folded form, with the forms that
/// و and ف make of them.
public enum StopWords {
  /// True for a folded form that is a stop word.
  public static func contains(_ folded: String) -> Bool { all.contains(folded) }

  /// Every folded form.
  public static let all: Set<String> = {
    var words: Set<String> = []
    let resource = arabic_text_stop_words()
    let text = StaticBytes(resource.bytes, count: resource.count).string
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      for word in line.split(separator: " ") {
        let folded = ArabicFold.fold(String(word))
        words.insert(folded)
        words.insert("و" + folded)
        words.insert("ف" + folded)
      }
    }
    return words
  }()
}
