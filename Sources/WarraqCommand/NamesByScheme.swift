import Warraq
import WarraqNames
import WarraqRomanization

/// Answers names with their spelling by a romanization scheme.
struct NamesByScheme: LineAnswerer {
  var romanizer: LineRomanizer
  /// Writes letters of ASCII alone.
  let isASCII: Bool
  let format: NameFormat

  mutating func append(_ lines: Text, to bytes: inout [UInt8]) throws {
    try lines.forEachLine { line in
      var latin = try romanizer.romanize(line).string
      if isASCII { latin = NameStyle.ascii(latin) }
      switch format {
      case .tsv: bytes += "\(line.string)\t\(latin)".utf8
      case .jsonl:
        let object: JSONValue = [
          "text": .string(line.string), "latin": .string(latin),
          "scheme": .string(romanizer.scheme.id),
        ]
        bytes += object.compactJSON.utf8
      }
      bytes.append(UInt8(ascii: "\n"))
    }
  }
}
