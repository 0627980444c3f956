import KeywordsResources
import Warraq

/// In how many documents of a reference corpus each phrase stands; what is common there tells
/// little here.
public struct BackgroundTable: Sendable {
  /// The key under which the number of documents is kept.
  static let totalKey: [UInt8] = []

  /// The table that is built in, counted over Arabic news.
  public static let shared: BackgroundTable = {
    let resource = keywords_background()
    return BackgroundTable(StaticBytes(resource.bytes, count: resource.count))
  }()

  private let table: StringTable?
  /// Number of documents that were counted; at least 1.
  public let documentCount: Int

  /// Opens a table; bytes that are none give an empty one.
  public init(_ bytes: StaticBytes) {
    table = StringTable(bytes)
    let total = Self.totalKey.withUnsafeBufferPointer { [table] in table?.number(of: $0) }
    documentCount = max(total ?? 1, 1)
  }

  /// Number of documents that hold a phrase, given by its key; 0 for one that is not listed.
  func documents(with key: [UInt8]) -> Int {
    key.withUnsafeBufferPointer { table?.number(of: $0) ?? 0 }
  }
}
