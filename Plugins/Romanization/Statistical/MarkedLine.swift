import Warraq

/// Writes the words of a line, on some of which vowel signs may stand.
struct MarkedLine {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Those among which the choices are.
  private let candidates: KnownCandidates
  /// Reads the marks; nil when there are none to read.
  private let rules: PhoneticRomanizer?
  /// Most words have marks, and nobody told that the line is a name or a title: such text is for reading and no
  /// heading, which is what the model knows capitals of.
  private let isLowercase: Bool

  /// - Parameter rules: The scheme that reads marks.
  init(
    _ choices: [StatisticalRomanizer.Choice], among candidates: KnownCandidates,
    _ bytes: UnsafeBufferPointer<UInt8>, _ rules: Scheme?, _ kind: FieldKind
  ) {
    self.bytes = bytes
    self.candidates = candidates
    guard case .phonetic(let romanizer)? = rules?.engine else {
      self.rules = nil
      isLowercase = false
      return
    }
    var marked = 0
    // By places: a choice is large, and handing it about counts references.
    for place in choices.indices where choices[place].word.hasMarks { marked += 1 }
    guard marked > 0 else {
      self.rules = nil
      isLowercase = false
      return
    }
    self.rules = romanizer
    let words = choices.lazy.count { !$0.known.isEmpty }
    isLowercase = (kind == .auto || kind == .text) && marked * 2 >= words
  }

  /// Appends the Latin of a word; nothing for one that is not Arabic.
  func write(
    _ choice: StatisticalRomanizer.Choice, to result: inout [UInt8], _ memory: inout MarkedMemory
  ) {
    guard !choice.known.isEmpty else { return }
    let isCapital = choice.isCapital && !isLowercase
    let isOpening = choice.isOpening && !isLowercase
    if let particle = DetachedParticle(choice.word.core, in: bytes)?.latin {
      StatisticalRomanizer.write(
        particle, prefix: particle.count, isCapital: false, isOpening: isOpening, to: &result)
      return
    }
    if choice.word.hasMarks, let rules, let reading = reading(choice, rules, &memory) {
      StatisticalRomanizer.write(
        reading.latin[...], prefix: reading.prefix, isCapital: isCapital, isOpening: isOpening,
        to: &result)
      return
    }
    let chosen = choice.known.start + choice.place
    StatisticalRomanizer.write(
      candidates.latin(of: chosen), prefix: Int(candidates.all[chosen].traits.prefix),
      isCapital: isCapital, isOpening: isOpening, to: &result)
  }

  /// What a word's marks say; nil when they say too little and no candidate agrees with them.
  private func reading(
    _ choice: StatisticalRomanizer.Choice, _ rules: PhoneticRomanizer, _ memory: inout MarkedMemory
  ) -> MarkedMemory.Reading? {
    let core = choice.word.core
    let isConstruct = rules.isConstruct(bytes, core: core, &memory.names)
    let isFollowed = rules.isFollowed(bytes, core: core)
    let word = UnsafeBufferPointer(rebasing: bytes[core])
    return memory.reading(of: word, choice, isConstruct, isFollowed) {
      let reading = MarkedReading(
        PhoneticRomanizer.letters(of: word),
        ruled: rules.romanize(word: word, isConstruct: isConstruct).latin,
        isFollowed: isFollowed)
      let romanizations = choice.romanizations(candidates)
      if let merged = reading.merged(with: romanizations) { return merged.latin }
      if !reading.isFull, let fitted = WrittenSigns(word).fitted(to: romanizations) {
        return fitted.letters.withUnsafeBufferPointer {
          rules.romanize(
            word: $0, isConstruct: isConstruct,
            opening: VowelSupply.opening(of: romanizations[fitted.place])
          ).latin
        }
      }
      return choice.word.hasVowels ? reading.ruled : nil
    }
  }
}
