import RomanizationKernel
import Warraq

/// Romanizes many texts by a scheme of rules. An automaton writes words of letters without marks. Others it remembers:
/// what a word becomes depends on nothing but its letters, on whether an article follows and on the vowel before, and
/// texts are full of the same ones.
///
/// Not for several threads at once; each takes one of its own.
public struct RuleRomanizer: Sendable {
  private let romanizer: PhoneticRomanizer
  /// What the texts are, for their capitals; what is remembered does not depend on it.
  public var kind: FieldKind {
    didSet {
      capitals = Capitals(romanizer.capitals, kind: kind)
      rules = WordRules(romanizer, capitals)
    }
  }
  private var capitals: Capitals
  /// Whether capitals of words are those of their readings.
  var asksForCapitals: Bool { capitals.followReadings }
  private var rules: WordRules

  /// Rules for words as their kind of text has capitals, and for those of which readings tell.
  private struct WordRules {
    let usual: TextRules
    private let raised: TextRules
    private let lower: TextRules

    init(_ romanizer: PhoneticRomanizer, _ capitals: Capitals) {
      usual = TextRules(romanizer, capitals)
      raised = TextRules(romanizer, capitals.those(ofCapitals: true))
      lower = TextRules(romanizer, capitals.those(ofCapitals: false))
    }

    func rules(_ told: Capitals.Told?) -> TextRules {
      told.map { $0.ofWord ? raised : lower } ?? usual
    }
  }

  /// Words that the automaton leaves.
  private(set) var memory: WrittenWords
  private var scratch = PhoneticRomanizer.Scratch()
  private var names = ConstructMemory()

  /// A romanizer for a scheme; nil for those that have no rules.
  ///
  /// - Parameters:
  ///   - kind: What the texts are, for their capitals.
  ///   - capacity: Words to remember; the common ones come first.
  public init?(_ scheme: Scheme, kind: FieldKind = .auto, capacity: Int = 400_000) {
    guard case .phonetic(let romanizer) = scheme.engine else { return nil }
    self.init(romanizer, kind: kind, capacity: capacity)
  }

  /// The same for the rules themselves.
  init(_ romanizer: PhoneticRomanizer, kind: FieldKind, capacity: Int = 400_000) {
    self.romanizer = romanizer
    self.kind = kind
    capitals = Capitals(romanizer.capitals, kind: kind)
    rules = WordRules(romanizer, capitals)
    memory = WrittenWords(capacity: capacity)
  }

  /// The romanized text, as `Scheme.romanize` gives it.
  public mutating func romanize(_ text: Text) -> Text {
    var result: [UInt8] = []
    result.reserveCapacity(text.count * 2)
    text.bytes.withUnsafeBufferPointer { _ = append($0, to: &result) }
    return Text(wellFormed: result)
  }

  /// Appends the romanized form of well-formed UTF-8.
  ///
  /// - Returns: How many Arabic letters the scheme does not know; they stay.
  public mutating func append(
    _ bytes: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]
  ) -> Int {
    guard let readable = ReadableText.bytes(of: bytes) else {
      return append(bytes, supplied: [], to: &result)
    }
    return readable.withUnsafeBufferPointer { append($0, supplied: [], to: &result) }
  }

  /// The same with other letters for some words.
  ///
  /// - Parameter supplied: In the order of the text.
  mutating func append(
    _ bytes: UnsafeBufferPointer<UInt8>, supplied: [VowelSupply.Word], to result: inout [UInt8]
  ) -> Int {
    guard let joiner = romanizer.joiner else { return write(bytes, supplied, to: &result) }
    var latin: [UInt8] = []
    let unwritten = write(bytes, supplied, to: &latin)
    result += joiner.join(Text(wellFormed: latin)).text.bytes
    return unwritten
  }

  /// The romanized text and its alignment, as `Scheme.view` gives it, with other letters for some words.
  func view(of text: Text, supplied: [VowelSupply.Word]) -> (text: Text, alignment: Alignment) {
    romanizer.view(of: text, kind: kind, supplied: supplied)
  }

  private mutating func write(
    _ bytes: UnsafeBufferPointer<UInt8>, _ supplied: [VowelSupply.Word], to result: inout [UInt8]
  ) -> Int {
    var unwritten = 0
    var supplied = supplied[...]
    var place = words_place(index: 0, begins: true, behind_word: false, behind_vowel: false)
    var batch = words_batch()
    while place.index < bytes.count {
      VowelSupply.drop(before: place.index, from: &supplied)
      let limit = supplied.first.map { min($0.core.lowerBound, bytes.count) } ?? bytes.count
      while limit > place.index {
        unwritten += memory.write(
          bytes, limit: limit, from: &place, &batch, by: rules.usual, to: &result)
        guard learn(batch.wanted, of: bytes) else { break }
      }
      unwritten += writePart(of: bytes, at: &place, &supplied, to: &result)
    }
    return unwritten
  }

  /// Learns what a word becomes, and what records say of it, as far as that is wanted; false when there is nothing to
  /// learn, or no room.
  private mutating func learn(
    _ wanted: words_wanted, of bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard wanted.end > wanted.start else { return false }
    let word = UnsafeBufferPointer(rebasing: bytes[wanted.start..<wanted.end])
    let traits = WrittenWords.Traits(rawValue: UInt16(wanted.traits))
    if wanted.is_new {
      guard make(word, traits).isRemembered else { return false }
    }
    switch WrittenWords.Traits(rawValue: UInt16(wanted.asked)) {
    case .isAskedConstruct:
      memory.note(
        names.takesName(word) ? [.isAskedConstruct, .takesName] : .isAskedConstruct, of: word)
    case .isAskedName:
      memory.note(names.isName(word) ? [.isAskedName, .isName] : .isAskedName, of: word)
    default: break
    }
    return true
  }

  /// Writes one word, and what stands behind it; none at the end.
  private mutating func writePart(
    of bytes: UnsafeBufferPointer<UInt8>, at place: inout words_place,
    _ supplied: inout ArraySlice<VowelSupply.Word>, to result: inout [UInt8]
  ) -> Int {
    var next = PhoneticRomanizer.TextPlace(
      index: place.index, isFirst: place.begins, isBehindWord: place.behind_word)
    guard let part = romanizer.nextPart(of: bytes, at: &next, &names) else { return 0 }
    var unwritten = 0
    if !part.word.isEmpty {
      let isBehindVowel =
        part.isBehindWord && place.behind_vowel
        && PhoneticRomanizer.beginsWithAlef(bytes, at: part.word.lowerBound)
      let known = VowelSupply.take(part.word, from: &supplied)
      let raising = Capitals.Raising(known, by: capitals, isFirst: part.isFirst)
      let written: (unwritten: Int, endsInVowel: Bool)
      let start = result.count
      if let known, let letters = known.letters {
        written = letters.withUnsafeBufferPointer {
          write(
            $0, known.opening, raising, isConstruct: known.isConstruct, isBehindVowel, to: &result)
        }
      } else {
        written = write(
          UnsafeBufferPointer(rebasing: bytes[part.word]), nil, raising,
          isConstruct: part.isConstruct, isBehindVowel, to: &result)
      }
      raising.raiseParticles(&result, from: start)
      unwritten = written.unwritten
      place.behind_vowel = written.endsInVowel
    }
    LatinMarks.write(bytes, part.other, to: &result)
    place.index = next.index
    place.begins = next.isFirst
    place.behind_word = next.isBehindWord
    return unwritten
  }

  /// Appends a word's Latin, its particles without a capital of their own; what is made anew is remembered.
  private mutating func write(
    _ word: UnsafeBufferPointer<UInt8>, _ opening: PhoneticRomanizer.ToldOpening?,
    _ raising: Capitals.Raising, isConstruct: Bool, _ isBehindVowel: Bool,
    to result: inout [UInt8]
  ) -> (unwritten: Int, endsInVowel: Bool) {
    var traits = WrittenWords.Traits(opening)
    if isConstruct, romanizer.writesConstructT, Self.endsInTaMarbuta(word) {
      traits.insert(.isConstruct)
    }
    if isBehindVowel { traits.insert(.isElided) }
    if let written = memory.write(
      word, traits, isFirst: raising.isFirst, by: rules.rules(raising.told), to: &result)
    {
      return written
    }
    let made = make(word, traits)
    let start = result.count
    result += scratch.latin
    raising.capitals.raise(&result, from: start, prefix: made.prefix, isFirst: raising.isFirst)
    return (made.unwritten, made.endsInVowel)
  }

  /// Makes a word's Latin, which is that of `scratch` then, and remembers it.
  private mutating func make(
    _ word: UnsafeBufferPointer<UInt8>, _ traits: WrittenWords.Traits
  ) -> (prefix: Int?, unwritten: Int, endsInVowel: Bool, isRemembered: Bool) {
    let prefix = romanizer.romanize(
      word: word, isConstruct: traits.contains(.isConstruct),
      isBehindVowel: traits.contains(.isElided), opening: traits.opening, in: &scratch)
    let unwritten = Scheme.arabicLetters(in: scratch.latin)
    let endsInVowel = romanizer.endsInVowel(scratch.latin)
    let isRemembered = memory.insert(
      word, traits, latin: scratch.latin, prefix: prefix, endsInVowel: endsInVowel,
      unwritten: unwritten)
    return (prefix, unwritten, endsInVowel, isRemembered)
  }

  /// Whether a word's last letter is ة, whatever marks stand on it; only then it depends on the next word.
  private static func endsInTaMarbuta(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    var end = word.count
    while end > 0 {
      var start = end - 1
      while start > 0, word[start] & 0xC0 == 0x80 { start -= 1 }
      let scalar = UTF8Bytes.decode(word, at: start).scalar
      if ScalarClass.isArabicLetter(scalar) { return scalar == 0x0629 }
      end = start
    }
    return false
  }
}
