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

  /// The letters as they sound: those of the word itself when it is read as it is written. A vowel on
  /// the word's last letter stays.
  static func letters(of word: [MarkedLetter]) -> [MarkedLetter] {
    guard var reading = readings[word.map(\.letter)], let first = word.first, let last = word.last
    else { return word }
    // Which letter became which sound is not known.
    let source = first.source.lowerBound..<last.source.upperBound
    for index in reading.indices { reading[index].source = source }
    if last.vowel != .none, reading[reading.count - 1].vowel == .none {
      reading[reading.count - 1].vowel = last.vowel
      reading[reading.count - 1].isNunated = last.isNunated
    }
    return reading
  }
}
