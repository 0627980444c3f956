import Warraq
import WarraqRomanization

/// Answers lines as `warraq transliterate` is asked to.
struct Transliterator: LineAnswerer {
  /// What a line is answered with.
  enum Answer: Sendable {
    case latin
    case arabic
    case vocalized
    case json
  }

  let answer: Answer
  /// Leaves parts between marks as they are.
  let keepsMarked: Bool
  /// Takes what a line is from a label before it.
  let isLabeled: Bool
  var romanizer: LineRomanizer
  /// Arabic letters that the scheme has no sign for, so far.
  private(set) var unwritten = 0
  /// Lines without a label that says what they are, so far, but for empty ones.
  private(set) var unlabeled = 0

  init(_ answer: Answer, keepsMarked: Bool, isLabeled: Bool = false, romanizer: LineRomanizer) {
    self.answer = answer
    self.keepsMarked = keepsMarked
    self.isLabeled = isLabeled
    self.romanizer = romanizer
  }

  mutating func append(_ lines: Text, to bytes: inout [UInt8]) throws {
    if answer == .latin, !keepsMarked, !isLabeled, let unknown = romanizer.append(lines, to: &bytes)
    {
      unwritten += unknown
      return
    }
    try lines.forEachLine { line in
      let line = isLabeled ? takeLabel(line, to: &bytes) : line
      switch answer {
      case .latin, .arabic: try append(byParts: line, to: &bytes)
      case .vocalized: appendVocalized(line, to: &bytes)
      case .json: bytes += try romanized(line).json(romanizer.scheme.id).utf8
      }
      bytes.append(UInt8(ascii: "\n"))
    }
  }

  /// Appends a line's label and the tab behind it, and takes the line for what it says; gives the rest. A line without
  /// one is taken as a whole, for what its words say.
  private mutating func takeLabel(_ line: Text, to bytes: inout [UInt8]) -> Text {
    guard let tab = line.bytes.firstIndex(of: UInt8(ascii: "\t")),
      let kind = FieldKind(label: Self.label(line.bytes[..<tab]))
    else {
      if line.count > 0 { unlabeled += 1 }
      romanizer.kind = .auto
      return line
    }
    romanizer.kind = kind
    bytes += line.bytes[...tab]
    return Text(wellFormed: Array(line.bytes[(tab + 1)...]))
  }

  /// A label without the byte order mark that many tables begin with.
  private static func label(_ bytes: ArraySlice<UInt8>) -> String {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    return String(decoding: bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes, as: UTF8.self)
  }

  private mutating func append(byParts line: Text, to bytes: inout [UInt8]) throws {
    guard keepsMarked else {
      bytes += try converted(line).bytes
      return
    }
    bytes += try ProtectedParts.convert(line.string) { try converted(Text($0)).string }.utf8
  }

  private mutating func converted(_ text: Text) throws -> Text {
    if answer == .arabic { return romanizer.scheme.reversed(text) ?? text }
    let latin = try romanizer.romanize(text)
    unwritten += romanizer.scheme.unwrittenLetters(in: latin)
    return latin
  }

  /// Appends a line with its words vocalized, where the scheme has vowels for them; all else as it is.
  private mutating func appendVocalized(_ line: Text, to bytes: inout [UInt8]) {
    var position = 0
    for word in romanizer.words(of: line) ?? [] {
      bytes += line.bytes[position..<word.span.start]
      bytes += word.vocalized.utf8
      position = word.span.end
    }
    bytes += line.bytes[position...]
  }

  /// A line word by word.
  private mutating func romanized(_ line: Text) throws -> RomanizedLine {
    let (words, latin) = try romanizer.wordsAndView(of: line)
    unwritten += romanizer.scheme.unwrittenLetters(in: latin.text)
    let shown = words?.map { word in
      RomanizedLine.Word(
        span: word.span, latin: word.latin, vocalized: word.vocalized, confidence: word.confidence)
    }
    return RomanizedLine(
      text: line, latin: latin,
      words: shown
        ?? WordAlignment.pairs(line, latin.text).map {
          .init(span: $0.source, latin: latin.text[$0.result])
        })
  }
}
