import ArabicTextResources
import UTF8Text

/// In how many of a large number of news articles each folded form stands.
///
/// The counts tell a word from a clitic and a stem: `وزير` is far more common than `زير`.
public struct WordFrequencies: Sendable {
  /// The table that is built in.
  public static let shared = WordFrequencies()

  private let table: StringTable?

  private init() {
    let resource = arabic_text_word_frequencies()
    table = StringTable(StaticBytes(resource.bytes, count: resource.count))
  }

  /// Number of forms in the table.
  public var count: Int { table?.count ?? 0 }

  /// Articles that hold the form, given in UTF-8; 0 for a form that is not in the table.
  public func documents(with folded: UnsafeBufferPointer<UInt8>) -> Int {
    table?.number(of: folded) ?? 0
  }

  /// Articles that hold the form; 0 for a form that is not in the table.
  public func documents(with folded: String) -> Int {
    var folded = folded
    return folded.withUTF8 { documents(with: $0) }
  }
}
