import ArabicText
import Warraq

/// Writes Arabic by sound. Vowels come from the marks; where marks are missing only long vowels
/// are written, since the short ones are not known.
struct PhoneticRomanizer: Sendable {
  private let values: [String: String]
  private let consonants: [UInt32: String]
  private let assimilatesSunLetters: Bool
  let writesConstructT: Bool
  private let keepsDigraphsSingle: Bool
  let joiner: NameJoiner?

  /// - Parameter values: The table: letters, and named endings such as `ta-marbuta`.
  init(values: [String: String], rules: Set<String>) {
    self.values = values
    var consonants: [UInt32: String] = [:]
    for (key, value) in values where key.unicodeScalars.count == 1 {
      if let scalar = key.unicodeScalars.first { consonants[scalar.value] = value }
    }
    self.consonants = consonants
    assimilatesSunLetters = rules.contains("sun-letters")
    writesConstructT = rules.contains("construct-t")
    keepsDigraphsSingle = rules.contains("single-digraphs")
    joiner =
      rules.contains("joined-names") ? NameJoiner(apostrophe: consonants[0x639] ?? "'") : nil
  }

  /// The romanized text and its alignment, letter by letter; what is not Arabic passes through, Arabic punctuation
  /// becomes Latin. `RuleRomanizer` writes the same without the alignment, and sooner.
  func view(of text: Text) -> (text: Text, alignment: Alignment) {
    let plain = text.bytes.withUnsafeBufferPointer { bytes in
      var rewriter = TextRewriter(bytes)
      forEachPart(of: bytes) { part in
        switch part {
        case .other(let range): LatinMarks.write(bytes, range, to: &rewriter)
        case .word(let range, let isConstruct):
          let (scalars, starts) = Self.scalars(of: bytes, in: range)
          for piece in pieces(of: scalars[...], byLetters: true, isConstruct: isConstruct) {
            rewriter.replace(
              starts[piece.source.lowerBound]..<starts[piece.source.upperBound],
              with: piece.latin.utf8)
          }
        }
      }
      return rewriter.finish(text)
    }
    guard let joiner else { return plain }
    let joined = joiner.join(plain.text)
    return (joined.text, plain.alignment.composed(with: joined.alignment))
  }

  /// A part of a text, by its bytes.
  enum Part {
    /// Arabic letters and marks, and whether an article follows, before which some endings are written.
    case word(Range<Int>, isConstruct: Bool)
    case other(Range<Int>)
  }

  /// Calls `body` with the words of well-formed UTF-8 and what stands between them, in order.
  @inline(__always)
  func forEachPart(of bytes: UnsafeBufferPointer<UInt8>, _ body: (Part) -> Void) {
    var index = 0
    while index < bytes.count {
      let start = index
      while let next = Self.wordPart(bytes, at: index) { index = next }
      if index > start {
        let isConstruct = writesConstructT && Self.articleFollows(bytes, at: index)
        body(.word(start..<index, isConstruct: isConstruct))
      }
      let end = index
      while index < bytes.count, Self.wordPart(bytes, at: index) == nil {
        index = bytes[index] < 0x80 ? index + 1 : UTF8Bytes.decode(bytes, at: index).next
      }
      if index > end { body(.other(end..<index)) }
    }
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

  /// Whether a space and an article stand at an index.
  private static func articleFollows(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + 4 < bytes.count, bytes[index] == 0x20 else { return false }
    let alef = (bytes[index + 1], bytes[index + 2])
    return (alef == (0xD8, 0xA7) || alef == (0xD9, 0xB1))
      && (bytes[index + 3], bytes[index + 4]) == (0xD9, 0x84)
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

  /// The romanization of one word, given as UTF-8.
  ///
  /// - Parameter isConstruct: Whether an article follows.
  func romanize(word: UnsafeBufferPointer<UInt8>, isConstruct: Bool) -> String {
    let scalars = Self.scalars(of: word, in: word.indices).scalars
    return pieces(of: scalars[...], byLetters: false, isConstruct: isConstruct).map(\.latin)
      .joined()
  }

  /// What some scalars of a word became.
  private struct Piece {
    /// Their indices.
    var source: Range<Int>
    var latin: String
  }

  /// The pieces of a word's romanization, which together are made of all its scalars.
  private func pieces(
    of scalars: ArraySlice<Unicode.Scalar>, byLetters: Bool, isConstruct: Bool
  ) -> [Piece] {
    let letters = Readings.letters(of: MarkedLetter.read(scalars))
    guard !letters.isEmpty else { return [Piece(source: scalars.indices, latin: "")] }
    var (prefix, rest, hasArticle) = detachArticle(letters, word: scalars)
    if hasArticle, letters[rest...].map(\.letter) == Self.allahBehindArticle {
      prefix = joinedToAllah(prefix)
    }
    var writer = Writer(romanizer: self, letters: letters[rest...])
    let written = writer.write(
      afterArticle: hasArticle, isConstruct: isConstruct && !hasArticle)
    guard byLetters else { return [Piece(source: scalars.indices, latin: prefix + written)] }
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
    return pieces
  }

  /// لاه, which is left of الله as it is read.
  private static let allahBehindArticle: [UInt32] = [0x644, 0x627, 0x647]

  /// Allāh is one word: no hyphen or space behind its article, and none behind ب and ل either (billāh,
  /// lillāh).
  private func joinedToAllah(_ prefix: String) -> String {
    func letters(_ text: String) -> String { text.filter(\.isLetter) }
    let article = value("article")
    guard prefix.hasSuffix(article) else { return letters(prefix) }
    let particle = String(prefix.dropLast(article.count))
    let joins = particle == value("prefix-bi") && !particle.isEmpty
    return joins ? letters(particle) + "l" : particle + letters(article)
  }

  /// Reads و ف ب ك ل and the article off a word's start, with the assimilation of the article.
  private func detachArticle(
    _ letters: [MarkedLetter], word: ArraySlice<Unicode.Scalar>
  ) -> (prefix: String, rest: Int, hasArticle: Bool) {
    let plain = letters.map { $0.letter == 0x0671 ? 0x0627 : $0.letter }
    if plain.count >= 4, plain[0] == 0x0627, plain[1] == 0x0644, letters[0].isBare {
      return (article(before: letters[2]), 2, true)
    }
    guard plain.count >= 5 else { return ("", 0, false) }
    let particles: [UInt32: String] = [
      0x0648: "prefix-wa", 0x0641: "prefix-fa", 0x0628: "prefix-bi", 0x0643: "prefix-ka",
    ]
    if let particle = particles[plain[0]], plain[1] == 0x0627, plain[2] == 0x0644,
      isBorneOut(word, letters: 3)
    {
      return ((values[particle] ?? "") + article(before: letters[3]), 3, true)
    }
    if plain[0] == 0x0644, plain[1] == 0x0644, isBorneOut(word, letters: 2) {
      let joined = article(before: letters[2]).dropFirst()
      return ((values["prefix-li"] ?? "") + joined, 2, true)
    }
    return ("", 0, false)
  }

  /// Whether the word frequencies agree that so many letters are particle and article.
  private func isBorneOut(_ word: ArraySlice<Unicode.Scalar>, letters: Int) -> Bool {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: word)
    var folded = ArabicFold.fold(String(view))
    return folded.withUTF8 { CliticSplitter.shared.procliticLength(of: $0) } == letters * 2
  }

  private func article(before next: MarkedLetter) -> String {
    let article = values["article"] ?? "al-"
    guard assimilatesSunLetters, Self.sunLetters.contains(next.letter),
      let sound = consonants[next.letter], article.count >= 3
    else { return article }
    return String(article.prefix(1)) + sound + String(article.dropFirst(2))
  }

  private static let sunLetters: Set<UInt32> = [
    0x062A, 0x062B, 0x062F, 0x0630, 0x0631, 0x0632, 0x0633, 0x0634, 0x0635, 0x0636, 0x0637, 0x0638,
    0x0644, 0x0646,
  ]

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
        + (keepsDigraphsSingle ? ", a sound of two Latin letters once." : "."),
      "ة is \(ending.isEmpty ? "not written" : "`\(ending)`") at the end"
        + (writesConstructT ? ", `t` before an article." : "."),
      "Hamza is not written at a word's start.",
      joiner == nil
        ? "Words stand apart as in Arabic."
        : "Elements of a compound name are joined by hyphens; names with Allah are one word.",
      "Words that are not read as they are written (ذلك, عمرو, الله) are read as they sound.",
      "Tanwin is an, un, in; an alef that only carries it is not written, nor the alef of فَعَلُوا.",
    ]
  }

  /// Whether a doubled sound is written twice; some schemes write `sh` and its like once.
  func doubles(_ sound: String) -> Bool {
    !keepsDigraphsSingle || sound.unicodeScalars.count < 2
  }

  /// The letters of the table and what each is written.
  var letters: [UInt32: String] { consonants }

  func consonant(_ letter: UInt32) -> String? { consonants[letter] }
}
