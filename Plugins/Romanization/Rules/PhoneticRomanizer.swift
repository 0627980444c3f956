import ArabicText
import Warraq

/// Writes Arabic by sound. Vowels come from the marks; where marks are missing only long vowels
/// are written, since the short ones are not known.
struct PhoneticRomanizer: Sendable {
  private let values: [String: String]
  private let consonants: [UInt32: String]
  let assimilatesSunLetters: Bool
  let writesConstructT: Bool
  private let keepsDigraphsSingle: Bool
  let joiner: NameJoiner?
  let capitals: Capitals.Convention

  /// - Parameter values: The table: letters, and named endings such as `ta-marbuta`.
  init(values: [String: String], rules: Set<String>) {
    self.values = values
    var consonants: [UInt32: String] = [:]
    for (key, value) in values where key.unicodeScalars.count == 1 {
      if let scalar = key.unicodeScalars.first { consonants[scalar.value] = value }
    }
    self.consonants = consonants
    assimilatesSunLetters = rules.contains("sun-letters")
    capitals = Capitals.Convention(values["!capitals"] ?? "")
    writesConstructT = rules.contains("construct-t")
    keepsDigraphsSingle = rules.contains("single-digraphs")
    joiner =
      rules.contains("joined-names") ? NameJoiner(apostrophe: consonants[0x639] ?? "'") : nil
  }

  /// The romanized text and its alignment, letter by letter; what is not Arabic passes through, Arabic punctuation
  /// becomes Latin. `RuleRomanizer` writes the same without the alignment, and sooner.
  func view(of text: Text, kind: FieldKind) -> (text: Text, alignment: Alignment) {
    let capitals = Capitals(capitals, kind: kind)
    let plain = text.bytes.withUnsafeBufferPointer { bytes in
      var rewriter = TextRewriter(bytes)
      var memory = ConstructMemory()
      forEachPart(of: bytes, &memory) { part in
        switch part {
        case .other(let range): LatinMarks.write(bytes, range, to: &rewriter)
        case .word(let range, let place):
          let (scalars, starts) = Self.scalars(of: bytes, in: range)
          let (pieces, prefix) = pieces(
            of: scalars[...], byLetters: true, isConstruct: place.isConstruct)
          for (piece, latin) in raised(pieces, prefix, place.isFirst, capitals) {
            rewriter.replace(
              starts[piece.source.lowerBound]..<starts[piece.source.upperBound], with: latin)
          }
        }
      }
      return rewriter.finish(text)
    }
    guard let joiner else { return plain }
    let joined = joiner.join(plain.text)
    return (joined.text, plain.alignment.composed(with: joined.alignment))
  }

  /// The pieces of a word with its capitals.
  private func raised(
    _ pieces: [Piece], _ prefix: Int?, _ isFirst: Bool, _ capitals: Capitals
  ) -> [(piece: Piece, latin: ArraySlice<UInt8>)] {
    var latin = pieces.flatMap { Array($0.latin.utf8) }
    let length = latin.count
    capitals.raise(&latin, from: 0, prefix: prefix, isFirst: isFirst)
    // A capital that is longer or shorter stands in the piece of its letter; there are none such among the
    // letters of the standards.
    guard latin.count == length else { return pieces.map { ($0, Array($0.latin.utf8)[...]) } }
    var start = 0
    return pieces.map { piece in
      let end = start + piece.latin.utf8.count
      defer { start = end }
      return (piece, latin[start..<end])
    }
  }

  /// A part of a text, by its bytes.
  enum Part {
    /// Arabic letters and marks.
    case word(Range<Int>, Place)
    case other(Range<Int>)
  }

  /// Where a word stands.
  struct Place {
    /// The word that it belongs to follows, before which some endings are written.
    var isConstruct: Bool
    /// It begins a line, or stands behind a mark.
    var isFirst: Bool
  }

  /// Calls `body` with the words of well-formed UTF-8 and what stands between them, in order.
  @inline(__always)
  func forEachPart(
    of bytes: UnsafeBufferPointer<UInt8>, _ memory: inout ConstructMemory, _ body: (Part) -> Void
  ) {
    var index = 0
    var isFirst = true
    while index < bytes.count {
      let start = index
      while let next = Self.wordPart(bytes, at: index) { index = next }
      if index > start {
        let isConstruct = writesConstructT && isConstruct(bytes, core: start..<index, &memory)
        body(.word(start..<index, Place(isConstruct: isConstruct, isFirst: isFirst)))
        isFirst = false
      }
      let end = index
      while index < bytes.count, Self.wordPart(bytes, at: index) == nil {
        index = bytes[index] < 0x80 ? index + 1 : UTF8Bytes.decode(bytes, at: index).next
      }
      guard index > end else { continue }
      body(.other(end..<index))
      isFirst = Self.beginsName(behind: UnsafeBufferPointer(rebasing: bytes[end..<index]), isFirst)
    }
  }

  /// Whether a name or a line begins behind what is not Arabic: so behind a mark or the end of a line, and not behind
  /// letters and digits; spaces and hyphens leave it as it was before.
  private static func beginsName(
    behind bytes: UnsafeBufferPointer<UInt8>, _ before: Bool
  ) -> Bool {
    if bytes.count == 1, bytes[0] == 0x20 { return before }
    var begins = before
    var index = 0
    while index < bytes.count {
      let (scalar, next) = UTF8Bytes.decode(bytes, at: index)
      index = next
      if scalar == 0x20 || scalar == 0x27 || scalar == 0x2D || scalar == 0xA0 { continue }
      if scalar < 0x80 {
        begins = !(ScalarClass.isLatinLetter(scalar) || ScalarClass.digitValue(scalar) != nil)
        continue
      }
      guard let properties = Unicode.Scalar(scalar)?.properties else { continue }
      begins = !properties.isAlphabetic && properties.numericType == nil
    }
    return begins
  }

  /// Where the scalar at an index ends when it is part of a word; else nil.
  @inline(__always)
  private static func wordPart(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    guard index < bytes.count, bytes[index] >= 0x80 else { return nil }
    let (scalar, next) = UTF8Bytes.decode(bytes, at: index)
    let isPart =
      ScalarClass.isArabicLetter(scalar) || ScalarClass.isArabicMark(scalar) || scalar == 0x0640
    return isPart ? next : nil
  }

  /// Whether a word is followed by one that it belongs to, as far as can be told: one with the article, or behind
  /// a word in ة without its vowel a name.
  func isConstruct(
    _ bytes: UnsafeBufferPointer<UInt8>, core: Range<Int>, _ memory: inout ConstructMemory
  ) -> Bool {
    let start = core.upperBound + 1
    guard start < bytes.count, bytes[start - 1] == 0x20 else { return false }
    if start + 3 < bytes.count {
      let alef = (bytes[start], bytes[start + 1])
      if alef == (0xD8, 0xA7) || alef == (0xD9, 0xB1),
        (bytes[start + 2], bytes[start + 3]) == (0xD9, 0x84)
      {
        return true
      }
    }
    let ta: (UInt8, UInt8) = (0xD8, 0xA9)
    guard core.count > 3, (bytes[core.upperBound - 2], bytes[core.upperBound - 1]) == ta else {
      return false
    }
    var end = start
    while let next = Self.wordPart(bytes, at: end) { end = next }
    return end > start
      && memory.holds(
        UnsafeBufferPointer(rebasing: bytes[core]),
        before: UnsafeBufferPointer(rebasing: bytes[start..<end]))
  }

  /// Whether a space and another word follow one.
  func isFollowed(_ bytes: UnsafeBufferPointer<UInt8>, core: Range<Int>) -> Bool {
    core.upperBound < bytes.count && bytes[core.upperBound] == 0x20
      && Self.wordPart(bytes, at: core.upperBound + 1) != nil
  }

  /// The letters of a word with their marks.
  func letters(of word: UnsafeBufferPointer<UInt8>) -> [MarkedLetter] {
    MarkedLetter.read(Self.scalars(of: word, in: word.indices).scalars[...])
  }

  /// The scalars of a part, where each begins, and where the last one ends.
  private static func scalars(
    of bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>
  ) -> (scalars: [Unicode.Scalar], starts: [Int]) {
    var scalars: [Unicode.Scalar] = []
    var starts: [Int] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, next) = UTF8Bytes.decode(bytes, at: index)
      scalars.append(Unicode.Scalar(scalar) ?? "\u{FFFD}")
      starts.append(index)
      index = next
    }
    return (scalars, starts + [range.upperBound])
  }

  /// The romanization of one word, given as UTF-8, and how many bytes of it are particles and article;
  /// nil for a word that has no capital.
  ///
  /// - Parameter isConstruct: Whether the word that it belongs to follows.
  func romanize(
    word: UnsafeBufferPointer<UInt8>, isConstruct: Bool
  ) -> (latin: String, prefix: Int?) {
    let scalars = Self.scalars(of: word, in: word.indices).scalars
    let (pieces, prefix) = pieces(of: scalars[...], byLetters: false, isConstruct: isConstruct)
    return (pieces.map(\.latin).joined(), prefix)
  }

  /// What some scalars of a word became.
  private struct Piece {
    /// Their indices.
    var source: Range<Int>
    var latin: String
  }

  /// The pieces of a word's romanization, which together are made of all its scalars, and how many bytes are
  /// particles and article.
  private func pieces(
    of scalars: ArraySlice<Unicode.Scalar>, byLetters: Bool, isConstruct: Bool
  ) -> (pieces: [Piece], prefix: Int?) {
    let marked = MarkedLetter.read(scalars)
    guard !marked.isEmpty else { return ([Piece(source: scalars.indices, latin: "")], 0) }
    let opening = opening(of: marked, word: scalars)
    let (letters, rest) = (opening.letters, opening.rest)
    let (prefix, length) = latin(of: opening)
    var writer = Writer(romanizer: self, letters: letters[rest...])
    let written = writer.write(
      afterArticle: opening.article != nil, isConstruct: isConstruct && opening.article == nil)
    guard byLetters else {
      return ([Piece(source: scalars.indices, latin: prefix + written)], length)
    }
    var pieces: [Piece] = []
    func add(_ letters: ArraySlice<MarkedLetter>, _ latin: Substring) {
      guard let first = letters.first, let last = letters.last else { return }
      if let open = pieces.last, open.source.upperBound > first.source.lowerBound {
        pieces[pieces.count - 1].latin += latin
      } else {
        pieces.append(
          Piece(source: first.source.lowerBound..<last.source.upperBound, latin: String(latin)))
      }
    }
    add(letters[..<rest], prefix[...])
    var position = written.startIndex
    var index = rest
    for cut in writer.cuts {
      let end = written.utf8.index(written.startIndex, offsetBy: cut.latin)
      add(letters[index..<cut.letter], written[position..<end])
      (index, position) = (cut.letter, end)
    }
    return (pieces, length)
  }

  func value(_ name: String) -> String { values[name] ?? "" }

  /// What it does, a sentence a rule, for the scheme's page.
  var rules: [String] {
    let long = ["long-a", "long-i", "long-u"].map(value).joined(separator: ", ")
    let ending = value("ta-marbuta")
    return [
      "Long vowels are \(long); final ى is \(value("alef-maqsura")).",
      "The article is `\(value("article"))`, "
        + (assimilatesSunLetters
          ? "its l the letter before which it is said so" : "whatever letter follows")
        + "; و, ف, ب, ك and ل before it are `\(value("prefix-wa"))` and the like.",
      "A letter with shadda is written twice"
        + (keepsDigraphsSingle ? ", ayn and a sound of two Latin letters once." : "."),
      "ة is \(ending.isEmpty ? "not written" : "`\(ending)`") at the end"
        + (writesConstructT
          ? ", `t` before an article, and before names that libraries know." : "."),
      "Hamza is not written at a word's start, nor behind a particle.",
      joiner == nil
        ? "Words stand apart as in Arabic."
        : "Elements of a compound name are joined by hyphens; names with Allah are one word.",
      value("digraph-divider").isEmpty
        ? nil
        : "`\(value("digraph-divider"))` parts a letter from an h that would else make another of it.",
      capitals.isNever ? "There are no capitals." : capitalRule,
      "Words that are not read as they are written (ذلك, عمرو, الله) are read as they sound.",
      "Tanwin is an, un, in; an alef that only carries it is not written, nor the alef of فَعَلُوا.",
    ].compactMap { $0 }
  }

  private var capitalRule: String {
    (capitals.isForNames
      ? "Every word has a capital, as in names; with `--kind title` the first one alone, with `--kind text` none"
      : "There are no capitals; with `--kind name` every word has one, with `--kind title` the first")
      + (capitals.raisesArticle
        ? ". An article has one where a name begins." : ". The article has none.")
  }

  /// Whether a doubled sound is written twice; some schemes write ayn, `sh` and its like once.
  func doubles(_ sound: String, _ letter: UInt32) -> Bool {
    !keepsDigraphsSingle || sound.unicodeScalars.count < 2 && letter != 0x0639
  }

  /// The letters of the table and what each is written.
  var letters: [UInt32: String] { consonants }

  func consonant(_ letter: UInt32) -> String? { consonants[letter] }
}
