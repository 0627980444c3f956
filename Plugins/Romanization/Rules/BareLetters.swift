import RomanizationKernel
import Warraq

/// The rules of a scheme for words of letters without marks, compiled into an automaton that the kernel runs over bytes.
///
/// What a letter becomes there depends on what was written before, as far as `Writer.State` tells, and on the next
/// letter. Each such case is asked of the writer once; what depends on more is left to it, as are words with an opening
/// that only frequencies can tell, and those that are not read as they are written.
struct BareLetters: Sendable {
  /// As the kernel reads it.
  let table: [UInt64]

  /// The letters of the automaton.
  private static let letters = Array(UInt32(0x0621)...0x063A) + Array(0x0641...0x064A)
  /// Next letters, in classes: all of one make the same difference, as far as any is made.
  private static let classes: [[UInt32?]] = [
    [0x0627, 0x0649, 0x0629, 0x0648, 0x064A], [0x0622], [0x0628],
  ]
  private static let otherClass = 2
  /// Letters behind the next one, on which a word's first letter may depend too.
  private static let thirds: [UInt32?] = [
    nil, 0x0621, 0x0622, 0x0627, 0x0628, 0x0629, 0x0648, 0x0649, 0x064A,
  ]
  /// Asks for what is not known here.
  private static let asks: UInt64 = 1 << 59

  private typealias State = PhoneticRomanizer.Writer.State
  /// The states that make a difference; the first is that of a word's beginning.
  private static let states = [
    State(), State(endsInVowel: true), State(endsInVowel: true, endsInLongA: true), State(),
    State(lastConsonant: UInt8(ascii: "d")),
  ]

  /// Which of them another one is like, behind a letter.
  private static func number(of state: State) -> Int {
    if state.endsInVowel { return Int(state.endsInLongA ? BARE_LONG_A : BARE_VOWEL) }
    return state.makesDigraphOfH ? 4 : 3
  }

  init(_ romanizer: PhoneticRomanizer) {
    var table = [UInt64](repeating: 0, count: Int(BARE_COUNT))
    for state in Self.states.indices {
      for letter in Self.letters {
        for (number, nexts) in Self.classes.enumerated() {
          let step = Step(romanizer, state: state, letter, nexts: nexts)
          step.put(into: &table, at: Self.place(state, number, letter))
        }
        for isConstruct in [false, true] {
          let step = Step(romanizer, state: state, letter, nexts: [nil], isConstruct: isConstruct)
          let end = Int(isConstruct ? BARE_CONSTRUCT_END : BARE_END)
          step.put(into: &table, at: Self.place(state, end, letter))
        }
      }
    }
    for (classes, end) in [(BARE_CLASSES, BARE_END), (BARE_CONSTRUCT_CLASSES, BARE_CONSTRUCT_END)] {
      table[Int(classes)] = UInt64(end * BARE_CLASS)
      // Of no letter nothing is written.
      for state in Self.states.indices {
        table[Self.place(state, Int(end), 0)] = UInt64(state) << 61
      }
    }
    for letter in Self.letters {
      let index = Int(letter & 0x3F)
      let number = Self.classes.firstIndex { $0.contains(letter) } ?? Self.otherClass
      for classes in [BARE_CLASSES, BARE_CONSTRUCT_CLASSES] {
        table[Int(classes) + index] = UInt64(number * Int(BARE_CLASS))
      }
      let article = Array(romanizer.article(before: MarkedLetter(letter: letter)).utf8)
      (table[Int(BARE_ARTICLES) + index], table[Int(BARE_ARTICLE_RAISES) + index]) =
        Self.entry(article, state: 0) ?? (Self.asks, 0)
    }
    for word in Readings.words.map(Self.bytes(of:)) + [Array("اللاه".utf8)] {
      let place = Self.bit(of: word)
      table[Int(BARE_OTHERS) + place / 64] |= 1 << UInt64(place % 64)
    }
    self.table = table
  }

  private static func place(_ state: Int, _ number: Int, _ letter: UInt32) -> Int {
    number * Int(BARE_CLASS) + Int(letter & 0x3F) * Int(BARE_LETTER) + state
  }

  private static func bytes(of word: [UInt32]) -> [UInt8] {
    var bytes: [UInt8] = []
    for letter in word { UTF8Bytes.append(letter, to: &bytes) }
    return bytes
  }

  /// The place of a word's bit among those that are left alone.
  private static func bit(of word: [UInt8]) -> Int {
    let head = word.prefix(16) + [UInt8](repeating: 0, count: max(0, 16 - word.count))
    func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
      bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    return bare_place(number(head[..<8]), number(head[8...]))
  }

  /// An entry and what raises it; nil for Latin that has no room in one, or whose capital has another length.
  private static func entry(_ latin: [UInt8], state: Int) -> (entry: UInt64, raise: UInt64)? {
    guard latin.count <= 7, Scheme.arabicLetters(in: latin) == 0 else { return nil }
    let change = Capitals.change(of: latin, from: 0)
    guard change.difference != 0 || !Capitals.hasCapital(latin) else { return nil }
    let bytes = latin.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return (
      bytes | UInt64(latin.count) << 56 | UInt64(state) << 61,
      UInt64(change.difference) << UInt64(8 * change.place)
    )
  }

  /// What one letter becomes in a state, before any of a class.
  private struct Step {
    private var known: (entry: UInt64, raise: UInt64)?

    init(
      _ romanizer: PhoneticRomanizer, state: Int, _ letter: UInt32, nexts: [UInt32?],
      isConstruct: Bool = false
    ) {
      var found: (latin: [UInt8], state: Int)?
      for next in nexts {
        for third in state == 0 && next != nil ? BareLetters.thirds : [nil] {
          guard
            let result = Self.write(romanizer, state, [letter, next, third], isConstruct),
            found == nil || found?.latin == result.latin && found?.state == result.state
          else { return }
          found = result
        }
      }
      guard let found else { return }
      // A vowel at the end is seen by the state.
      if romanizer.elidesWasla, !found.latin.isEmpty {
        let isVowel = [Int(BARE_VOWEL), Int(BARE_LONG_A)].contains(found.state)
        guard romanizer.endsInVowel(found.latin) == isVowel else { return }
      }
      known = BareLetters.entry(found.latin, state: found.state)
    }

    /// The first of some letters alone; nil where others are written with it.
    private static func write(
      _ romanizer: PhoneticRomanizer, _ state: Int, _ letters: [UInt32?], _ isConstruct: Bool
    ) -> (latin: [UInt8], state: Int)? {
      let isFirst = state == 0
      // Any letter stands before one that is not the first.
      let marked = ((isFirst ? [] : [0x0628]) + letters.compactMap(\.self)).map {
        MarkedLetter(letter: $0)
      }
      let index = isFirst ? 0 : 1
      var writer = PhoneticRomanizer.Writer(
        romanizer: romanizer, letters: marked[...], isBehindVowel: false, keepsCuts: false)
      writer.state = BareLetters.states[state]
      let next = writer.writeLetter(
        at: index, isFirst: isFirst, dropsShadda: false, isConstruct: isConstruct)
      guard next == index + 1 else { return nil }
      return (writer.result, BareLetters.number(of: writer.state))
    }

    func put(into table: inout [UInt64], at place: Int) {
      (table[place], table[Int(BARE_RAISES) + place]) = known ?? (BareLetters.asks, 0)
    }
  }
}
