import ArabicText
import StructureResources
import Warraq

/// Words that tell what a line is, from `Resources/cues.tsv`.
struct Cues: Sendable {
  private enum Position: String {
    case whole, start, end, label, tail
  }

  private struct Cue: Sendable {
    let kind: StructureLayer.BlockKind
    let position: Position
    let words: [ByteKey]
  }

  static let shared = Cues()

  /// Cues by their first word; those for the end of a line by their last.
  private let byFirst: [ByteKey: [Cue]]
  private let byLast: [ByteKey: [Cue]]

  private init() {
    let resource = structure_cues()
    var byFirst: [ByteKey: [Cue]] = [:]
    var byLast: [ByteKey: [Cue]] = [:]
    for row in TSVRows(StaticBytes(resource.bytes, count: resource.count)) where row.count == 3 {
      guard let kind = StructureLayer.BlockKind(rawValue: row[0]),
        let position = Position(rawValue: row[1])
      else { continue }
      let words = ArabicFold.fold(row[2]).split { $0 == " " || $0 == "." }.map(ByteKey.init(_:))
      guard let first = words.first, let last = words.last else { continue }
      let cue = Cue(kind: kind, position: position, words: words)
      if position == .end {
        byLast[last, default: []].append(cue)
      } else {
        byFirst[first, default: []].append(cue)
      }
    }
    self.byFirst = byFirst
    self.byLast = byLast
  }

  /// The part that a line's own words give it, or nil.
  func kind(of line: Line) -> StructureLayer.BlockKind? {
    guard let first = line.words.first, let last = line.words.last else { return nil }
    let opening = byFirst[first] ?? []
    return kind(of: line, opening, at: .whole) ?? kind(of: line, opening, at: .label)
      ?? kind(of: line, byLast[last] ?? [], at: .end) ?? kind(of: line, opening, at: .start)
      ?? kind(of: line, opening, at: .tail)
  }

  private func kind(
    of line: Line, _ cues: [Cue], at position: Position
  ) -> StructureLayer.BlockKind? {
    cues.first { $0.position == position && matches(line, $0) }?.kind
  }

  private func matches(_ line: Line, _ cue: Cue) -> Bool {
    let words = line.words
    let isShort = words.count <= 10
    switch cue.position {
    case .whole:
      return words == cue.words
    case .label:
      return words.starts(with: cue.words) && (isShort || cue.kind == .tags)
        && hasLabel(line, of: cue.words.count)
    case .end:
      guard words.count > cue.words.count, words.suffix(cue.words.count).elementsEqual(cue.words)
      else { return false }
      let isCutOff = line.text.contains("..") || line.text.contains("…")
      return !line.isTerminated && (cue.kind == .teaser ? isCutOff : isShort)
    case .tail:
      // Several words begin a line of their own as well; one may begin a subheading.
      return cue.words.count > 1 && words.starts(with: cue.words) && !line.isTerminated
    case .start:
      // Running text may open with the same words; a finished sentence is no button.
      return words.starts(with: cue.words) && !line.isProse && words.count <= 20
    }
  }

  /// The part that some words in a line's last sentence would begin, and how many of them tell it; nil for most.
  func tail(
    of tokens: ArraySlice<RimToken>, in text: Text
  ) -> (kind: StructureLayer.BlockKind, count: Int)? {
    guard let first = tokens.first, first.isWord, let cues = byFirst[first.folded(in: text)]
    else { return nil }
    for cue in cues where cue.position == .tail {
      let words = tokens.prefix(cue.words.count)
      let isSame = zip(words, cue.words).allSatisfy { $0.isWord && $0.folded(in: text) == $1 }
      if words.count == cue.words.count, isSame {
        return (cue.kind, cue.words.count)
      }
    }
    return nil
  }

  /// True when a colon, a slash or a dash follows the line's first `count` words.
  private func hasLabel(_ line: Line, of count: Int) -> Bool {
    var seen = 0
    var isInWord = false
    for scalar in line.text.unicodeScalars {
      if ":/|-–".unicodeScalars.contains(scalar) { return seen == count }
      let isWord =
        ScalarClass.isArabicLetter(scalar.value) || ScalarClass.extendsCluster(scalar.value)
        || ScalarClass.isLatinLetter(scalar.value)
      if isWord, !isInWord { seen += 1 }
      isInWord = isWord
      if seen > count { return false }
    }
    return false
  }
}
