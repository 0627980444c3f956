import Warraq

/// Cuts what stands between two spaces where UAX 29 leaves no doubt: letters with their marks,
/// lone digits, plain punctuation. Most of running text is such, and it saves ICU's walk.
struct PlainChunk {
  /// The tables of `Tables`, borrowed: a look at an array's bounds for each byte would show.
  let ascii: UnsafeBufferPointer<Part>
  let arabic: UnsafeBufferPointer<Part>

  /// What a scalar is to the rules.
  enum Part: UInt8, Sendable {
    case letter
    case mark
    case digit
    /// Breaks on both sides wherever it stands.
    case punctuation
    case symbol
    /// Joins letters or digits on both sides.
    case joiner
    /// Anything else: ICU decides.
    case other
  }

  /// Appends the tokens of the chunk at `start` and gives its end; nil, with nothing appended, when
  /// the chunk is not plain.
  func append(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, limit: Int,
    to pieces: inout [Tokenizer.Piece]
  ) -> Int? {
    let first = pieces.count
    var index = start
    while index < limit, !Self.isBlank(bytes[index]) {
      let (part, next) = part(bytes, index)
      var end = next
      switch part {
      case .letter, .digit:
        let isLatin = bytes[index] < 0x80
        if part == .letter, bytes[index] >= 0x80 { end = arabicEnd(bytes, end, limit) }
        while end < limit {
          let (following, after) = self.part(bytes, end)
          guard following == part || (following == .mark && part == .letter) else { break }
          end = after
        }
        guard mayEnd(bytes, part, end, limit) else { return give(up: first, &pieces) }
        let kind: TokenLayer.Kind = part == .digit ? .number : isLatin ? .latin : .word
        pieces.append(Tokenizer.Piece(span: TextSpan(index, end), kind: kind))
      case .punctuation, .symbol, .joiner:
        guard mayEnd(bytes, part, end, limit) else {
          return give(up: first, &pieces)
        }
        let kind: TokenLayer.Kind = part == .symbol ? .symbol : .punctuation
        pieces.append(Tokenizer.Piece(span: TextSpan(index, end), kind: kind))
      case .mark, .other:
        return give(up: first, &pieces)
      }
      index = end
    }
    return index
  }

  /// The end of a run of Arabic letters and marks, two bytes each.
  @inline(__always)
  private func arabicEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int {
    var end = start
    while end + 1 < limit {
      let lead = bytes[end]
      guard lead & 0xFC == 0xD8 else { break }
      let part = arabic[Int(lead & 3) << 6 | Int(bytes[end + 1] & 0x3F)]
      guard part == .letter || part == .mark else { break }
      end += 2
    }
    return end
  }

  private func give(up first: Int, _ pieces: inout [Tokenizer.Piece]) -> Int? {
    pieces.removeSubrange(first...)
    return nil
  }

  /// Whether a token of the kind `part` may end before `end`: what follows neither clings to it
  /// nor belongs to it.
  private func mayEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, _ part: Part, _ end: Int, _ limit: Int
  ) -> Bool {
    guard end < limit, !Self.isBlank(bytes[end]) else { return true }
    switch self.part(bytes, end).part {
    case .punctuation, .symbol, .joiner: return true
    case .letter, .digit: return part == .punctuation || part == .symbol
    case .mark, .other: return false
    }
  }

  /// White space of ASCII.
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  @inline(__always)
  private func part(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int
  ) -> (part: Part, next: Int) {
    let lead = bytes[index]
    if lead < 0x80 { return (ascii[Int(lead)], index + 1) }
    guard index + 1 < bytes.count else { return (.other, index + 1) }
    let second = bytes[index + 1]
    switch lead {
    case 0xD8...0xDB: return (arabic[Int(lead - 0xD8) << 6 | Int(second & 0x3F)], index + 2)
    case 0xC2: return (second == 0xAB || second == 0xBB ? .punctuation : .other, index + 2)
    case 0xE2:
      guard index + 2 < bytes.count, second == 0x80 else { return (.other, index + 2) }
      switch bytes[index + 2] {
      // En and em dash, double quotation marks, ellipsis.
      case 0x93, 0x94, 0x9C, 0x9D, 0xA6: return (.punctuation, index + 3)
      default: return (.other, index + 3)
      }
    default: return (.other, index + 1)
    }
  }
}

extension PlainChunk {
  /// What each scalar of ASCII and of the Arabic block is.
  struct Tables: Sendable {
    private let ascii: [Part] = (0..<128).map { byte in
      switch UInt8(truncatingIfNeeded: byte) {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"): .joiner
      case UInt8(ascii: "!"), UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "&"),
        UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "-"),
        UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "]"):
        .punctuation
      case UInt8(ascii: "$"), UInt8(ascii: "+"), UInt8(ascii: "="): .symbol
      default: .other
      }
    }

    /// U+0600 to U+06FF.
    private let arabic: [Part] = (0..<256).map { place in
      switch 0x0600 + UInt32(truncatingIfNeeded: place) {
      case 0x0620...0x064A: .letter
      case 0x066E, 0x066F, 0x0671...0x06D3, 0x06D5, 0x06EE, 0x06EF, 0x06FA...0x06FC, 0x06FF: .letter
      case 0x0610...0x061A, 0x064B...0x065F, 0x0670, 0x06D6...0x06DC, 0x06DF...0x06E4, 0x06E7,
        0x06E8,
        0x06EA...0x06ED:
        .mark
      case 0x0660...0x0669, 0x06F0...0x06F9: .digit
      case 0x061B, 0x061F, 0x06D4: .punctuation
      case 0x060C: .joiner
      default: .other
      }
    }

    /// Calls `body` with the rules over these tables.
    func withRules<Result, Failure: Error>(
      _ body: (PlainChunk) throws(Failure) -> Result
    ) throws(Failure) -> Result {
      try ascii.withUnsafeBufferPointer { (ascii) throws(Failure) in
        try arabic.withUnsafeBufferPointer { (arabic) throws(Failure) in
          try body(PlainChunk(ascii: ascii, arabic: arabic))
        }
      }
    }
  }
}
