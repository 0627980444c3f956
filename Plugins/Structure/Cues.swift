import ArabicText
import StructureResources
import Warraq

/// Words that tell what a line is, from `Resources/cues.tsv`.
struct Cues {
  private enum Position: String {
    case whole, start, end, label
  }

  private struct Cue {
    let kind: StructureLayer.BlockKind
    let position: Position
    let words: [Substring]
  }

  static let shared = Cues()

  private let byPosition: [Position: [Cue]]

  private init() {
    let resource = structure_cues()
    var cues: [Position: [Cue]] = [:]
    for row in TSVRows(StaticBytes(resource.bytes, count: resource.count)) where row.count == 3 {
      guard let kind = StructureLayer.BlockKind(rawValue: row[0]),
        let position = Position(rawValue: row[1])
      else { continue }
      let words = ArabicFold.fold(row[2]).split { $0 == " " || $0 == "." }
      cues[position, default: []].append(Cue(kind: kind, position: position, words: words))
    }
    byPosition = cues
  }

  /// The part that a line's own words give it, or nil.
  func kind(of line: Line) -> StructureLayer.BlockKind? {
    let words = line.words
    let isShort = words.count <= 10
    for cue in byPosition[.whole] ?? [] where words == cue.words { return cue.kind }
    for cue in byPosition[.label] ?? [] where words.starts(with: cue.words) {
      if hasLabel(line, of: cue.words.count), isShort || cue.kind == .tags { return cue.kind }
    }
    for cue in byPosition[.end] ?? [] where words.count > cue.words.count {
      guard words.suffix(cue.words.count).elementsEqual(cue.words) else { continue }
      if cue.kind == .teaser, !line.isTerminated, isCutOff(line) { return .teaser }
      if cue.kind != .teaser, isShort, !line.isTerminated { return cue.kind }
    }
    for cue in byPosition[.start] ?? [] where words.starts(with: cue.words) {
      // Running text may open with the same words; a finished sentence is no button.
      if !line.isProse, words.count <= 20 { return cue.kind }
    }
    return nil
  }

  /// True when a colon, a slash or a dash follows the line's first `count` words.
  private func hasLabel(_ line: Line, of count: Int) -> Bool {
    var seen = 0
    var isInWord = false
    for scalar in line.text.unicodeScalars {
      if ":/|-–".unicodeScalars.contains(scalar) {
        return isInWord ? seen == count : seen >= count
      }
      let isWord = scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
      if isWord, !isInWord { seen += 1 }
      isInWord = isWord
      if seen > count { return false }
    }
    return false
  }

  /// True when dots stand before the last words, as where a text was cut.
  private func isCutOff(_ line: Line) -> Bool {
    line.text.contains("..") || line.text.contains("…")
  }
}
