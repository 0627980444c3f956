extension Alignment {
  /// The alignment of source to `next`'s result, where this one goes from the source to a middle
  /// text and `next` from that middle text on.
  ///
  /// Edits of the two that share a byte of the middle text melt into one. Linear in both.
  public func composed(with next: Alignment) -> Alignment {
    if next.isIdentity { return self }
    if isIdentity { return next }
    var merged: [Edit] = []
    merged.reserveCapacity(edits.count + next.edits.count)
    var first = 0
    var second = 0
    // What to add to a middle offset to reach the source and the result, after the edits consumed.
    var toSource = 0
    var toResult = 0

    while first < edits.count || second < next.edits.count {
      let middleOfFirst = first < edits.count ? edits[first].result : nil
      let middleOfSecond = second < next.edits.count ? next.edits[second].source : nil
      var group = Self.earlier(middleOfFirst, middleOfSecond)
      let sourceStart = group.start + toSource
      let resultStart = group.start + toResult
      var took = true
      var isFirstRound = true
      while took {
        took = false
        if first < edits.count {
          let middle = edits[first].result
          let opensGroup = isFirstRound && middle == group
          if opensGroup || middle.start < group.end {
            group.end = max(group.end, middle.end)
            toSource = edits[first].source.end - middle.end
            first += 1
            took = true
            isFirstRound = false
          }
        }
        if second < next.edits.count {
          let middle = next.edits[second].source
          let opensGroup = isFirstRound && middle == group
          if opensGroup || middle.start < group.end {
            group.end = max(group.end, middle.end)
            toResult = next.edits[second].result.end - middle.end
            second += 1
            took = true
            isFirstRound = false
          }
        }
      }
      merged.append(
        Edit(
          source: TextSpan(sourceStart, group.end + toSource),
          result: TextSpan(resultStart, group.end + toResult)))
    }
    // A deletion of what an earlier operation inserted leaves nothing behind.
    merged.removeAll { $0.source.isEmpty && $0.result.isEmpty }
    return Alignment(edits: merged)
  }

  /// The span that starts first; of two that start together, the empty one, then `first`.
  private static func earlier(_ first: TextSpan?, _ second: TextSpan?) -> TextSpan {
    guard let first else { return second ?? TextSpan(0, 0) }
    guard let second else { return first }
    if first.start != second.start { return first.start < second.start ? first : second }
    if first.isEmpty != second.isEmpty { return first.isEmpty ? first : second }
    return first
  }
}
