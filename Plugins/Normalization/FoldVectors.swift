import NormalizationKernel

/// The part of a `FoldPlan` that is done 32 bytes at a time.
///
/// Bytes of ASCII, of « » and their block (lead C2) and of the two Arabic leads D8 and D9 pass in
/// vectors, letters that become other letters of two bytes included. Anything else stops the
/// vector loop.
struct FoldVectors: Sendable {
  /// Continuation bytes that stop the loop.
  let stops: [fold_stop]
  /// Letters of two bytes that become others of two bytes.
  let substitutions: [fold_substitution]
  let lowersASCII: Bool
  /// False when ASCII is changed in a way that vectors do not know; the loop is not used then.
  let isUsable: Bool

  /// - Parameters:
  ///   - ascii: Actions of U+0000–007F.
  ///   - twoByte: Actions of U+0080–07FF.
  init(ascii: [UInt32], twoByte: [UInt32]) {
    var stops: [fold_stop] = []
    var substitutions: [fold_substitution] = []
    for lead in [UInt8(0xC2), 0xD8, 0xD9] {
      var ranges: [fold_stop] = []
      var changes: [fold_substitution] = []
      for continuation in UInt8(0x80)...0xBF {
        let scalar = Int(lead & 0x1F) << 6 | Int(continuation & 0x3F)
        let action = twoByte[scalar - 0x80]
        if action == FOLD_KEEP { continue }
        if let change = Self.substitution(lead, continuation, action), Self.fits(change, changes) {
          changes.append(change)
        } else if let last = ranges.last, last.first + last.width + 1 == continuation {
          ranges[ranges.count - 1].width += 1
        } else {
          ranges.append(fold_stop(lead: lead, first: continuation, width: 0))
        }
      }
      stops += Self.merged(ranges)
      substitutions += changes
    }
    self.stops = stops
    self.substitutions = substitutions
    let capitals = 0x41...0x5A
    lowersASCII = capitals.allSatisfy { ascii[$0] == 1 | UInt32($0 + 0x20) << 8 }
    // The space and the line end are watched by the kernel itself.
    let others = ascii.enumerated().filter { $0.offset > 0x20 && !capitals.contains($0.offset) }
    let keepsOthers = others.allSatisfy { $0.element == FOLD_KEEP }
    let keepsCapitals = capitals.allSatisfy { ascii[$0] == FOLD_KEEP }
    let keepsSpaces = [0x0A, 0x20].allSatisfy { ascii[$0] == FOLD_KEEP || ascii[$0] == FOLD_SPACE }
    isUsable = keepsOthers && keepsSpaces && (lowersASCII || keepsCapitals)
  }

  /// The kernel tests each block for so many changes; further ones stop the loop instead.
  private static func fits(_ change: fold_substitution, _ others: [fold_substitution]) -> Bool {
    if change.lead == 0xD9 { return others.isEmpty }
    let hasLeadChange = others.contains { $0.lead_change != 0 }
    return others.count < 4 && (change.lead_change == 0 || !hasLeadChange)
  }

  /// As many ranges as the kernel tests, one behind C2 and D8, two behind D9: those with the fewest common letters in between are joined. What
  /// lies in between stops the loop for nothing, which costs time and no bytes.
  private static func merged(_ stops: [fold_stop]) -> [fold_stop] {
    var stops = stops
    while let first = stops.first, stops.count > (first.lead == 0xD9 ? 2 : 1) {
      let gaps = (1..<stops.count).map { index in
        let before = stops[index - 1]
        let skipped = (before.first + before.width + 1)..<stops[index].first
        return skipped.reduce(0) { $0 + (isCommonLetter(before.lead, $1) ? 100 : 1) }
      }
      guard let nearest = gaps.indices.min(by: { gaps[$0] < gaps[$1] }) else { break }
      stops[nearest].width =
        stops[nearest + 1].first + stops[nearest + 1].width - stops[nearest].first
      stops.remove(at: nearest + 1)
    }
    return stops
  }

  /// The letters of ordinary Arabic; a loop that stopped at them would not run at all.
  private static func isCommonLetter(_ lead: UInt8, _ continuation: UInt8) -> Bool {
    lead == 0xD8 ? (0xA1...0xBA).contains(continuation) : (0x81...0x8A).contains(continuation)
  }

  private static func substitution(
    _ lead: UInt8, _ continuation: UInt8, _ action: UInt32
  ) -> fold_substitution? {
    let newLead = UInt8(truncatingIfNeeded: action >> 8)
    guard action & 0xFF == 2, newLead == 0xD8 || newLead == 0xD9, lead != 0xC2 else { return nil }
    // Letters of D9 that move to D8, such as ٱ, are too rare to be tested for in every block.
    if lead == 0xD9, newLead != lead { return nil }
    return fold_substitution(
      lead: lead, continuation: continuation,
      new_continuation: UInt8(truncatingIfNeeded: action >> 16), lead_change: lead ^ newLead)
  }
}
