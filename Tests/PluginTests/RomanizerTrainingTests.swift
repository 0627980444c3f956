import ArabicText
import TestSupport
import Testing
import Warraq
@testable import WarraqRomanization

/// What the romanizer learns from records and lines of running text.
@Suite struct RomanizerTrainingTests {
  /// The same words have another capital in prose than in the text of records.
  @Test func proseIsLearnedAsProse() throws {
    var trainer = RomanizerTrainer()
    // Text speaks for lines of no kind as well, so there is less of it.
    for place in 0..<240 {
      let isProse = place % 4 > 0
      trainer.addField(
        tag: isProse ? "520" : "500", subfield: "a", arabic: "رأي آخر",
        latin: isProse ? "raʼy Ākhar" : "raʼy ākhar")
    }
    let bytes = try #require(trainer.train())
    let model = try #require(RomanizerModel(StaticBytes(keeping: bytes)))
    for (kind, latin) in [(FieldKind.prose, "raʼy Ākhar"), (.text, "raʼy ākhar")] {
      var romanizer = StatisticalRomanizer(model: model, kind: kind)
      #expect(romanizer.romanize(Text("رأي آخر")).string == latin, "\(kind)")
    }
  }

  /// Forms teach how the letters of other words are read; those are known of which records know nothing.
  @Test func formsTeachTheLetters() throws {
    let forms = [
      "رسم", "درس", "ذكر", "سجن", "نقل", "حرس", "كسر", "نشر", "سمع", "جمع", "فرض", "طرد",
    ]
    let readings = [
      "rasama", "darasa", "dhakara", "sajana", "naqala", "ḥarasa", "kasara", "nashara", "samaʻa",
      "jamaʻa", "faraḍa", "ṭarada",
    ]
    func model(withForms: Bool) throws -> RomanizerModel {
      var trainer = RomanizerTrainer()
      for _ in 0..<20 {
        trainer.addField(
          tag: "500", subfield: "a", arabic: "حرص رسم درس ذكر سجن نقل نشر جمع فرض طرد",
          latin: "ḥirṣ rasm dars dhikr sijn naql nashr jamʻ farḍ ṭard")
      }
      if withForms {
        for (form, reading) in zip(forms, readings) {
          trainer.addForm(arabic: form, latin: reading, count: 60)
        }
        for (form, reading) in [("يكسر", "yaksiru"), ("يكسر", "yaksira"), ("تكسر", "taksiru")] {
          trainer.addForm(arabic: form, latin: reading, count: 1)
        }
      }
      let bytes = try #require(trainer.train())
      return try #require(RomanizerModel(StaticBytes(keeping: bytes)))
    }
    let learned = try model(withForms: true)
    var known: [String] = []
    learned.forEachWord { _, latin, _ in known.append(latin) }
    #expect(Set(known).intersection(readings) == ["ḥarasa", "kasara", "samaʻa"])
    // A stem that is a word as well is given once.
    #expect(known.count { $0 == "rasm" } == 1)
    func stem(_ letters: String) -> [String] {
      learned.maker.lexicon.stem(Array(letters.utf8)).map {
        String(decoding: $0.latin, as: UTF8.self)
      }
    }
    #expect(stem("كسر") == ["kasara"] && stem("درس") == ["dars"])
    // What other forms tell, and another reading of the same letters, need no place.
    #expect(stem("يكسر") == ["yaksiru"] && stem("تكسر") == [])
    func candidates(_ model: RomanizerModel) -> [String] {
      model.maker.candidates(of: Array("حرم".utf8)).map {
        String(decoding: $0.latin, as: UTF8.self)
      }
    }
    #expect(candidates(learned).contains("ḥarama"))
    #expect(try !candidates(model(withForms: false)).contains("ḥarama"))
  }

  /// What is learned of a subtitle is that it is one, and that it is part of a title; a third of the records has it.
  @Test(arguments: [
    ("245", [FieldKind.subtitle: "raʼy ākhar", .title: "Raʼy ākhar"]),
    ("500", [.subtitle: "raʼy ākhar", .title: "raʼy ākhar", .text: "Raʼy ākhar"]),
  ])
  func subtitlesAreLearnedAsBoth(otherTag: String, latin: [FieldKind: String]) throws {
    var trainer = RomanizerTrainer()
    for place in 0..<120 {
      let isSubtitle = place % 3 == 2
      trainer.addField(
        tag: isSubtitle ? "245" : otherTag, subfield: isSubtitle ? "b" : "a", arabic: "رأي آخر",
        latin: isSubtitle ? "raʼy ākhar" : "Raʼy ākhar")
    }
    let bytes = try #require(trainer.train())
    let model = try #require(RomanizerModel(StaticBytes(keeping: bytes)))
    for (kind, latin) in latin {
      var romanizer = StatisticalRomanizer(model: model, kind: kind)
      #expect(romanizer.romanize(Text("رأي آخر")).string == latin, "\(kind)")
    }
  }

  /// Two trainings on the same rows give the same bytes, and the words are learned.
  @Test func trainingIsRepeatable() throws {
    func train() throws -> [UInt8] {
      var trainer = RomanizerTrainer()
      for _ in 0..<5 {
        trainer.addField(tag: "245", subfield: "a", arabic: "كتاب الشعر", latin: "Kitāb al-shiʻr")
        trainer.addField(tag: "100", subfield: "a", arabic: "سعيد، علي", latin: "Saʻīd, ʻAlī")
      }
      trainer.addWord(arabic: "بحر", latin: "baḥr", count: 20)
      return try #require(trainer.train())
    }
    let first = try train()
    #expect(try first == train())
    let model = try #require(RomanizerModel(StaticBytes(keeping: first)))
    var romanizer = StatisticalRomanizer(model: model)
    #expect(romanizer.romanize(Text("كتاب الشعر")).string == "Kitāb al-shiʻr")
    #expect(romanizer.romanize(Text("بحر")).string.lowercased() == "baḥr")
  }

  /// Words that stand alone are learned, and say nothing of what lines are.
  @Test func wordsAloneTellNoKind() throws {
    func train(_ tag: String?) throws -> RomanizerModel {
      var trainer = RomanizerTrainer()
      for _ in 0..<5 {
        trainer.addField(tag: "245", subfield: "a", arabic: "كتاب الشعر", latin: "Kitāb al-shiʻr")
        trainer.addField(tag: "100", subfield: "a", arabic: "سعيد، علي", latin: "Saʻīd, ʻAlī")
        if let tag { trainer.addField(tag: tag, subfield: "a", arabic: "برق", latin: "Barq") }
      }
      let bytes = try #require(trainer.train())
      return try #require(RomanizerModel(StaticBytes(keeping: bytes)))
    }
    func shares(_ model: RomanizerModel) -> KindWeights.Scores {
      Array("برق".utf8).withUnsafeBufferPointer { line in
        model.kinds.scores(of: FieldContext(line, kind: .auto))
      }
    }
    let (bare, alone, title) = (try train(nil), try train("auto"), try train("246"))
    #expect(shares(alone) == shares(bare))
    #expect(shares(title) != shares(bare))
    for kind in [FieldKind.auto, .title] {
      var romanizer = StatisticalRomanizer(model: alone, kind: kind)
      #expect(romanizer.romanize(Text("برق")).string == "Barq")
    }
  }

  /// A word that is not learned from is known, and changes nothing else of a model.
  @Test func otherWordsAreKnownAlone() throws {
    func train(_ isLearned: Bool?) throws -> [UInt8] {
      var trainer = RomanizerTrainer()
      for _ in 0..<5 {
        trainer.addField(tag: "245", subfield: "a", arabic: "كتاب الشعر", latin: "Kitāb al-shiʻr")
      }
      trainer.addWord(arabic: "بحر", latin: "baḥr", count: 20)
      if let isLearned {
        trainer.addWord(arabic: "تصريح", latin: "taṣrīḥ", count: 3, isLearned: isLearned)
      }
      return try #require(trainer.train())
    }
    /// All but the lexicon and its length.
    func others(_ model: [UInt8]) -> [UInt8] {
      let lengths = (0..<6).map { index in
        (0..<4).reduce(0) { $0 | Int(model[8 + index * 4 + $1]) << ($1 * 8) }
      }
      #expect(RomanizerModel.headerSize + lengths.reduce(0, +) == model.count)
      return Array(model[..<28] + model[32..<(model.count - lengths[5])])
    }
    let without = try train(nil)
    let known = try train(false)
    #expect(known != without && others(known) == others(without))
    #expect(try others(train(true)) != others(without))
    let model = try #require(RomanizerModel(StaticBytes(keeping: known)))
    var romanizer = StatisticalRomanizer(model: model)
    #expect(romanizer.romanize(Text("والتصريح")).string.lowercased() == "wa-al-taṣrīḥ")
  }
}
