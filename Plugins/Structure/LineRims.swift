import ArabicText
import Warraq

/// Finds what shares a line with the body: a by-line before the first paragraph, and tags, links and
/// addresses behind the last. Pages that were scraped without their markup have them in one line with it.
struct LineRims {
  /// A line, and what it is where its place in the line it was cut from has told that.
  struct Piece {
    let line: Line
    let kind: StructureLayer.BlockKind?
  }

  /// Bytes that are looked at: no by-line is longer, and no closing part.
  private static let longestHead = 200
  private static let longestTail = 700
  /// Words of the body that must be left.
  private static let leastBody = 5
  /// Most words of a by-line, and of each of its parts.
  private static let longestByline = 10
  private static let longestPart = 5

  /// Words and marks before the colon of a label.
  private static let longestLabel = 7

  let text: Text

  /// The lines with the rims of prose cut off.
  func pieces(of lines: [Line]) -> [Piece] {
    let first = lines.firstIndex(where: \.isProse)
    let last = lines.lastIndex(where: \.isProse)
    var pieces: [Piece] = []
    pieces.reserveCapacity(lines.count + 2)
    for (index, line) in lines.enumerated() {
      guard line.isProse else {
        pieces.append(Piece(line: line, kind: nil))
        continue
      }
      var body = line.span
      if let end = headEnd(of: line, isFirst: index == first) {
        pieces.append(piece(TextSpan(body.start, end), .byline))
        body = text.trimming(TextSpan(end, body.end))
      }
      var behind: [Piece] = []
      if index == last {
        if let (start, kind) = tail(of: body) {
          behind.append(piece(TextSpan(start, body.end), kind))
          body = text.trimming(TextSpan(body.start, start))
        }
        if let start = addressStart(in: body) {
          behind.insert(piece(TextSpan(start, body.end), .byline), at: 0)
          body = text.trimming(TextSpan(body.start, start))
        }
      }
      pieces.append(Piece(line: body == line.span ? line : Line(body, in: text), kind: nil))
      pieces += behind
    }
    return pieces
  }

  private func piece(_ span: TextSpan, _ kind: StructureLayer.BlockKind) -> Piece {
    Piece(line: Line(text.trimming(span), in: text), kind: kind)
  }

  // MARK: Before the body

  /// Where the by-line ends with which a line begins: `سعاد علي - الوطن - جدة:`, `دبي (رويترز) -`.
  ///
  /// - Parameter isFirst: Whether it is the first line of prose; others of a collection of news begin so only when a newspaper
  ///   or an agency is named.
  private func headEnd(of line: Line, isFirst: Bool) -> Int? {
    let end = boundary(min(line.span.end, line.span.start + Self.longestHead))
    // Most paragraphs have no colon there.
    guard isFirst || text.bytes[line.span.start..<end].contains(0x3A) else { return nil }
    let tokens = RimToken.tokens(of: TextSpan(line.span.start, end), in: text)
    guard let (last, words) = byline(tokens, isFirst: isFirst),
      line.wordCount >= words + Self.leastBody,
      !tokens[..<last].contains(where: { $0.isWord && RimToken.isParticle($0.folded(in: text)) })
    else { return nil }
    return tokens[last].span.end
  }

  /// The token with which the by-line ends, and its number of words.
  private func byline(_ tokens: [RimToken], isFirst: Bool) -> (last: Int, words: Int)? {
    var (words, inPart, parts, partStart) = (0, 0, 1, 0)
    var hasDigits = false
    for (index, token) in tokens.enumerated() {
      if token.isWord {
        hasDigits = hasDigits || !token.isArabic
        words += 1
        inPart += 1
        guard words <= Self.longestByline, inPart <= Self.longestPart else { return nil }
      } else if token.mark == 0x3A {
        guard parts > 1, inPart > 0, !hasDigits, !tokens[index - 1].isDash,
          isFirst || isSource(tokens[partStart..<index])
        else { return nil }
        return (index, words)
      } else if isPartingDash(token, before: index + 1, in: tokens) {
        // Brackets and a dash: the place stands before them, the agency in them.
        if isFirst, index > 0, tokens[index - 1].mark == 0x29,
          isAgency(tokens[..<(index - 1)])
        {
          return (index, words)
        }
        guard inPart > 0 else { return nil }
        (inPart, parts, partStart) = (0, parts + 1, index + 1)
      } else if !mayStandInByline(token, in: tokens, at: index) {
        return nil
      }
    }
    return nil
  }

  /// Whether a token is a dash between two parts. A tatweel at the end of a word is none: `بـ «الأفق»`.
  private func isPartingDash(_ token: RimToken, before next: Int, in tokens: [RimToken]) -> Bool {
    token.isDash && (token.isSpaced || (token.mark != 0x0640 && isSpaced(tokens, next)))
  }

  private func isSpaced(_ tokens: [RimToken], _ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].isSpaced
  }

  private func mayStandInByline(_ token: RimToken, in tokens: [RimToken], at index: Int) -> Bool {
    switch token.mark {
    // « » " ( ) / and a star in front.
    case 0xAB, 0xBB, 0x22, 0x28, 0x29, 0x2F, 0x201C, 0x201D: true
    case 0x2A: index == 0
    // A full stop inside an abbreviation: د.ب.أ
    case 0x2E: !isSpaced(tokens, index + 1) || tokens.dropFirst(index + 1).first?.isDash == true
    default: token.isDash
    }
  }

  /// Whether a part of a by-line is a newspaper in quotation marks, or an agency.
  private func isSource(_ part: ArraySlice<RimToken>) -> Bool {
    part.first?.mark == 0xAB || isKnownSource(part)
  }

  /// Whether what stands in brackets at the end of some tokens is an agency, with a place before it.
  private func isAgency(_ tokens: ArraySlice<RimToken>) -> Bool {
    guard let open = tokens.lastIndex(where: { $0.mark == 0x28 }), open > tokens.startIndex
    else { return false }
    return isKnownSource(tokens[(open + 1)...])
  }

  private func isKnownSource(_ part: ArraySlice<RimToken>) -> Bool {
    guard let first = part.first, let last = part.last else { return false }
    let line = Line(TextSpan(first.span.start, last.span.end), in: text)
    return Cues.shared.kind(of: line) == .byline
  }

  // MARK: Behind the body

  /// Where the last paragraph ends and something else begins in the same line, and what that is.
  private func tail(of body: TextSpan) -> (start: Int, kind: StructureLayer.BlockKind)? {
    let tokens = closing(body)
    for index in tokens.indices where index > 0 {
      if tokens[index].mark == 0x23, endsSentence(tokens[..<index]) {
        let rest = TextSpan(tokens[index].span.start, body.end)
        if TagLine.isHashtags(Line(rest, in: text)) { return (rest.start, .tags) }
      }
      guard tokens[index].isArabic else { continue }
      let isBehind = endsSentence(tokens[..<index]) || endsAddress(tokens[..<index])
      let isLabel = tokens[index...].prefix(Self.longestLabel).contains { $0.mark == 0x3A }
      guard isBehind || isLabel,
        let (kind, count) = Cues.shared.tail(of: tokens[index...], in: text)
      else { continue }
      let rest = tokens[(index + count)...]
      // One word may begin a sentence as well; of several, a sentence before or a colon behind is enough.
      let isTail =
        count > 1
        ? isLabel || isBehind && !endsSentence(rest)
        : isBehind && !rest.contains(where: \.endsSentence)
      if isTail { return (tokens[index].span.start, kind) }
    }
    return nil
  }

  /// Where an address for mail begins that a line closes with, behind a sentence.
  private func addressStart(in body: TextSpan) -> Int? {
    let tokens = closing(body)
    guard let at = tokens.lastIndex(where: { $0.mark == 0x40 }), at > 0,
      tokens[(at + 1)...].allSatisfy(isInAddress)
    else { return nil }
    var start = at
    while start > 0, isInAddress(tokens[start - 1]) {
      start -= 1
      if tokens[start].isSpaced { break }
    }
    // A full stop before it belongs to the sentence.
    while start < at, !tokens[start].isWord { start += 1 }
    return start < at && endsSentence(tokens[..<start]) ? tokens[start].span.start : nil
  }

  private func endsAddress(_ tokens: ArraySlice<RimToken>) -> Bool {
    guard let last = tokens.last(where: { !isInAddress($0) }) else { return false }
    return last.mark == 0x40 && last.span.end < (tokens.last?.span.end ?? 0)
  }

  private func isInAddress(_ token: RimToken) -> Bool {
    if token.isWord { return !token.isArabic }
    // . - _
    return token.mark == 0x2E || token.mark == 0x2D || token.mark == 0x5F
  }

  /// The last words and marks of a line.
  private func closing(_ body: TextSpan) -> [RimToken] {
    let start = max(body.start, body.end - Self.longestTail)
    return RimToken.tokens(of: TextSpan(boundary(start), body.end), in: text)
  }

  /// Whether a sentence ends where some tokens do.
  private func endsSentence(_ tokens: ArraySlice<RimToken>) -> Bool {
    tokens.last { !$0.closes }?.endsSentence ?? false
  }

  /// The first start of a character from an offset on.
  private func boundary(_ offset: Int) -> Int {
    var offset = offset
    while offset < text.count, !UTF8Bytes.isBoundary(text.bytes[offset]) { offset += 1 }
    return offset
  }
}
