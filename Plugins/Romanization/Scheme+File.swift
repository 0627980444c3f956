import Warraq

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Scheme {
  /// A scheme by its id, or by the path of a table of one's own, which ends in `.tsv`.
  ///
  /// - Throws: `SchemeError` when there is none, or its table says what is no part of one.
  public static func load(_ idOrPath: String) throws(SchemeError) -> Scheme {
    guard idOrPath.hasSuffix(".tsv") else { return try named(idOrPath) }
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: idOrPath)) else {
      throw SchemeError(id: idOrPath, mend: "the file cannot be read: check the path")
    }
    let name = idOrPath.split(separator: "/").last.map { String($0.dropLast(4)) } ?? idOrPath
    var table = String(decoding: data, as: UTF8.self)
    // Some editors write a mark of the byte order first.
    if table.unicodeScalars.first == "\u{FEFF}" { table.unicodeScalars.removeFirst() }
    try check(table, path: idOrPath)
    guard let scheme = Scheme(id: name, table: table) else {
      throw SchemeError(
        id: idOrPath, mend: "the file has no letters: write lines of a letter, a tab and its Latin")
    }
    return scheme
  }
}
