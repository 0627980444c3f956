import Warraq

/// How a text writes the last ya of words: some leave its dots out, so that علي and على look alike, others dot them all.
struct YaHabit {
  /// Whether في has no dots.
  let leavesDots: Bool
  /// Whether إلى mostly has dots.
  let dotsMaqsura: Bool

  private static let undotted = Array("فى".utf8)
  private static let ala = [Array("إلى".utf8), Array("الى".utf8)]
  private static let ali = [Array("إلي".utf8), Array("الي".utf8)]

  init(_ layer: TokenLayer, _ text: Text) {
    var leavesDots = false
    var (plain, dotted) = (0, 0)
    for token in layer.tokens {
      let bytes = text.bytes[token.span.range]
      if bytes.count == Self.undotted.count {
        if bytes.elementsEqual(Self.undotted) { leavesDots = true }
      } else if bytes.count == 6 {
        if Self.ala.contains(where: bytes.elementsEqual) { plain += 1 }
        if Self.ali.contains(where: bytes.elementsEqual) { dotted += 1 }
      }
    }
    self.leavesDots = leavesDots
    dotsMaqsura = dotted > plain
  }
}
