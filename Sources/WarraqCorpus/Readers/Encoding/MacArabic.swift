import UTF8Text
import Warraq
import WarraqCorpusResources

/// The encoding of Arabic on old Macintosh computers, which ICU does not have.
enum MacArabic {
  /// Names under which it is known.
  static let names: Set<String> = ["macarabic", "mac-arabic", "x-mac-arabic"]

  /// The upper half as UTF-8.
  private static let table: [[UInt8]] = {
    var table = [[UInt8]](repeating: Array("\u{FFFD}".utf8), count: 128)
    let resource = warraq_corpus_mac_arabic()
    let text = StaticBytes(resource.bytes, count: resource.count).string
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t")
      guard cells.count == 2, let byte = UInt8(cells[0], radix: 16), byte >= 0x80,
        let scalar = UInt32(cells[1], radix: 16).flatMap(Unicode.Scalar.init)
      else { continue }
      table[Int(byte) - 0x80] = Array(String(Character(scalar)).utf8)
    }
    return table
  }()

  /// The text of bytes; every byte has a meaning.
  static func decode(_ bytes: [UInt8]) -> Text {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      if byte < 0x80 { result.append(byte) } else { result += table[Int(byte) - 0x80] }
    }
    var repairs = 0
    return Text(repairing: result, replacements: &repairs)
  }
}
