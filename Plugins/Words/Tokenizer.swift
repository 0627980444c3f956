import ArabicText
import ICUText
import Warraq

/// Cuts text into words: the boundaries of UAX 29, with addresses, hashtags and handles kept whole.
/// Plain stretches are cut by table, everything else by ICU.
struct Tokenizer: Sendable {
  /// A token in the text that was cut.
  struct Piece {
    var span: TextSpan
    var kind: TokenLayer.Kind
  }

  private let finder = BreakFinder(.word)
  private let tables = PlainChunk.Tables()
  /// False to ask ICU about everything, which tests compare with.
  private let takesShortcut: Bool

  init(takesShortcut: Bool = true) { self.takesShortcut = takesShortcut }

  /// Appends the tokens of `span` to `pieces`, reusing `boundaries`.
  func tokenize(
    _ bytes: UnsafeBufferPointer<UInt8>, _ span: TextSpan,
    boundaries: inout [BreakFinder.Boundary], into pieces: inout [Piece]
  ) throws(ICUError) {
    guard takesShortcut else {
      return try askICU(bytes, span, boundaries: &boundaries, into: &pieces)
    }
    try tables.withRules { (plain) throws(ICUError) in
      try tokenize(bytes, span, plain, boundaries: &boundaries, into: &pieces)
    }
  }

  private func tokenize(
    _ bytes: UnsafeBufferPointer<UInt8>, _ span: TextSpan, _ plain: PlainChunk,
    boundaries: inout [BreakFinder.Boundary], into pieces: inout [Piece]
  ) throws(ICUError) {
    // No rule of UAX 29 joins letters across a space, so each stretch between spaces stands alone.
    var index = span.start
    while index < span.end {
      if PlainChunk.isBlank(bytes[index]) {
        index += 1
        continue
      }
      if let end = plain.append(bytes, index, limit: span.end, to: &pieces) {
        index = end
        continue
      }
      var end = index
      while end < span.end, !PlainChunk.isBlank(bytes[end]) { end += 1 }
      // A mark at its start clings to the space before.
      let start = index > span.start ? index - 1 : index
      try askICU(bytes, TextSpan(start, end), boundaries: &boundaries, into: &pieces)
      index = end
    }
  }

  private func askICU(
    _ bytes: UnsafeBufferPointer<UInt8>, _ span: TextSpan,
    boundaries: inout [BreakFinder.Boundary], into pieces: inout [Piece]
  ) throws(ICUError) {
    boundaries.removeAll(keepingCapacity: true)
    let part = UnsafeBufferPointer(rebasing: bytes[span.range])
    try finder.appendBoundaries(of: part, base: span.start, to: &boundaries)
    let first = pieces.count
    var index = 1
    while index < boundaries.count {
      let start = boundaries[index - 1].offset
      let end = boundaries[index].offset
      index += 1
      guard let kind = kind(bytes, start, status: boundaries[index - 1].ruleStatus) else {
        continue
      }
      if kind == .latin || kind == .punctuation,
        WebAddress.begins(bytes, at: start, wordEnd: end, limit: span.end)
      {
        let address = WebAddress.end(bytes, from: end, limit: span.end)
        pieces.append(Piece(span: TextSpan(start, address), kind: .url))
        while index < boundaries.count, boundaries[index].offset <= address { index += 1 }
        continue
      }
      // ICU takes a mailbox for one word.
      let isMailbox = kind == .latin && bytes[start..<end].contains(UInt8(ascii: "@"))
      let piece = Piece(span: TextSpan(start, end), kind: isMailbox ? .url : kind)
      append(piece, bytes, to: &pieces, from: first)
    }
  }

  /// What the piece at `start` is, or nil for white space and invisible controls.
  private func kind(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, status: Int32
  ) -> TokenLayer.Kind? {
    let (scalar, _) = UTF8Bytes.decode(bytes, at: start)
    if status >= 200 { return ScalarClass.isLatinLetter(scalar) ? .latin : .word }
    if status >= 100 { return .number }
    if ScalarClass.isWhiteSpace(scalar) || ScalarClass.isInvisible(scalar) { return nil }
    if ScalarClass.isArabicLetter(scalar) || GeneralCategory.isLetter(scalar) { return .word }
    if scalar < 0x80 {
      return "$+<=>^`|~".utf8.contains(UInt8(truncatingIfNeeded: scalar)) ? .symbol : .punctuation
    }
    return GeneralCategory.isSymbol(scalar) ? .symbol : .punctuation
  }

  /// Adds a piece, joined to the one before where the two are a hashtag, a handle or a mailbox.
  private func append(
    _ piece: Piece, _ bytes: UnsafeBufferPointer<UInt8>, to pieces: inout [Piece], from first: Int
  ) {
    guard pieces.count > first, let last = pieces.last, last.span.end == piece.span.start,
      piece.kind == .word || piece.kind == .latin || piece.kind == .number,
      last.kind == .punctuation, last.span.count == 1
    else {
      pieces.append(piece)
      return
    }
    let mark = bytes[last.span.start]
    let touches = pieces.count - 2 >= first ? pieces[pieces.count - 2] : nil
    let isGlued = touches.map { $0.span.end == last.span.start } ?? false
    if mark == UInt8(ascii: "@"), isGlued, let local = touches, local.kind == .latin {
      pieces.removeLast(2)
      pieces.append(Piece(span: TextSpan(local.span.start, piece.span.end), kind: .url))
    } else if !isGlued, mark == UInt8(ascii: "#") || mark == UInt8(ascii: "@") {
      pieces.removeLast()
      pieces.append(Piece(span: TextSpan(last.span.start, piece.span.end), kind: .tag))
    } else {
      pieces.append(piece)
    }
  }
}
