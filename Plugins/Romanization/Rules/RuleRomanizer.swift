import Warraq

/// Romanizes many texts by a scheme of rules. It remembers words: what a word becomes depends on nothing but its
/// letters, on whether an article follows and on the vowel before, and texts are full of the same ones.
///
/// Not for several threads at once; each takes one of its own.
public struct RuleRomanizer: Sendable {
  private let romanizer: PhoneticRomanizer
  /// What the texts are, for their capitals; what is remembered does not depend on it.
  public var kind: FieldKind {
    didSet { capitals = Capitals(romanizer.capitals, kind: kind) }
  }
  private var capitals: Capitals
  /// By whether a word is in construct, and by whether a vowel is said before it.
  private var memories: [WrittenWords]
  private var names = ConstructMemory()

  /// A romanizer for a scheme; nil for those that have no rules.
  ///
  /// - Parameters:
  ///   - kind: What the texts are, for their capitals.
  ///   - capacity: Words to remember; the common ones come first.
  public init?(_ scheme: Scheme, kind: FieldKind = .auto, capacity: Int = 200_000) {
    guard case .phonetic(let romanizer) = scheme.engine else { return nil }
    self.init(romanizer, kind: kind, capacity: capacity)
  }

  /// The same for the rules themselves.
  init(_ romanizer: PhoneticRomanizer, kind: FieldKind, capacity: Int = 200_000) {
    self.romanizer = romanizer
    self.kind = kind
    capitals = Capitals(romanizer.capitals, kind: kind)
    memories = (0..<4).map { _ in WrittenWords(capacity: capacity) }
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
    guard ShownLetters.mayContain(bytes),
      let shown = ShownLetters.of(Text(wellFormed: Array(bytes)))
    else { return append(bytes, supplied: [], to: &result) }
    return shown.text.bytes.withUnsafeBufferPointer { append($0, supplied: [], to: &result) }
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
    // Where the Latin of the word before begins.
    var before = result.count
    // Taken out, since the words are written by what remembers them too.
    var names = ConstructMemory()
    swap(&names, &self.names)
    defer { swap(&names, &self.names) }
    romanizer.forEachPart(of: bytes, &names) { part in
      switch part {
      case .other(let range): LatinMarks.write(bytes, range, to: &result)
      case .word(let range, let place):
        let start = result.count
        let isBehindVowel =
          place.isBehindWord && PhoneticRomanizer.beginsWithAlef(bytes, at: range.lowerBound)
          && romanizer.endsInVowel(result[before...].dropLast())
        before = start
        let written: (unwritten: Int, prefix: Int?)
        if let known = VowelSupply.take(range, from: &supplied) {
          written = known.letters.withUnsafeBufferPointer { word in
            write(word, isConstruct: known.isConstruct, isBehindVowel, to: &result)
          }
        } else {
          let word = UnsafeBufferPointer(rebasing: bytes[range])
          written = write(word, isConstruct: place.isConstruct, isBehindVowel, to: &result)
        }
        unwritten += written.unwritten
        capitals.raise(&result, from: start, prefix: written.prefix, isFirst: place.isFirst)
      }
    }
    return unwritten
  }

  private mutating func write(
    _ word: UnsafeBufferPointer<UInt8>, isConstruct: Bool, _ isBehindVowel: Bool,
    to result: inout [UInt8]
  ) -> (unwritten: Int, prefix: Int?) {
    let isConstruct = isConstruct && romanizer.writesConstructT
    let memory = (isConstruct ? 1 : 0) + (isBehindVowel ? 2 : 0)
    return memories[memory].write(word, to: &result) {
      romanizer.romanize(word: $0, isConstruct: isConstruct, isBehindVowel: isBehindVowel)
    }
  }
}
