import UTF8Text

/// The places of a word's clitics in the source text, marks and tatweel included with the letter
/// before them.
public struct CliticSpans: Sendable, Hashable {
  /// Particles at the word's start, in order.
  public private(set) var proclitics: [TextSpan] = []
  /// The pronoun at its end; none or one.
  public private(set) var enclitics: [TextSpan] = []

  /// Finds the places in the word at `span` of `text`.
  public init(_ clitics: TokenLayer.Clitics, of span: TextSpan, in text: Text) {
    // Offsets at which letters start; what clings to a letter goes with it.
    var letters: [Int] = []
    var endsInTaMarbuta = false
    text.bytes.withUnsafeBufferPointer { bytes in
      var index = max(span.start, 0)
      while index < min(span.end, bytes.count) {
        let (scalar, next) = UTF8Bytes.decode(bytes, at: index)
        if !ScalarClass.extendsCluster(scalar), !ScalarClass.isInvisible(scalar) {
          letters.append(index)
          endsInTaMarbuta = scalar == 0x0629
        }
        index = next
      }
    }
    var letter = 0
    for length in clitics.proclitics where letter + length < letters.count {
      // Folding makes آ, أ and إ one with ا, but the article has no hamza: ألبرت.
      if length == 2, Self.hasHamza(text, letters[letter]) { break }
      proclitics.append(TextSpan(letters[letter], letters[letter + length]))
      letter += length
    }
    let first = letters.count - clitics.enclitic
    if clitics.enclitic > 0, !endsInTaMarbuta, first > letter {
      enclitics.append(TextSpan(letters[first], span.end))
    }
  }

  private static func hasHamza(_ text: Text, _ offset: Int) -> Bool {
    let scalar = text.bytes.withUnsafeBufferPointer { UTF8Bytes.decode($0, at: offset).scalar }
    return scalar == 0x0622 || scalar == 0x0623 || scalar == 0x0625
  }
}
