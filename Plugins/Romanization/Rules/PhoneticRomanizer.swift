import ArabicText
import Synchronization
import Warraq

/// Writes Arabic by sound. Vowels come from the marks; where marks are missing only long vowels
/// are written, since the short ones are not known.
final class PhoneticRomanizer: Sendable {
  private let values: [String: String]
  private let consonants: [UInt32: String]
  let sounds: SoundTable
  /// The article before each letter of the sun that the table has, and before all others.
  private let sunArticles: [String?]
  let article: String
  let assimilatesSunLetters: Bool
  let writesConstructT: Bool
  let elidesWasla: Bool
  let keepsDigraphsSingle: Bool
  /// Whether Latin of the scheme may be of anyone who types.
  let isChatSpelling: Bool
  let joiner: NameJoiner?
  let capitals: Capitals.Convention
  /// The vowels that a word may end in, UTF-8.
  private let vowelEnds: [[UInt8]]
  private let compiled = Mutex<BareLetters?>(nil)

  /// - Parameter values: The table: letters, and named endings such as `ta-marbuta`.
  init(values: [String: String], rules: Set<String>) {
    self.values = values
    var consonants: [UInt32: String] = [:]
    for (key, value) in values where key.unicodeScalars.count == 1 {
      if let scalar = key.unicodeScalars.first { consonants[scalar.value] = value }
    }
    // Letters of other keyboards sound as the Arabic ones that they are, unless the table says otherwise.
    for (form, letter) in Spellings.shared.otherForms where consonants[form] == nil {
      // Ta marbuta has a name in tables, as its sound depends on its place.
      consonants[form] = letter == 0x0629 ? values["ta-marbuta"] : consonants[letter]
    }
    self.consonants = consonants
    sounds = SoundTable(values: values, letters: consonants)
    let article = values["article"].flatMap { $0.isEmpty ? nil : $0 } ?? "al-"
    self.article = article
    sunArticles = Self.possibleSunLetters.map { letter in
      guard rules.contains("sun-letters"), Self.isSunLetter(letter), article.count >= 3 else {
        return nil
      }
      return consonants[letter].map { String(article.prefix(1)) + $0 + article.dropFirst(2) }
    }
    assimilatesSunLetters = rules.contains("sun-letters")
    capitals = Capitals.Convention(values["!capitals"] ?? "")
    writesConstructT = rules.contains("construct-t")
    elidesWasla = rules.contains("elision")
    keepsDigraphsSingle = rules.contains("single-digraphs")
    isChatSpelling = rules.contains("chat-spelling")
    let long = ["long-a", "long-i", "long-u", "alef-maqsura"].compactMap { values[$0] }
    // A word of a vowel alone may have it as a capital.
    vowelEnds = (["a", "i", "u"] + long).flatMap { vowel in
      let capital = vowel.uppercased()
      return (capital == vowel ? [vowel] : [vowel, capital]).map { Array($0.utf8) }
    }
    joiner =
      rules.contains("joined-names") ? NameJoiner(apostrophe: consonants[0x639] ?? "'") : nil
  }

  /// The rules for words of letters without marks; compiled when they are asked for first.
  var bareLetters: BareLetters {
    compiled.withLock { compiled in
      let letters = compiled ?? BareLetters(self)
      compiled = letters
      return letters
    }
  }

  /// The romanized text and its alignment, letter by letter; what is not Arabic passes through, Arabic punctuation
  /// becomes Latin. `RuleRomanizer` writes the same without the alignment, and sooner.
  ///
  /// - Parameter supplied: Other letters for some words, in order; those are aligned as a whole.
  func view(
    of text: Text, kind: FieldKind, supplied: [VowelSupply.Word] = []
  ) -> (text: Text, alignment: Alignment) {
    let capitals = Capitals(capitals, kind: kind)
    let plain = text.bytes.withUnsafeBufferPointer { bytes in
      var rewriter = TextRewriter(bytes)
      var memory = ConstructMemory()
      var isBehindVowel = false
      var supplied = supplied[...]
      var place = TextPlace()
      while let part = nextPart(of: bytes, at: &place, &memory) {
        if !part.word.isEmpty {
          isBehindVowel =
            isBehindVowel && part.isBehindWord
            && Self.beginsWithAlef(bytes, at: part.word.lowerBound)
          let known = VowelSupply.take(part.word, from: &supplied)
          let raising = Capitals.Raising(known, by: capitals, isFirst: part.isFirst)
          if let known, let letters = known.letters {
            let (latin, prefix) = letters.withUnsafeBufferPointer {
              romanize(
                word: $0, isConstruct: known.isConstruct && writesConstructT,
                isBehindVowel: isBehindVowel, opening: known.opening)
            }
            var raised = latin
            raising.raise(&raised, from: 0, prefix: prefix)
            rewriter.replace(part.word, with: raised)
            isBehindVowel = endsInVowel(latin)
          } else {
            let (scalars, starts) = Self.scalarsAndStarts(of: bytes, in: part.word)
            let (pieces, prefix) = pieces(
              of: scalars[...], isConstruct: part.isConstruct, isBehindVowel: isBehindVowel)
            isBehindVowel = endsInVowel(pieces.flatMap(\.latin))
            for (piece, latin) in raised(pieces, prefix, raising) {
              rewriter.replace(
                starts[piece.source.lowerBound]..<starts[piece.source.upperBound], with: latin)
            }
          }
        }
        LatinMarks.write(bytes, part.other, to: &rewriter)
      }
      return rewriter.finish(text)
    }
    guard let joiner else { return plain }
    let joined = joiner.join(plain.text)
    return (joined.text, plain.alignment.composed(with: joined.alignment))
  }

  /// The pieces of a word with its capitals.
  private func raised(
    _ pieces: [Piece], _ prefix: Int?, _ raising: Capitals.Raising
  ) -> [(piece: Piece, latin: ArraySlice<UInt8>)] {
    var latin = pieces.flatMap(\.latin)
    raising.raise(&latin, from: 0, prefix: prefix)
    var start = 0
    return pieces.map { piece in
      let end = start + piece.latin.count
      defer { start = end }
      return (piece, latin[start..<end])
    }
  }

  /// The letters of a word with their marks.
  static func letters(of word: UnsafeBufferPointer<UInt8>) -> [MarkedLetter] {
    var scratch = Scratch()
    scratch.read(word)
    return scratch.letters
  }

  /// Room for one word after the other.
  struct Scratch {
    fileprivate var scalars: [Unicode.Scalar] = []
    fileprivate var letters: [MarkedLetter] = []
    /// The Latin of the last word, UTF-8.
    fileprivate(set) var latin: [UInt8] = []

    fileprivate mutating func read(_ word: UnsafeBufferPointer<UInt8>) {
      scalars.removeAll(keepingCapacity: true)
      var index = 0
      while index < word.count {
        let (scalar, next) = UTF8Bytes.decode(word, at: index)
        scalars.append(Unicode.Scalar(scalar) ?? "\u{FFFD}")
        index = next
      }
      MarkedLetter.read(scalars[...], into: &letters)
    }
  }

  /// The scalars of a part, where each begins, and where the last one ends.
  private static func scalarsAndStarts(
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

  /// The romanization of one word, both in UTF-8, and how many bytes of it are particles and article;
  /// nil for a word that has no capital.
  ///
  /// - Parameters:
  ///   - isConstruct: Whether the word that it belongs to follows.
  ///   - isBehindVowel: Whether a vowel is said just before it.
  ///   - opening: What it opens with; nil where its letters have to tell.
  func romanize(
    word: UnsafeBufferPointer<UInt8>, isConstruct: Bool, isBehindVowel: Bool = false,
    opening: ToldOpening? = nil
  ) -> (latin: [UInt8], prefix: Int?) {
    var scratch = Scratch()
    let prefix = romanize(
      word: word, isConstruct: isConstruct, isBehindVowel: isBehindVowel, opening: opening,
      in: &scratch)
    return (scratch.latin, prefix)
  }

  /// The same for one word of many: its Latin is that of `scratch` until the next one.
  func romanize(
    word: UnsafeBufferPointer<UInt8>, isConstruct: Bool, isBehindVowel: Bool,
    opening: ToldOpening?, in scratch: inout Scratch
  ) -> Int? {
    scratch.read(word)
    scratch.latin.removeAll(keepingCapacity: true)
    guard !scratch.letters.isEmpty else { return 0 }
    return write(
      scratch.letters, of: scratch.scalars[...], isConstruct: isConstruct,
      isBehindVowel: isBehindVowel, told: opening, keepsCuts: false, to: &scratch.latin
    ).prefix
  }

  /// Appends a word's Latin.
  ///
  /// - Returns: The word's opening; how many bytes of the Latin are that, and of these, particles and article, nil for a
  ///   word that has no capital; and `Writer.cuts`.
  private func write(
    _ letters: [MarkedLetter], of scalars: ArraySlice<Unicode.Scalar>, isConstruct: Bool,
    isBehindVowel: Bool, told: ToldOpening? = nil, keepsCuts: Bool, to latin: inout [UInt8]
  ) -> (
    opening: WordOpening, start: Int, prefix: Int?, cuts: [(letter: Int, latin: Int)]
  ) {
    let opening = opening(of: letters, word: scalars, isBehindVowel: isBehindVowel, told: told)
    let (text, prefix) = self.latin(of: opening)
    latin += text.utf8
    if told?.next == .space, let last = latin.last, Self.separators.contains(last) {
      latin.removeLast()
    }
    let start = latin.count
    var writer = Writer(
      romanizer: self, letters: opening.letters[opening.rest...],
      isBehindVowel: opening.isBehindVowel && opening.article == nil, keepsCuts: keepsCuts)
    writer.write(
      afterArticle: opening.article != nil, isConstruct: isConstruct && opening.article == nil,
      to: &latin)
    return (opening, start, prefix, writer.cuts)
  }

  /// What parts particles and article from their word.
  private static let separators = Array("- ".utf8)

  /// What some scalars of a word became.
  private struct Piece {
    /// Their indices.
    var source: Range<Int>
    var latin: [UInt8]
  }

  /// The pieces of a word's romanization, which together are made of all its scalars, and how many bytes are
  /// particles and article.
  private func pieces(
    of scalars: ArraySlice<Unicode.Scalar>, isConstruct: Bool, isBehindVowel: Bool
  ) -> (pieces: [Piece], prefix: Int?) {
    let marked = MarkedLetter.read(scalars)
    guard !marked.isEmpty else { return ([Piece(source: scalars.indices, latin: [])], 0) }
    var latin: [UInt8] = []
    let word = write(
      marked, of: scalars, isConstruct: isConstruct, isBehindVowel: isBehindVowel, keepsCuts: true,
      to: &latin)
    let (letters, rest) = (word.opening.letters, word.opening.rest)
    var pieces: [Piece] = []
    func add(_ letters: ArraySlice<MarkedLetter>, _ latin: some Sequence<UInt8>) {
      guard let first = letters.first, let last = letters.last else { return }
      if let open = pieces.last, open.source.upperBound > first.source.lowerBound {
        pieces[pieces.count - 1].latin += latin
      } else {
        pieces.append(
          Piece(source: first.source.lowerBound..<last.source.upperBound, latin: Array(latin)))
      }
    }
    var position = word.start
    add(letters[..<rest], latin[..<position])
    var index = rest
    for cut in word.cuts {
      add(letters[index..<cut.letter], latin[position..<cut.latin])
      (index, position) = (cut.letter, cut.latin)
    }
    return (pieces, word.prefix)
  }

  /// Whether a word in Latin ends in a vowel, where that makes a difference to the next one.
  func endsInVowel(_ latin: [UInt8]) -> Bool {
    elidesWasla && vowelEnds.contains { latin.suffix($0.count).elementsEqual($0) }
  }

  func value(_ name: String) -> String { values[name] ?? "" }

  /// The letters of the table and what each is written.
  var letters: [UInt32: String] { consonants }

  // MARK: - The article

  /// The article in Latin before a word that begins with a letter, or where none follows.
  func article(before next: MarkedLetter?) -> String {
    guard let next, Self.possibleSunLetters.contains(next.letter) else { return article }
    return sunArticles[Int(next.letter - Self.possibleSunLetters.lowerBound)] ?? article
  }

  /// The code points among which the letters of the sun lie.
  private static let possibleSunLetters: Range<UInt32> = 0x062A..<0x0647

  /// Whether the l of the article is said as a letter that it stands before: ت ث د ذ ر ز س ش ص ض ط ظ ل ن.
  static func isSunLetter(_ letter: UInt32) -> Bool {
    switch letter {
    case 0x062A, 0x062B, 0x062F...0x0638, 0x0644, 0x0646: true
    default: false
    }
  }
}
