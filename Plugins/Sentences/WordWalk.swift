import ArabicText
import Warraq

/// The words of a sentence as white space parts them, for rules that count words.
struct WordWalk {
  /// A word with the marks that cling to it.
  struct Word {
    /// Byte offsets in the text.
    let span: TextSpan
    /// True when a pair of quotes or brackets is open before the word.
    let isNested: Bool
  }

  let words: [Word]
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ sentence: TextSpan) {
    var words: [Word] = []
    var depth = 0
    var start: Int?
    var nestedAtStart = false
    var index = sentence.start
    while index < sentence.end {
      let (scalar, next) = UTF8Bytes.decode(bytes, at: index)
      if ScalarClass.isWhiteSpace(scalar) {
        if let first = start {
          words.append(Word(span: TextSpan(first, index), isNested: nestedAtStart))
        }
        start = nil
      } else {
        if start == nil {
          start = index
          nestedAtStart = depth > 0
        }
        switch scalar {
        case 0x28, 0x5B, 0xAB, 0x201C: depth += 1
        case 0x29, 0x5D, 0xBB, 0x201D: depth = max(depth - 1, 0)
        default: break
        }
      }
      index = next
    }
    if let first = start {
      words.append(Word(span: TextSpan(first, sentence.end), isNested: nestedAtStart))
    }
    // A pair that never closes nests nothing.
    self.words = depth == 0 ? words : words.map { Word(span: $0.span, isNested: false) }
    self.bytes = bytes
  }

  /// The scalar that closes a word.
  func lastScalar(_ index: Int) -> UInt32? {
    UTF8Bytes.decode(bytes, before: words[index].span.end, from: words[index].span.start)?.scalar
  }

  /// A word folded, without punctuation at its start.
  func folded(_ index: Int) -> String {
    var start = words[index].span.start
    let end = words[index].span.end
    while start < end {
      let (scalar, next) = UTF8Bytes.decode(bytes, at: start)
      if TextLine.isWordPart(scalar) || ScalarClass.isDigit(scalar) { break }
      start = next
    }
    var folded: [UInt8] = []
    ArabicFold.append(UnsafeBufferPointer(rebasing: bytes[start..<end]), to: &folded)
    return String(decoding: folded, as: UTF8.self)
  }

  /// True when a word, alone or with the next, opens a sentence of running speech.
  func opensSentence(_ index: Int) -> Bool {
    let words = ClauseWords.shared
    let word = folded(index)
    if words.discourseOpeners.contains(ByteKey(word)) { return true }
    guard index + 1 < self.words.count else { return false }
    return words.discoursePairs.contains(ByteKey(word + " " + folded(index + 1)))
  }
}
