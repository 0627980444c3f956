import ArabicTextResources
import UTF8Text

/// Words that carry no topic, from `Resources/stop-words.txt`, in folded form, with the forms that
/// proclitics make of them.
public enum StopWords {
  /// True for a folded form that is a stop word.
  public static func contains(_ folded: String) -> Bool {
    var folded = folded
    return folded.withUTF8 { contains($0) }
  }

  /// True for a folded form in UTF-8 that is a stop word.
  public static func contains(_ folded: UnsafeBufferPointer<UInt8>) -> Bool {
    contains(folded, hash: ByteInterner.hash(folded))
  }

  /// The same for a caller that knows the form's hash, `ByteInterner.hash`.
  public static func contains(_ folded: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Bool {
    all.number(of: folded, hash: hash) != nil
  }

  /// Number of folded forms.
  public static var count: Int { all.count }

  private static let all: ByteInterner = {
    var words = ByteInterner(minimumCapacity: 4096)
    let resource = arabic_text_stop_words()
    let lines = StaticBytes(resource.bytes, count: resource.count).string.split(separator: "\n")
    // Words of their own that look like a stop word with a proclitic: ولي العهد.
    let exceptions = Set(
      lines.filter { $0.hasPrefix("!") }.flatMap { line in
        line.dropFirst().split(separator: " ").map { ByteKey(ArabicFold.fold(String($0))) }
      })
    for line in lines where !line.hasPrefix("#") && !line.hasPrefix("!") {
      for word in line.split(separator: " ") {
        let folded = ArabicFold.fold(String(word))
        let prefixes = folded.utf8.count >= 6 ? proclitics : ["و", "ف"]
        for var form in [folded] + prefixes.map({ $0 + folded })
        where !exceptions.contains(ByteKey(form)) {
          form.withUTF8 { _ = words.intern($0) }
        }
      }
    }
    return words
  }()

  private static let proclitics = ["و", "ف", "ب", "ل", "ك", "ال", "وب", "ول", "وال", "بال"]
}
