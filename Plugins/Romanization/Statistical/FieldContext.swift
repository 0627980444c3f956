/// A line's words, and what the line is like as a whole.
struct FieldContext {
  let words: [FieldWord]
  /// The letters of all words.
  let letters: [UInt8]
  /// What the line is, by `FieldKind.number`.
  var kind: UInt64
  let hasComma: Bool
  let length: UInt64

  init(_ line: UnsafeBufferPointer<UInt8>, kind: FieldKind) {
    let cut = FieldLine(line)
    words = cut.words
    letters = cut.letters
    self.kind = kind.number
    hasComma = words.contains { word in
      !word.after.isEmpty
        && zip(word.after, word.after.dropFirst()).contains {
          line[$0] == 0xD8 && line[$1] == 0x8C
        }
    }
    length = words.count <= 3 ? UInt64(words.count) : words.count <= 6 ? 4 : 5
  }

  private static let fullStop = FeatureHash.of(CollectionOfOne(UInt8(ascii: ".")))

  /// The letters of a word.
  func letters(of index: Int) -> ArraySlice<UInt8> { letters[words[index].letters] }

  /// The same of another kind.
  func of(_ kind: FieldKind) -> FieldContext {
    var copy = self
    copy.kind = kind.number
    return copy
  }

  private func hash(_ index: Int) -> UInt64 {
    words.indices.contains(index) ? words[index].hash : UInt64(index < 0 ? 11 : 12)
  }

  /// The surroundings of a word for its rank.
  func rank(
    _ index: Int, previous: RomanCandidate.Neighbor?, next: RomanCandidate.Neighbor?
  ) -> RankFeatures.Surroundings {
    var around = RankFeatures.Surroundings()
    around.previous = hash(index - 1)
    // A mark between two words parts them.
    let isCut = words[index].mark != 0
    around.next = isCut ? 13 : hash(index + 1)
    around.afterNext = isCut ? 13 : hash(index + 2)
    around.nextStart = isCut || index + 1 >= words.count ? 14 : words[index + 1].start
    around.nextEnd = isCut || index + 1 >= words.count ? 14 : words[index + 1].end
    around.previousEnd = index > 0 ? words[index - 1].end : 14
    around.kind = kind
    around.isFirst = index == 0
    let begins = index == 0 || words[index - 1].mark == Self.fullStop
    around.start = kind << 1 | (begins ? 1 : 0)
    around.mark = words[index].mark
    around.length = length
    if let next, !isCut {
      around.nextEnding = next.ending3
      around.nextClass = next.kind
      around.nextShape = next.shape
      around.nextStem = next.stemHash
      around.nextVerb = next.verb
    }
    around.previousLatin = previous?.hash ?? 15
    around.previousEnding = previous?.ending2 ?? 15
    around.previousStem = previous?.stemHash ?? 15
    around.previousShape = previous?.shape ?? 15
    around.mood = previous.map { Inflection.mood(behind: $0.stemHash).rawValue } ?? 0
    return around
  }

  /// The surroundings of a word for its capital.
  func capital(
    _ index: Int, previous: RomanCandidate.Neighbor?, next: RomanCandidate.Neighbor?,
    decisions: UInt64
  ) -> CaseFeatures.Surroundings {
    var around = CaseFeatures.Surroundings()
    around.previous = hash(index - 1)
    around.next = hash(index + 1)
    around.kind = kind
    around.firstWord = hash(0)
    around.isFirst = index == 0
    around.hasComma = hasComma
    around.markBefore = index > 0 ? words[index - 1].mark : 0
    around.length = length
    around.decisions = decisions
    around.previousLatin = previous?.stemHash ?? 15
    around.nextCapital = next?.capital ?? 0
    return around
  }

  /// The decisions before the next word: two bits each, of the last two words.
  static func push(_ decisions: UInt64, _ isCapital: Bool) -> UInt64 {
    ((decisions << 2) | (isCapital ? 3 : 2)) & 15
  }
}
