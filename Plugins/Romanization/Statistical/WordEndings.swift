import ArabicText
import RomanizationResources
import Warraq

/// Endings by which a word that was never seen is read from one that was.
struct WordEndings: Sendable {
  /// One ending.
  struct Ending: Sendable {
    /// In Arabic, UTF-8.
    let arabic: [UInt8]
    /// What stands there in the known word, in Arabic and in Latin; may be empty.
    let baseArabic: [UInt8]
    let baseLatin: [UInt8]
    /// What the ending may become.
    let latin: [[UInt8]]
  }

  static let shared = WordEndings()

  /// All of them, the longest first.
  let endings: [Ending]

  private init() {
    let resource = romanization_endings()
    func bytes(_ cell: some StringProtocol) -> [UInt8] { cell == "-" ? [] : Array(cell.utf8) }
    endings = TSVRows(StaticBytes(resource.bytes, count: resource.count)).compactMap { row in
      guard row.count == 4 else { return nil }
      return Ending(
        arabic: bytes(row[0]), baseArabic: bytes(row[1]), baseLatin: bytes(row[2]),
        latin: row[3].split(separator: "|").map(bytes))
    }.sorted { $0.arabic.count > $1.arabic.count }
  }
}
