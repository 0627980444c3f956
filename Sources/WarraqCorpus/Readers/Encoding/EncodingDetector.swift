import ICUText
import UTF8Text
import Warraq
import WarraqCorpusResources

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Tells the encoding of bytes that do not. Encodings of Arabic are tried by what they make of the
/// bytes; ICU's detector answers for all others.
enum EncodingDetector {
  private static let sampleSize = 1 << 16

  /// The encoding that a byte order mark tells.
  static func byMark(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return "utf-8" }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      return "utf-32"
    }
    return bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) ? "utf-16" : nil
  }

  /// True when a byte is zero.
  static func holdsNUL(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      buffer.baseAddress.map { memchr($0, 0, buffer.count) != nil } ?? false
    }
  }

  /// True when so many bytes are no UTF-8 that they are something else and not damaged UTF-8.
  static func isNotUTF8(_ bytes: [UInt8]) -> Bool {
    let sample = Array(bytes.prefix(sampleSize))
    var zeros = 0
    var high = 0
    for byte in sample {
      if byte == 0 { zeros += 1 } else if byte >= 0x80 { high += 1 }
    }
    // No text holds NULs; UTF-16 has one beside every blank.
    if zeros * 50 > sample.count { return true }
    guard high >= 8 else { return false }
    // In UTF-8 Arabic every other byte follows a lead byte; in other encodings hardly one does.
    var replacements = 0
    _ = Text(repairing: sample, replacements: &replacements)
    return replacements * 2 >= high
  }

  /// The likeliest encoding of bytes that are no UTF-8; nil when nothing speaks for any.
  static func guess(_ bytes: [UInt8]) -> String? {
    let sample = Array(bytes.prefix(sampleSize / 2 * 2))
    let candidates = ["windows-1256", "iso-8859-6", "x-mac-arabic", "utf-16le", "utf-16be"]
    var best: (name: String, score: Double)?
    for name in candidates {
      var replacements = 0
      guard
        let text = try? TextEncoding.decode(sample, name: name, replacements: &replacements)
      else { continue }
      let score = arabicScore(text)
      if score > best?.score ?? 0.45 { best = (name, score) }
    }
    if let best { return best.name }
    guard let guess = EncodingGuess(sample), guess.confidence >= 20 else { return nil }
    return guess.name.lowercased() == "utf-8" ? nil : guess.name.lowercased()
  }

  /// How much a text looks like Arabic: the share of Arabic letters among what is not ASCII, less
  /// what no text holds, the share of the commonest letters, and the share of words that Arabic prose
  /// is full of.
  private static func arabicScore(_ text: Text) -> Double {
    var beyondASCII = 0
    var letters = 0
    var common = 0
    var faults = 0
    for scalar in text.string.unicodeScalars where scalar.value >= 0x80 || scalar.value < 0x09 {
      beyondASCII += 1
      switch scalar.value {
      case 0x621...0x652, 0x660...0x669, 0x60C, 0x61B, 0x61F, 0x66A...0x66D, 0x67E, 0x686, 0x698,
        0x6A9, 0x6AF:
        letters += 1
        if evidence.letters.contains(scalar) { common += 1 }
      case 0xA0, 0xAB, 0xBB, 0x2010...0x2026: letters += 1
      case 0...0x08, 0x7F...0x9F, 0xFFFD, 0xE000...0xF8FF: faults += 4
      default: break
      }
    }
    guard beyondASCII > 0 else { return 0 }
    let share = Double(letters - faults) / Double(beyondASCII)
    guard share > 0 else { return 0 }
    var words = 0
    var telling = 0
    for word in text.string.split(whereSeparator: { !$0.isLetter }) {
      guard word.unicodeScalars.first.map({ $0.value >= 0x80 }) ?? false else { continue }
      words += 1
      if evidence.words.contains(String(word))
        || evidence.beginnings.contains(where: { word.hasPrefix($0) })
      {
        telling += 1
      }
    }
    guard words > 0, letters > 0 else { return share / 4 }
    return share
      * (0.25 + Double(common) / Double(letters) / 2 + Double(telling) / Double(words))
  }

  private static let evidence:
    (words: Set<String>, beginnings: [String], letters: Set<Unicode.Scalar>) = {
      let resource = warraq_corpus_arabic_evidence()
      let text = StaticBytes(resource.bytes, count: resource.count).string
      let entries = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      return (
        Set(entries.filter { !$0.hasSuffix("-") && !$0.hasPrefix("=") }.map(String.init)),
        entries.filter { $0.hasSuffix("-") }.map { String($0.dropLast()) },
        Set(entries.filter { $0.hasPrefix("=") }.flatMap { $0.dropFirst().unicodeScalars })
      )
    }()
}
