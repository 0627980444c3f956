import ArabicText
import RomanizationResources
import Warraq

/// What loose spelling makes of a word (`Resources/spellings.tsv`): hamza and madda are written on alef or left out, and
/// at a word's end yāʼ and alef maqṣūrah, or tāʼ marbūṭah and hāʼ, stand for one another.
struct Spellings: Sendable {
  /// Letters that may be written in the stead of others.
  private struct Rule {
    let letters: [UInt8]
    let instead: [UInt8]
    let isLast: Bool
    /// A number of the change; 0 for what makes a key.
    var kind: UInt64 = 0

    var keepsLength: Bool { letters.count == instead.count }

    /// Whether a word has the letters at a place, in bytes.
    func fits(_ word: [UInt8], at place: Int) -> Bool {
      Self.has(letters, word, at: place, isLast: isLast)
    }

    /// Whether a word has at a place what stands for them.
    func isMet(by word: [UInt8], at place: Int) -> Bool {
      Self.has(instead, word, at: place, isLast: isLast)
    }

    private static func has(
      _ letters: [UInt8], _ word: [UInt8], at place: Int, isLast: Bool
    ) -> Bool {
      let end = place + letters.count
      guard end <= word.count, !isLast || end == word.count else { return false }
      return word[place..<end].elementsEqual(letters)
    }
  }

  static let shared = Spellings()

  /// Kinds of changes of which a word may have two.
  private static let doubled: ClosedRange<UInt64> = 1...5
  /// The block Arabic, whose letters have two bytes each.
  private static let block: Range<UInt32> = 0x0600..<0x0700

  /// For each code point of the block the letter's UTF-8 as the lexicon has it, the first byte in the high one.
  private let forms: [UInt16]
  /// Letters of other keyboards, and the Arabic ones that they are.
  let otherForms: [(form: UInt32, letter: UInt32)]
  private let allKeyRules: [Rule]
  /// Their numbers by the last six bits of the first letter, in order.
  private let keyRules: [[Int]]
  private let looseRules: [Rule]

  private init() {
    var forms = Self.block.map { 0xC080 | UInt16($0 >> 6) << 8 | UInt16($0 & 0x3F) }
    var otherForms: [(form: UInt32, letter: UInt32)] = []
    var allKeyRules: [Rule] = []
    var keyRules = [[Int]](repeating: [], count: 64)
    var looseRules: [Rule] = []
    let resource = romanization_spellings()
    for row in TSVRows(StaticBytes(resource.bytes, count: resource.count)) where row.count >= 3 {
      let letters = Array(row[1].utf8)
      let instead = Array(row[2].utf8)
      let isLast = row.count > 3 && row[3] == "last"
      switch row[0] {
      case "form":
        guard let form = row[1].unicodeScalars.first?.value, Self.block.contains(form),
          let letter = row[2].unicodeScalars.first?.value, instead.count == 2
        else { continue }
        forms[Int(form - Self.block.lowerBound)] = UInt16(instead[0]) << 8 | UInt16(instead[1])
        otherForms.append((form, letter))
      case "key" where letters.count >= 2:
        keyRules[Int(letters[1] & 0x3F)].append(allKeyRules.count)
        allKeyRules.append(Rule(letters: letters, instead: instead, isLast: isLast))
      case "loose" where row.count == 5:
        looseRules.append(
          Rule(letters: letters, instead: instead, isLast: isLast, kind: UInt64(row[4]) ?? 0))
      default: continue
      }
    }
    self.forms = forms
    self.otherForms = otherForms
    self.allKeyRules = allKeyRules
    self.keyRules = keyRules
    self.looseRules = looseRules
  }

  private static let alefMaqsura: (UInt8, UInt8) = (0xD9, 0x89)
  private static let ya: (UInt8, UInt8) = (0xD9, 0x8A)

  /// Appends a letter of a word as the lexicon has it.
  ///
  /// - Parameters:
  ///   - scalar: The letter.
  ///   - start: Where its word begins among the letters.
  @inline(__always)
  func append(_ scalar: UInt32, to letters: inout [UInt8], wordStart start: Int) {
    let count = letters.count
    // Inside a word alef maqsura is a yāʼ without its dots.
    if count >= start + 2, (letters[count - 2], letters[count - 1]) == Self.alefMaqsura {
      letters[count - 1] = Self.ya.1
    }
    guard Self.block.contains(scalar) else {
      UTF8Bytes.append(scalar, to: &letters)
      return
    }
    let form = forms[Int(scalar - Self.block.lowerBound)]
    letters.append(UInt8(form >> 8))
    letters.append(UInt8(form & 0xFF))
  }

  /// Where the letter at a place of well-formed UTF-8 ends; the place itself behind the last one.
  private static func letterEnd(_ word: [UInt8], _ place: Int) -> Int {
    guard place < word.count else { return place }
    let byte = word[place]
    return min(place + (byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4), word.count)
  }

  /// Appends the key under which all spellings of a word stand.
  ///
  /// - Parameter changes: Given what makes the word of the key again, two numbers (LEB128) for each change: how much of
  ///   the key, behind the last one, stays, and the rule.
  func appendKey(of word: [UInt8], to key: inout [UInt8], changes: inout [UInt8]) {
    var place = 0
    var kept = 0
    while place < word.count {
      let end = Self.letterEnd(word, place)
      if end == place + 2,
        let number = keyRules[Int(word[place + 1] & 0x3F)].first(where: {
          allKeyRules[$0].fits(word, at: place)
        })
      {
        LEB128.append(kept, to: &changes)
        LEB128.append(number, to: &changes)
        key += allKeyRules[number].instead
        place += allKeyRules[number].letters.count
        kept = 0
      } else {
        for index in place..<end { key.append(word[index]) }
        kept += end - place
        place = end
      }
    }
  }

  /// The word that a key and its changes make; nil for changes that are none.
  func word(ofKey key: some Collection<UInt8>, changes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var word: [UInt8] = []
    var rest = key[...]
    var offset = 0
    while offset < changes.count {
      guard let kept = LEB128.read(changes, at: offset),
        let number = LEB128.read(changes, at: kept.next),
        allKeyRules.indices.contains(number.value),
        rest.count >= kept.value
      else { return nil }
      offset = number.next
      word += rest.prefix(kept.value)
      word += allKeyRules[number.value].letters
      rest = rest.dropFirst(kept.value + allKeyRules[number.value].instead.count)
    }
    return word + rest
  }

  /// What was changed to make another spelling of a word: ten times the kind of the first change plus that of the
  /// second; nil for spellings that do not stand for one another.
  func change(from word: [UInt8], to other: [UInt8]) -> UInt64? {
    var kinds: [UInt64] = []
    var place = 0
    var otherPlace = 0
    while place < word.count || otherPlace < other.count {
      let letter = word[place..<Self.letterEnd(word, place)]
      let isSame = letter.elementsEqual(other[otherPlace..<Self.letterEnd(other, otherPlace)])
      let rule = looseRules.first { rule in
        !(isSame && rule.keepsLength) && rule.fits(word, at: place)
          && rule.isMet(by: other, at: otherPlace)
      }
      if let rule {
        kinds.append(rule.kind)
        place += rule.letters.count
        otherPlace += rule.instead.count
      } else if isSame {
        place += letter.count
        otherPlace += letter.count
      } else {
        return nil
      }
    }
    switch kinds.count {
    case 1: return kinds[0] * 10
    case 2 where kinds.allSatisfy(Self.doubled.contains): return kinds[0] * 10 + kinds[1]
    default: return nil
    }
  }

  /// Whether a romanization begins, behind its particles, with a vowel that the hamza or madda written there can have.
  func begins(_ letters: [UInt8], _ latin: [UInt8]) -> Bool {
    let start = RomanClitics.shared.prefixLength(of: latin[...])
    let prefix = RomanClitics.shared.prefixes.first {
      $0.latin.count == start && latin.starts(with: $0.latin) && letters.starts(with: $0.arabic)
    }
    guard start == 0 || prefix != nil else { return true }
    let place = prefix?.arabic.count ?? 0
    guard letters.count >= place + 2, letters[place] == 0xD8 else { return true }
    let stem = latin[start...]
    let isFront = stem.first == UInt8(ascii: "i") || stem.starts(with: "ī".utf8)
    switch letters[place + 1] {
    case 0xA2: return stem.starts(with: "ā".utf8)
    case 0xA3: return !isFront
    case 0xA5: return isFront
    default: return true
    }
  }

  /// Whether a romanization may end a word: with the consonant of its last letter, and behind that a short vowel or its
  /// tanwin alone, so that يس, *yāsīn*, tells of no other word; a tanwin of اء has the hamza before it, so that حيا,
  /// *ḥayyan*, is no حياء.
  ///
  /// - Parameter takesTanwin: Whether a tanwin may stand at the end.
  func ends(_ letters: [UInt8], latin: [UInt8], takesTanwin: Bool = true) -> Bool {
    let isNunated =
      latin.last == UInt8(ascii: "n") && latin.dropLast().last.map("aiu".utf8.contains) ?? false
      && !letters.suffix(2).elementsEqual(Self.nun)
    if isNunated, !takesTanwin { return false }
    let rest = isNunated ? latin.dropLast(2) : latin[...]
    if letters.suffix(Self.alefHamza.count).elementsEqual(Self.alefHamza) {
      return !isNunated || rest.suffix(Self.hamza.count).elementsEqual(Self.hamza)
    }
    guard let last = ConsonantLetters.strong(letters.suffix(2)) else { return true }
    let isOpen = rest.last.map("aiu".utf8.contains) ?? false
    return (isOpen ? rest.dropLast() : rest).suffix(last.count).elementsEqual(last)
  }

  private static let nun = Array("ن".utf8)
  private static let alefHamza = Array("اء".utf8)
  private static let hamza = Array("ʼ".utf8)
}
