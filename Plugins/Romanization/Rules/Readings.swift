import ArabicText
import RomanizationResources
import Warraq

/// Words that are not read as they are written, such as ذلك and عمرو.
enum Readings {
  private static let readings: [[UInt32]: [MarkedLetter]] = {
    let resource = romanization_readings()
    var readings: [[UInt32]: [MarkedLetter]] = [:]
    for row in TSVRows(StaticBytes(resource.bytes, count: resource.count)) where row.count == 2 {
      let key = MarkedLetter.read(Array(row[0].unicodeScalars)[...]).map(\.letter)
      readings[key] = MarkedLetter.read(Array(row[1].unicodeScalars)[...])
    }
    return readings
  }()

  /// Their letters.
  static var words: some Collection<[UInt32]> { readings.keys }

  /// Those that begin with ال which is no article, as الذي.
  private static let articleless: Set<[UInt32]> = {
    var words: Set<[UInt32]> = []
    for (key, reading) in readings
    where key.starts(with: [0x0627, 0x0644]) && reading.first?.vowel == .a { words.insert(key) }
    return words
  }()
  private static let articlelessBytes = Set(
    articleless.map { key in
      var bytes: [UInt8] = []
      for letter in key { UTF8Bytes.append(letter, to: &bytes) }
      return bytes
    })

  /// Whether a word begins with ال which is no article.
  static func isArticleless(_ word: ArraySlice<MarkedLetter>) -> Bool {
    articleless.contains(word.map(\.letter))
  }

  /// The same of a word of letters without marks, UTF-8.
  static func isArticleless(_ word: some Collection<UInt8>) -> Bool {
    articlelessBytes.contains(Array(word))
  }

  /// For each number of letters, up to what a set has room for, the first letters of the readings, by their last six
  /// bits: so few words are asked for.
  private static let starts: [UInt64] = {
    var starts = [UInt64](repeating: 0, count: 1 + (readings.keys.map(\.count).max() ?? 0))
    for key in readings.keys {
      if let first = key.first { starts[key.count] |= 1 << UInt64(first & 0x3F) }
    }
    return starts
  }()

  /// Whether a reading of so many letters may begin with a letter.
  private static func mayBegin(_ letter: UInt32, of count: Int) -> Bool {
    let first: UInt32 = letter == 0x0671 ? 0x0627 : letter
    return count < starts.count && starts[count] & 1 << UInt64(first & 0x3F) != 0
  }

  /// The letters as they sound, with the marks that are written on the word; nil when it is read as it is
  /// written.
  static func letters(of word: ArraySlice<MarkedLetter>) -> [MarkedLetter]? {
    guard let first = word.first, mayBegin(first.letter, of: word.count),
      var reading = readings[word.map { $0.letter == 0x0671 ? 0x0627 : $0.letter }],
      let last = word.last
    else { return nil }
    // Which letter became which sound is not known.
    let source = first.source.lowerBound..<last.source.upperBound
    for index in reading.indices { reading[index].source = source }
    keepMarks(of: word, in: &reading)
    if last.vowel != .none, reading[reading.count - 1].vowel == .none {
      reading[reading.count - 1].vowel = last.vowel
      reading[reading.count - 1].isNunated = last.isNunated
    }
    return reading
  }

  /// Marks on letters that the reading has too stay: لَكِنَّ and لَكِنْ are two words.
  private static func keepMarks(of word: ArraySlice<MarkedLetter>, in reading: inout [MarkedLetter])
  {
    var index = word.startIndex
    for place in reading.indices where index < word.endIndex {
      let letter = word[index]
      let sound = reading[place].letter
      if letter.letter != sound, place + 1 < reading.count,
        reading[place + 1].letter == letter.letter
      {
        // A letter that is said and not written.
        continue
      }
      index += 1
      guard letter.letter == sound else { continue }
      // A vowel that is said stays, as in بْن.
      let isSilenced = letter.vowel == .silent && reading[place].vowel != .none
      if letter.vowel != .none, !isSilenced {
        reading[place].vowel = letter.vowel
        reading[place].isNunated = letter.isNunated
      }
      if letter.hasShadda { reading[place].hasShadda = true }
    }
  }
}
