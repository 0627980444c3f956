/// Finds the paragraphs of a page that are the article. Paragraphs vote for the elements around
/// them, by length and sentence marks and against links; the element with most votes wins, within
/// the part that the page itself calls its article, where it does.
enum MainText {
  /// The article's paragraphs; all paragraphs when none stands out.
  static func blocks(of walk: HTMLWalk) -> [HTMLWalk.Block] {
    let scores = walk.blocks.map(score)
    let region = declaredRegion(walk, scores)
    let inside = walk.blocks.indices.filter { index in
      region.map { isInside(walk.blocks[index].element, $0, walk) } ?? true
    }
    let candidates = inside.filter { scores[$0] > 0 }
    guard !candidates.isEmpty else { return inside.map { walk.blocks[$0] } }
    var root = region ?? 0
    if region == nil {
      var votes = [Double](repeating: 0, count: walk.elements.count)
      for index in candidates {
        let parent = container(of: walk.blocks[index].element, walk)
        votes[parent] += scores[index]
        votes[walk.elements[parent].parent] += scores[index] / 2
      }
      root = votes.indices.max { (votes[$0], $1) < (votes[$1], $0) } ?? 0
      // An article in several sections has its votes spread over them.
      while root != 0 {
        let parent = walk.elements[root].parent
        guard votes[parent] > votes[root] * 0.75 else { break }
        root = parent
      }
    }
    let below = inside.filter { isInside(walk.blocks[$0].element, root, walk) }
    return below.enumerated().filter { place, index in
      let block = walk.blocks[index]
      guard block.linked * 2 <= block.text.count else { return false }
      if scores[index] > 0 { return true }
      // A heading counts when text follows it.
      return block.isHeading
        && below.dropFirst(place + 1).first.map { scores[$0] > 0 } ?? false
    }.map { walk.blocks[$0.element] }
  }

  /// How much a paragraph looks like running text; 0 for a label, a link or a teaser.
  private static func score(_ block: HTMLWalk.Block) -> Double {
    let count = block.text.count
    guard !block.isHeading, count >= 30, block.linked * 2 <= count else { return 0 }
    var marks = 0
    for (index, byte) in block.text.enumerated() {
      let isArabicMark =
        byte == 0xD8 && index + 1 < count && [0x8C, 0x9B, 0x9F].contains(block.text[index + 1])
      if isArabicMark || byte == 0x2C || byte == 0x2E { marks += 1 }
    }
    guard count >= 80 || marks > 0 else { return 0 }
    let share = 1 - Double(block.linked) / Double(count)
    return (1 + Double(min(marks, 6)) + min(Double(count) / 150, 4)) * share
  }

  /// The element that the page calls its article and that holds most of its kind's text.
  private static func declaredRegion(_ walk: HTMLWalk, _ scores: [Double]) -> Int? {
    for rank in [3, 2, 1] {
      var sums: [Int: Double] = [:]
      for (index, block) in walk.blocks.enumerated() where scores[index] > 0 {
        var element = block.element
        while element != 0 {
          if walk.elements[element].rank == rank {
            sums[element, default: 0] += scores[index]
            break
          }
          element = walk.elements[element].parent
        }
      }
      let winner = sums.max { ($0.value, $1.key) < ($1.value, $0.key) }
      // A list of teasers has an article element each; one that holds little is no article.
      if let winner, winner.value >= 4 { return winner.key }
    }
    return nil
  }

  /// The element that a paragraph's own element stands in.
  private static func container(of element: Int, _ walk: HTMLWalk) -> Int {
    walk.elements[element].name == "div" || walk.elements[element].name == "td"
      ? element : walk.elements[element].parent
  }

  private static func isInside(_ element: Int, _ root: Int, _ walk: HTMLWalk) -> Bool {
    var element = element
    while element != root {
      if element == 0 { return false }
      element = walk.elements[element].parent
    }
    return true
  }
}
