import ArabicText
import Warraq

/// Gives each line of one article its part. Lines are judged first by their own words, then by
/// where they stand: before the first paragraph of prose, between two, or behind the last.
struct StructureAnalyzer {
  private typealias Kind = StructureLayer.BlockKind

  private let text: Text
  private let lines: [Line]
  private let titleKey: [UInt8]?
  private var kinds: [Kind?]
  private var tags: [TextSpan] = []
  private var title: TextSpan?
  private var date: String?

  init(_ text: Text, metadataTitle: String?) {
    self.text = text
    let pieces = LineRims(text: text).pieces(of: Line.split(text))
    lines = pieces.map(\.line)
    kinds = pieces.map(\.kind)
    titleKey = metadataTitle.map { Line(Text($0).span, in: Text($0)).key }
  }

  mutating func analyze(keepsSubheadings: Bool) -> StructureLayer {
    judgeByWords()
    markStaffNames()
    markClosing()
    let firstProse = lines.indices.first { kinds[$0] == nil && lines[$0].isProse }
    findTitle(before: firstProse)
    markRepetitions()
    if keepsSubheadings { markSubheadings(from: firstProse) }
    let blocks = lines.indices.map { index in
      StructureLayer.Block(kinds[index] ?? .body, lines[index].span)
    }
    return StructureLayer(blocks: blocks, title: title, tags: tags, date: date)
  }

  private mutating func judgeByWords() {
    for (index, line) in lines.enumerated() {
      let cue = kinds[index] ?? Cues.shared.kind(of: line)
      if cue == .tags {
        tags += TagLine.tags(in: line, of: text, isLabelled: true)
        kinds[index] = .tags
      } else if let cue {
        kinds[index] = cue
      } else if line.wordCount == 0 || (line.text.contains("://") && !line.text.contains(" ")) {
        // An address alone in its line is a link, whatever stands around it, and stars part what they stand between.
        kinds[index] = .boilerplate
      } else if line.isMailAddress {
        kinds[index] = .byline
      } else if isDateline(line) {
        kinds[index] = .dateline
        if date == nil { date = Self.fullDate(in: line)?.value }
      } else if isPlaceline(line, at: index) {
        kinds[index] = .byline
      } else {
        let found = TagLine.tags(in: line, of: text, isLabelled: false)
        if !found.isEmpty {
          tags += found
          kinds[index] = .tags
        }
      }
    }
  }

  /// The first date of a line that names day, month and year.
  private static func fullDate(in line: Line) -> DateExpression? {
    DateReader.dates(in: line.text).first(where: \.isFullDate)
  }

  private func isDateline(_ line: Line) -> Bool {
    guard line.wordCount <= 14, !line.isTerminated else { return false }
    if Self.fullDate(in: line) != nil {
      // A headline may hold a date; a date line holds little else.
      let digits = line.words.filter { ($0.string.utf8.first ?? 0x7F) <= 0x39 }.count
      return line.wordCount <= 8 || digits * 3 >= line.wordCount
    }
    return false
  }

  /// `القاهرة - أحمد سالم`, `دبي ـ وام`, `لندن: «الشرق»`: a place and a source in few words.
  private func isPlaceline(_ line: Line, at index: Int) -> Bool {
    guard line.wordCount <= 6, line.wordCount >= 2, !line.isTerminated, lines.count > 1,
      !startsItem(line)
    else { return false }
    let parts = line.text.split { $0 == "-" || $0 == "–" || $0 == "—" || $0 == "ـ" }
    let isNearRim = index <= 6 || index + 1 == lines.count
    guard isNearRim, parts.count >= 2 else { return false }
    let hasSpacedDash = [" - ", " – ", " — ", " ـ ", "- "].contains { line.text.contains($0) }
    let head = parts[0].split(separator: " ")
    return hasSpacedDash && head.count <= 2 && lines.contains { $0.isProse }
  }

  /// The short line under an office such as `رئيس التحرير` names its holder.
  private mutating func markStaffNames() {
    for index in lines.indices.dropLast() where kinds[index] == .staff {
      let next = lines[index + 1]
      let isBare = !lines[index].text.contains(":")
      if isBare, kinds[index + 1] == nil, next.wordCount <= 5, !next.isTerminated {
        kinds[index + 1] = .staff
      }
    }
  }

  /// Judges the lines behind the last paragraph: one or two short ones name who wrote it and where.
  private mutating func markClosing() {
    let last = lines.lastIndex { $0.isProse && $0.hasArabic }
    guard let last, kinds[last] == nil else { return }
    let open = lines.indices.filter { $0 > last && kinds[$0] == nil }
    for index in open {
      kinds[index] = ClosingLine.kind(
        of: lines[index], in: text, isNear: open.count <= 2 && lines[last].isTerminated)
    }
  }

  private mutating func findTitle(before firstProse: Int?) {
    let header = lines.indices.prefix { $0 < firstProse ?? lines.count }
    let candidates = header.filter { index in
      kinds[index] == nil && (2...25).contains(lines[index].wordCount)
        && !lines[index].text.hasSuffix(":") && !lines[index].text.hasSuffix(".")
    }
    if let titleKey {
      // The title came with the article: only its repetitions are looked for.
      for index in candidates where isSame(lines[index].key, titleKey) {
        if title == nil {
          title = lines[index].span
          kinds[index] = .title
        } else {
          kinds[index] = .repeated
        }
      }
      return
    }
    guard lines.count > 1, let best = candidates.first else { return }
    if firstProse == nil, !lines[(best + 1)...].contains(where: { $0.wordCount > 4 }) { return }
    title = lines[best].span
    kinds[best] = .title
    for index in candidates.dropFirst() where isSame(lines[index].key, lines[best].key) {
      kinds[index] = .repeated
    }
    // Between the title and the first prose stands what leads into it: a second headline, or the
    // name of the writer.
    if let firstProse {
      for index in candidates where kinds[index] == nil && index > best && index < firstProse {
        kinds[index] = lines[index].wordCount <= 3 ? .byline : .subheading
      }
    }
  }

  /// True when one key is the other or its opening words.
  private func isSame(_ first: [UInt8], _ second: [UInt8]) -> Bool {
    if first == second { return true }
    let (short, long) = first.count < second.count ? (first, second) : (second, first)
    let words = short.lazy.filter { $0 == 0x20 }.count + 1
    return words >= 3 && long.starts(with: short) && long[short.count] == 0x20
  }

  private mutating func markRepetitions() {
    // Lines by the hash of their key; paragraphs are long, and hardly any two share a hash.
    var seen: [UInt64: Int] = [:]
    seen.reserveCapacity(lines.count)
    for (index, line) in lines.enumerated() where line.wordCount >= 3 {
      let hash = line.key.withUnsafeBufferPointer { StableHash.hash($0) }
      if let earlier = seen[hash], lines[earlier].key == line.key {
        if kinds[index] == nil { kinds[index] = .repeated }
      } else {
        seen[hash] = index
      }
    }
  }

  private mutating func markSubheadings(from firstProse: Int?) {
    guard let firstProse else { return }
    let lastProse = lines.indices.last { kinds[$0] == nil && lines[$0].isProse } ?? firstProse
    for index in lines.indices where index > firstProse && index < lastProse {
      let line = lines[index]
      let isHeading =
        kinds[index] == nil && !line.isTerminated && line.wordCount <= 9
        && !introducesSpeech(line)
        && !line.text.hasSuffix("،") && !line.text.hasSuffix("؛") && !startsItem(line)
      guard isHeading, standsBetweenProse(index) else { continue }
      kinds[index] = .subheading
    }
  }

  /// A line of some length with a colon at its end leads into what follows; it heads nothing.
  private func introducesSpeech(_ line: Line) -> Bool {
    line.wordCount > 3 && line.text.hasSuffix(":")
  }

  private func startsItem(_ line: Line) -> Bool {
    guard let first = line.text.unicodeScalars.first else { return false }
    return "-–•*●".unicodeScalars.contains(first) || ScalarClass.isDigit(first.value)
  }

  private func standsBetweenProse(_ index: Int) -> Bool {
    let next = lines.indices.first { $0 > index && (kinds[$0] == nil || kinds[$0] == .body) }
    return next.map { lines[$0].isProse } ?? false
  }
}
