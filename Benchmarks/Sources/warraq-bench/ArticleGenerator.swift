import Foundation
import Warraq

/// Makes corpora of any size out of the lines of a text: the same for the same text and number.
struct ArticleGenerator {
  private let lines: [String]

  /// Takes the lines of a text that are long enough to be paragraphs.
  init(_ text: Text) {
    lines = text.string.split(separator: "\n").map(String.init).filter { $0.utf8.count > 80 }
  }

  /// Writes so many articles as JSON Lines to standard output: a title, and paragraphs up to 3 kB.
  func write(_ count: Int) {
    guard !lines.isEmpty else { return }
    var state: UInt64 = 7
    var buffer: [UInt8] = []
    for number in 0..<count {
      var article = [title(&state)]
      var size = 0
      while size < 3000 {
        let line = lines[Int(next(&state) % UInt64(lines.count))]
        size += line.utf8.count
        article.append(line)
      }
      var writer = JSONWriter()
      writer.beginObject()
      writer.key("id")
      writer.string("a\(number)")
      writer.key("text")
      writer.string(article.joined(separator: "\n"))
      writer.endObject()
      writer.endLine()
      buffer += writer.bytes
      if buffer.count > 1 << 20 {
        FileHandle.standardOutput.write(Data(buffer))
        buffer.removeAll(keepingCapacity: true)
      }
    }
    FileHandle.standardOutput.write(Data(buffer))
  }

  private func title(_ state: inout UInt64) -> String {
    let line = lines[Int(next(&state) % UInt64(lines.count))]
    return line.split(separator: " ").prefix(7).joined(separator: " ")
  }

  /// SplitMix64 (Steele, Lea and Flood, 2014).
  private func next(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
