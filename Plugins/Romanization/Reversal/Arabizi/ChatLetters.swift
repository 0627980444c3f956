import ArabicText
import RomanizationResources
import Warraq

/// Latin letters and digits of a chat word that belong together, and what they may stand for.
struct ChatLetters: Sendable {
  /// One thing that they may stand for: up to two sounds, none where they are not said.
  struct Meaning: Sendable {
    let sounds: [SpokenSound]
    /// How unlikely it is, from 0.
    let cost: Float
  }

  let meanings: [Meaning]
  let isVowel: Bool
  /// Two letters of the same vowel, or of a diphthong.
  let isLong: Bool

  /// The letters of a word in lower case; nil when one of them means nothing in chat.
  static func read(_ word: String) -> [ChatLetters]? {
    let letters = Array(word)
    var read: [ChatLetters] = []
    var index = 0
    while index < letters.count {
      var length = min(2, letters.count - index)
      var found: ChatLetters?
      while length > 0, found == nil {
        found = table[String(letters[index..<index + length])]
        if found == nil { length -= 1 }
      }
      guard let found else { return nil }
      read.append(found)
      index += length
    }
    return read
  }

  private static let table: [String: ChatLetters] = {
    let resource = romanization_arabizi_sounds()
    var table: [String: ChatLetters] = [:]
    for row in TSVRows(StaticBytes(resource.bytes, count: resource.count)) where row.count > 1 {
      let meanings = row.dropFirst().compactMap { cell -> Meaning? in
        let parts = cell.split(separator: " ")
        guard parts.count == 2, let cost = Float(parts[1]) else { return nil }
        return (parts[0] == "-" ? [] : SpokenSound.read(String(parts[0]))).map {
          Meaning(sounds: $0, cost: cost)
        }
      }
      let isVowel = meanings.first?.sounds.first?.isVowel ?? false
      table[row[0]] = ChatLetters(
        meanings: meanings, isVowel: isVowel, isLong: isVowel && row[0].count > 1)
    }
    return table
  }()

  /// The outlines (`SpokenSound.outline`) that a word may have, of which there are few, the likelier letters first.
  static func outlines(of word: [ChatLetters]) -> [[UInt8]] {
    var outlines: [[UInt8]] = [[]]
    var isBehindConsonant = false
    for letters in word {
      if !letters.isVowel {
        // nil where the letters leave no trace.
        var ways: [UInt8?] = []
        for meaning in letters.meanings {
          let way = meaning.sounds.compactMap(\.outline).first
          if !ways.contains(way) { ways.append(way) }
        }
        var longer: [[UInt8]] = []
        for outline in outlines {
          for way in ways {
            let isTwice = isBehindConsonant && outline.last == way
            let next = way.map { isTwice ? outline : outline + [$0] } ?? outline
            if !longer.contains(next), longer.count < most { longer.append(next) }
          }
        }
        outlines = longer
      }
      isBehindConsonant = !letters.isVowel
    }
    return outlines
  }

  private static let most = 32
}
