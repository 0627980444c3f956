import ArabicText
import KeywordsResources
import Warraq

/// Words at which a phrase is cut short, from `Resources/edges.txt`: بن links two parts of a name, and a title is followed by
/// one.
enum PhraseEdges {
  /// What such a word may not be.
  enum Kind: Int, CaseIterable, Sendable {
    /// The first word of a phrase or its last.
    case inside
    /// The last word, or a phrase by itself.
    case opening
    /// The last word of several, where the text goes on with a name: `شرم الشيخ` is whole.
    case title
  }

  /// The kind of a folded form in UTF-8; nil for most words.
  static func kind(of folded: ArraySlice<UInt8>) -> Kind? {
    folded.withUnsafeBufferPointer { words.number(of: $0) }.map { kinds[$0] }
  }

  private static let (words, kinds): (ByteInterner, [Kind]) = {
    let resource = keywords_edges()
    var words = ByteInterner()
    var kinds: [Kind] = []
    var section = -1
    for line in StaticBytes(resource.bytes, count: resource.count).string.split(separator: "\n") {
      if line.hasPrefix("## ") {
        section += 1
      } else if !line.hasPrefix("#"), let kind = Kind(rawValue: section) {
        for word in line.split(separator: " ") {
          var folded = ArabicFold.fold(String(word))
          if folded.withUTF8({ words.intern($0).isNew }) { kinds.append(kind) }
        }
      }
    }
    return (words, kinds)
  }()
}
