import KeywordsResources
import Warraq

/// What a reference corpus tells about words and phrases: in how many documents each stands (what
/// is common there tells little here), and how often each word has the article (what never has it
/// is no noun).
public struct BackgroundTable: Sendable {
  /// The longest phrase that tables list, in words.
  public static let maximumWords = 3

  /// The key under which the number of documents is kept.
  static let totalKey: [UInt8] = []
  private static let documentLimit = 1 << 22

  /// The table that is built in, counted over Arabic news.
  public static let shared: BackgroundTable = {
    let resource = keywords_background()
    return BackgroundTable(StaticBytes(resource.bytes, count: resource.count))
  }()

  /// Share of a word's places that have the article, smoothed and kept in 255 steps.
  struct Definiteness {
    let step: Int

    /// Rounds the share of `definite` places of all.
    init(_ definite: Int, of places: Int) {
      step = Int(((Double(definite) + 0.5) / (Double(places) + 2) * 255).rounded())
    }

    fileprivate init(step: Int) { self.step = step }

    /// The share, from 0 to 1; a quarter for words that were never seen.
    var share: Double { Double(step) / 255 }
  }

  private let table: StringTable?
  /// Number of documents that were counted; at least 1.
  public let documentCount: Int

  /// Opens a table; bytes that are none give an empty one.
  public init(_ bytes: StaticBytes) {
    table = StringTable(bytes)
    let total = Self.totalKey.withUnsafeBufferPointer { [table] in table?.number(of: $0) }
    documentCount = max(total ?? 1, 1)
  }

  /// True when the bytes were a table.
  public var isReadable: Bool { table != nil }

  /// Number of documents that hold a phrase of several words, given by its key; 0 for one that is
  /// not listed.
  func documents(withPhrase key: [UInt8]) -> Int {
    key.withUnsafeBufferPointer { table?.number(of: $0) ?? 0 }
  }

  /// Number of documents that hold a word, given by its stem, and how often it has the article.
  func word(_ stem: ArraySlice<UInt8>) -> (documents: Int, definiteness: Definiteness) {
    guard let number = stem.withUnsafeBufferPointer({ table?.number(of: $0) }) else {
      return (0, Definiteness(0, of: 0))
    }
    return (number >> 8, Definiteness(step: number & 0xFF))
  }

  /// A word's facts as one number.
  static func packed(documents: Int, definiteness: Definiteness) -> Int {
    min(documents, documentLimit) << 8 | definiteness.step
  }
}
