import Warraq

/// Which words of a scheme of rules have capitals.
struct Capitals: Sendable {
  /// What a scheme's table says of them: `!capitals`, names parted by commas.
  struct Convention: Sendable {
    /// The scheme is one for names, which have capitals unless the text is told to be another thing.
    var isForNames = false
    /// An article that begins a name has one too: Al Qāhirah.
    var raisesArticle = false
    /// There are none at all.
    var isNever = false

    init(_ names: String) {
      for name in names.split(separator: ",") {
        switch name {
        case "names": isForNames = true
        case "article": raisesArticle = true
        case "never": isNever = true
        default: break
        }
      }
    }
  }

  /// Which words have one.
  enum Words: UInt8 { case none, first, all }

  /// What a word's reading says of its capitals, in text of which not all words have one.
  struct Told: Sendable, Hashable {
    /// Whether the word has one, as names do.
    var ofWord: Bool
    /// Whether what it opens with has one, particles or article, since a sentence or a title begins there.
    var ofOpening: Bool
  }

  let words: Words
  let raisesArticle: Bool
  /// Whether words have those that their reading tells, where they have one.
  let followReadings: Bool

  init(_ convention: Convention, kind: FieldKind) {
    raisesArticle = convention.raisesArticle
    followReadings = !convention.isNever && kind != .auto && kind != .name
    switch kind {
    case _ where convention.isNever: words = .none
    case .auto: words = convention.isForNames ? .all : .none
    case .name: words = .all
    case .title: words = .first
    case .subtitle, .text, .prose: words = .none
    }
  }

  /// Those of words that all have one, or none, whatever they are.
  private init(_ words: Words, raisesArticle: Bool) {
    self.words = words
    self.raisesArticle = raisesArticle
    followReadings = false
  }

  /// Those of all words that are told to have one, or none.
  func those(ofCapitals: Bool) -> Capitals {
    Capitals(ofCapitals ? .all : .none, raisesArticle: raisesArticle)
  }

  /// What is done with one word.
  struct Raising {
    let capitals: Capitals
    /// Whether the word begins a name or a line, or as its reading tells a sentence, without particles.
    let isFirst: Bool
    /// Whether the first of its particles has a capital, since a sentence or a title begins with it.
    let raisesParticles: Bool
    /// What a reading says of the word; nil where none is asked.
    let told: Told?

    /// - Parameters:
    ///   - known: What the word's reading says, where it has one.
    ///   - capitals: Those of the text.
    ///   - isFirst: Whether the word begins a name or a line.
    init(_ known: VowelSupply.Word?, by capitals: Capitals, isFirst: Bool) {
      told = capitals.followReadings ? known?.capitals : nil
      self.capitals = told.map { capitals.those(ofCapitals: $0.ofWord) } ?? capitals
      raisesParticles = told?.ofOpening == true && (known?.opening.particles ?? 0) > 0
      self.isFirst = (told?.ofOpening ?? isFirst) && !raisesParticles
    }

    /// Raises a word that ends a text, as `Capitals.raise` does, and its particles.
    func raise(_ bytes: inout [UInt8], from start: Int, prefix: Int?) {
      capitals.raise(&bytes, from: start, prefix: prefix, isFirst: isFirst)
      raiseParticles(&bytes, from: start)
    }

    /// Raises the particles alone.
    func raiseParticles(_ bytes: inout [UInt8], from start: Int) {
      if raisesParticles { Capitals.raise(&bytes, from: start) }
    }
  }

  /// A letter that a capital takes the place of; both have the same length in UTF-8.
  struct Change {
    /// Where it begins.
    var place = 0
    /// What its bytes differ from those of the capital in, the first one lowest.
    var difference: UInt32 = 0
  }

  /// Raises a word that ends a text, in UTF-8.
  ///
  /// - Parameters:
  ///   - start: Where the word begins.
  ///   - prefix: How many bytes of it are particles and article; nil for a word that has no capital.
  ///   - isFirst: Whether it begins a name or a line.
  func raise(_ bytes: inout [UInt8], from start: Int, prefix: Int?, isFirst: Bool) {
    guard let prefix else { return }
    if words == .none || words == .first && !isFirst { return }
    if isFirst, raisesArticle, prefix > 0 { Self.raise(&bytes, from: start) }
    Self.raise(&bytes, from: start + prefix)
  }

  /// Raises the first letter from an index on.
  fileprivate static func raise(_ bytes: inout [UInt8], from start: Int) {
    var change = change(of: bytes, from: start)
    while change.difference != 0 {
      bytes[change.place] ^= UInt8(truncatingIfNeeded: change.difference)
      change.difference >>= 8
      change.place += 1
    }
  }

  /// Whether a letter of some Latin may have a capital, of whatever length.
  static func hasCapital(_ latin: [UInt8]) -> Bool {
    String(decoding: latin, as: UTF8.self).unicodeScalars.contains { scalar in
      !(0x2B0...0x2FF).contains(scalar.value) && scalar.properties.isLowercase
        && !scalar.properties.isDiacritic
    }
  }

  /// What raises the first letter from an index on. Ayn and hamza have no capital; the letter behind them has.
  static func change(of bytes: [UInt8], from start: Int) -> Change {
    var index = start
    while index < bytes.count {
      if (0x61...0x7A).contains(bytes[index]) { return Change(place: index, difference: 0x20) }
      let (scalar, next) = bytes.withUnsafeBufferPointer { UTF8Bytes.decode($0, at: index) }
      // Modifier letters and quotation marks: ayn and hamza.
      if (0x2B0...0x2FF).contains(scalar) || (0x2010...0x201F).contains(scalar) {
        index = next
        continue
      }
      // A letter that was left in its own script is the first one.
      if ScalarClass.isArabicLetter(scalar) { return Change() }
      if let properties = Unicode.Scalar(scalar)?.properties, properties.isLowercase,
        !properties.isDiacritic
      {
        let upper = properties.uppercaseMapping.utf8
        // All letters of the standards have capitals of their own length; others stay, so that places do.
        guard upper.count == next - index else { return Change() }
        var difference: UInt32 = 0
        for (offset, byte) in upper.enumerated() {
          difference |= UInt32(bytes[index + offset] ^ byte) << UInt32(8 * offset)
        }
        return Change(place: index, difference: difference)
      }
      index = next
    }
    return Change()
  }
}
