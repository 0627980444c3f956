import TestSupport
import Testing
import Warraq

@testable import WarraqRomanization

/// Words with some of their signs, with which no reading that is known agrees.
@Suite struct WrittenSignsTests {
  private func fitted(_ word: String, _ readings: [String]) throws -> (String, Int)? {
    Array(word.utf8).withUnsafeBufferPointer { core in
      WrittenSigns(core).fitted(to: readings.map { Array($0.utf8) }).map {
        (String(decoding: $0.letters, as: UTF8.self), $0.place)
      }
    }
  }

  /// The nearest reading gives what the signs leave open.
  @Test(arguments: [
    // One that agrees, and the first of those that gainsay as little.
    ("لأنَّ", ["li-an", "li-anna"], "لِأَنَّ", 1), ("العربيَّة", ["al-ʻArabīyah"], "العَرَبِيَّة", 0),
    ("كُتب", ["kataba", "kutub"], "كُتُب", 1),
    // Passives, with the vowels of one where the reading is active; يُقدم may be either.
    ("يُعتقد", ["yaʻtaqidu"], "يُعْتَقَدُ", 0), ("مُنعت", ["manaʻat"], "مُنِعَت", 0),
    ("قُتلوا", ["qatalū"], "قُتِلُوا", 0), ("يُقدم", ["yuqaddimu"], "يُقَدِّمُ", 0),
    ("تُنقل", ["tanaqqul", "tanqulu"], "تُنْقَلُ", 1), ("مُتحف", ["matḥaf"], "مُتْحَف", 0),
    // Doubled letters, and the vowels around them.
    ("وأكَّد", ["wa-akada"], "وَأَكَّدَ", 0), ("يسلّم", ["yaslamu"], "يُسَلِّمُ", 0),
    ("يُعبّر", ["yaʻburu"], "يُعَبِّرُ", 0), ("مجمّع", ["majmaʻ"], "مُجَمَّع", 0),
    ("يكوِّن", ["yakūnu"], "يُكَوِّنُ", 0), ("كتّاب", ["kitāb"], "كِتَّاب", 0),
    // Pronouns behind the vowel that is written.
    ("بفعلِه", ["bi-fiʻluhu"], "بِفِعْلِهِ", 0),
    // An alef that carries a tanwin lengthens nothing, and is no hamza.
    ("أيضاً", ["ayḍā"], "أَيْضاً", 0), ("أيضًا", ["ayḍā"], "أَيْضًا", 0),
    ("أربعًا", ["arbiʻāʼ"], "أَرْبِعًا", 0), ("نزلاً", ["nuzalāʼ", "nuzulan"], "نُزُلاً", 1),
    // A tanwin inside a word is a slip.
    ("الاٍسلام", ["al-islām"], "الاِسْلَام", 0),
  ])
  func signsStand(word: String, readings: [String], vocalized: String, place: Int) throws {
    let found = try #require(try fitted(word, readings))
    #expect(found.0 == vocalized && found.1 == place)
  }

  /// Of candidates that agree with some signs the first one is taken, and not one that says no more than they do.
  @Test func candidatesAreAskedInTheirOrder() throws {
    func merged(_ word: String, _ ruled: String, _ candidates: [String]) -> String? {
      let letters = MarkedLetter.read(Array(word.unicodeScalars)[...])
      return MarkedReading(letters, ruled: Array(ruled.utf8), isFollowed: false)
        .merged(with: candidates.map { Array($0.utf8) })
        .map { String(decoding: $0.latin, as: UTF8.self) }
    }
    #expect(merged("كبيرٌ", "kbīrun", ["kabīr", "kbīr"]) == "kabīrun")
    #expect(merged("كبيرٌ", "kbīrun", ["kibār", "kbīr"]) == "kbīrun")
    // Where all signs stand, nothing is left to say.
    #expect(merged("كَتْبٌ", "katbun", ["kutub", "katab", "katb"]) == "katbun")
  }

  @Test func otherReadingsAreNone() throws {
    #expect(try fitted("يُعتقد", ["kitāb", ""]) == nil)
    #expect(try fitted("", ["kitāb"]) == nil)
    #expect(try fitted("َ", ["a"]) == nil)
  }

  /// Every sign that is written is one of the answer, whatever the reading.
  @Test func writtenSignsAreKept() throws {
    var random = SeededGenerator(seed: 20_261_201)
    let words = [
      ("كاتب", "kātib"), ("مدرسة", "madrasah"), ("يستقبل", "yastaqbilu"),
      ("والمسافرون", "wa-al-musāfirūn"),
    ]
    let signs = ["", "", "َ", "ُ", "ِ", "ّ", "ْ", "َّ"]
    for _ in 0..<500 {
      guard let (letters, reading) = words.randomElement(using: &random) else { continue }
      let word = letters.unicodeScalars.map {
        String($0) + (signs.randomElement(using: &random) ?? "")
      }.joined()
      let found = try #require(try fitted(word, [reading])).0
      let written = MarkedLetter.read(Array(word.unicodeScalars)[...])
      let answer = MarkedLetter.read(Array(found.unicodeScalars)[...])
      try #require(written.count == answer.count, "\(word), seed 20261201")
      for (sign, own) in zip(written, answer) {
        #expect(
          sign.letter == own.letter && (sign.vowel == .none || sign.vowel == own.vowel)
            && (!sign.hasShadda || own.hasShadda), "\(word) \(found), seed 20261201")
      }
    }
  }
}
