import ArabicText
import RomanizationResources
import Warraq

/// Endings by which a word that was never seen is read from one that was, and openings by which a verb is.
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

  /// One opening.
  struct Opening: Sendable {
    /// In Arabic, UTF-8.
    let arabic: [UInt8]
    /// What stands there in the known word, in Arabic and in Latin.
    let baseArabic: [UInt8]
    let baseLatin: [UInt8]
    /// What the opening becomes; may be empty.
    let latin: [UInt8]
  }

  static let shared = WordEndings()

  /// All endings, the longest first.
  let endings: [Ending]
  /// All openings.
  let openings: [Opening]

  private init() {
    func bytes(_ cell: some StringProtocol) -> [UInt8] { cell == "-" ? [] : Array(cell.utf8) }
    func rows(_ resource: romanization_resource) -> [[String]] {
      TSVRows(StaticBytes(resource.bytes, count: resource.count)).filter { $0.count == 4 }
    }
    endings = rows(romanization_endings()).map { row in
      Ending(
        arabic: bytes(row[0]), baseArabic: bytes(row[1]), baseLatin: bytes(row[2]),
        latin: row[3].split(separator: "|").map(bytes))
    }.sorted { $0.arabic.count > $1.arabic.count }
    openings = rows(romanization_openings()).map { row in
      Opening(
        arabic: bytes(row[0]), baseArabic: bytes(row[1]), baseLatin: bytes(row[2]),
        latin: bytes(row[3]))
    }
  }
}
