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

  /// The romanized text and its alignment; what is not Arabic passes through, Arabic punctuation becomes
  /// Latin.
  ///
  /// - Parameter byLetters: Whether the alignment goes letter by letter, not word by word, which is quicker.
  func romanize(_ text: Text, byLetters: Bool) -> (text: Text, alignment: Alignment) {
    let plain = text.bytes.withUnsafeBufferPointer { bytes in
      var scalars: [Unicode.Scalar] = []
      var starts: [Int] = []
      scalars.reserveCapacity(bytes.count / 2 + 1)
      starts.reserveCapacity(bytes.count / 2 + 2)
      var offset = 0
      while offset < bytes.count {
        let (scalar, next) = UTF8Bytes.decode(bytes, at: offset)
        scalars.append(Unicode.Scalar(scalar) ?? "\u{FFFD}")
        starts.append(offset)
        offset = next
      }
      starts.append(bytes.count)
      var rewriter = TextRewriter(bytes)
      romanize(scalars, starts, byLetters, &rewriter)
      return rewriter.finish(text)
    }
    guard let joiner else { return plain }
    let joined = joiner.join(plain.text)
    return (joined.text, plain.alignment.composed(with: joined.alignment))
  }

  /// - Parameter starts: Where each scalar begins in the text, and where the last one ends.
  private func romanize(
    _ scalars: [Unicode.Scalar], _ starts: [Int], _ byLetters: Bool,
    _ rewriter: inout TextRewriter
  ) {
    var index = 0
    while index < scalars.count {
      let start = index
      while index < scalars.count, Self.isWordPart(scalars[index].value) { index += 1 }
      if index > start {
        let isConstruct = writesConstructT && articleFollows(scalars, from: index)
        for piece in pieces(of: scalars[start..<index], byLetters, isConstruct: isConstruct) {
          rewriter.replace(
            starts[piece.source.lowerBound]..<starts[piece.source.upperBound],
            with: piece.latin.utf8)
        }
      } else {
        if let sign = LatinMarks.sign(for: scalars[index].value) {
          rewriter.replace(starts[index]..<starts[index + 1], with: CollectionOfOne(sign))
        }
        index += 1
      }
    }
  }

  /// The romanization of one word, given as UTF-8.
  ///
  /// - Parameter isConstruct: Whether an article follows.
  func romanize(word: UnsafeBufferPointer<UInt8>, isConstruct: Bool) -> String {
    let scalars = Array(String(decoding: word, as: UTF8.self).unicodeScalars)
    return pieces(of: scalars[...], false, isConstruct: isConstruct).map(\.latin).joined()
  }

  /// What some scalars of a word became.
  private struct Piece {
    /// Their indices.
    var source: Range<Int>
    var latin: String
  }

  static func isWordPart(_ scalar: UInt32) -> Bool {
    ScalarClass.isArabicLetter(scalar) || ScalarClass.isArabicMark(scalar) || scalar == 0x0640
  }

  private func articleFollows(_ scalars: [Unicode.Scalar], from index: Int) -> Bool {
    guard index + 2 < scalars.count, scalars[index].value == 0x20 else { return false }
    let first = scalars[index + 1].value
    return (first == 0x0627 || first == 0x0671) && scalars[index + 2].value == 0x0644
  }

  /// The pieces of a word's romanization, which together are made of all its scalars.
  private func pieces(
    of scalars: ArraySlice<Unicode.Scalar>, _ byLetters: Bool, isConstruct: Bool
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
