import ArabicTextResources
import UTF8Text

/// Words that carry no topic, from `Resources/stop-words.txt`, in folded form, with the forms that
/// proclitics make of them.
public enum StopWords {
  /// True for a folded form that is a stop word.
  public static func contains(_ folded: String) -> Bool { all.contains(ByteKey(folded)) }

  /// Every folded form.
  public static let all: Set<ByteKey> = {
    var words: Set<ByteKey> = []
    let resource = arabic_text_stop_words()
    let text = StaticBytes(resource.bytes, count: resource.count).string
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      for word in line.split(separator: " ") {
        let folded = ArabicFold.fold(String(word))
        words.insert(ByteKey(folded))
        let prefixes = folded.utf8.count >= 6 ? proclitics : ["و", "ف"]
        for prefix in prefixes { words.insert(ByteKey(prefix + folded)) }
      }
    }
    return words.subtracting(exceptions)
  }()

  private static let proclitics = ["و", "ف", "ب", "ل", "ك", "ال", "وب", "ول", "وال", "بال"]
  /// Words of their own that look like a stop word with a proclitic: ولي العهد.
  private static let exceptions: Set<ByteKey> = ["ولي", "وصل", "فهم", "فحص", "بنحو"]
}
