import Testing
import Warraq

@testable import WarraqNames

@Suite struct NameOriginTests {
  private func model() throws -> OriginModel { try #require(OriginModel.shared) }

  @Test(arguments: [
    ("Heinrich Schultsmann", NameOrigin.german), ("Yasuhiro Tanakazawa", .japanese),
    ("Luigi Bertoluzzi", .italian), ("Vladimir Sherbatovsky", .eastSlavic),
    ("Abdelrahman Al-Qahtani", .arabic), ("Przemysław Wojciechowski", .westSlavic),
  ])
  func spellingsTellTheirLanguage(latin: String, origin: NameOrigin) throws {
    #expect(try model().shares(of: latin).origin == origin)
  }

  @Test func wordsThatTellNothingSpeakForNone() throws {
    let model = try model()
    for latin in ["", "Al", "de la", "--", "محمد"] {
      let shares = model.shares(of: latin)
      #expect(shares.origin == nil, "\(latin)")
      #expect(abs(shares.mean - 1) < 1e-5, "\(latin)")
    }
    // Whatever a word speaks for, all origins together have one share.
    for latin in ["Schröder", "Mohammed", String(repeating: "zq", count: 16)] {
      #expect(abs(model.shares(of: latin).mean - 1) < 1e-3, "\(latin)")
    }
    let long = model.shares(of: Array(repeating: "Schröder", count: 500).joined(separator: " "))
    #expect(long.mean.isFinite && long.origin == .german)
  }

  @Test func partsOfOneLanguageAgree() throws {
    let model = try model()
    let german = model.shares(of: "Wolfgang") * model.shares(of: "Schneider")
    let mixed = model.shares(of: "Wolfgang") * model.shares(of: "Abdelkader")
    #expect(german.mean > 1.5 && german.mean > 2 * mixed.mean)
    // As one spelling or by its parts.
    let whole = model.shares(of: "Wolfgang Schneider")
    #expect(abs(whole.mean - german.mean) < 1e-3)
  }

  @Test func neighboursDecideHowAWordIsSpelled() {
    var lexicon = NameLexiconBuilder()
    for (arabic, latin) in [
      ("ياكوبوفسكي", "Jakubowski"), ("ياكوبوفسكي", "Yakubovsky"), ("فويتشيخ", "Wojciech"),
      ("فيتشيسلاف", "Vyacheslav"),
    ] {
      lexicon.addWord(arabic: arabic, latin: latin, count: 100)
    }
    let speller = NameSpeller(
      lexicon: NameLexicon(StaticBytes(keeping: lexicon.build(alternatives: 5))))
    #expect(speller.spell("فويتشيخ ياكوبوفسكي").spellings.first == "Wojciech Jakubowski")
    #expect(speller.spell("فيتشيسلاف ياكوبوفسكي").spellings.first == "Vyacheslav Yakubovsky")
    let answer = speller.spell("فيتشيسلاف ياكوبوفسكي", top: 2)
    #expect(answer.parts.map(\.latin) == ["Vyacheslav", "Yakubovsky"])
    #expect(speller.origin(of: answer.spellings[0]) == .eastSlavic)
    // Without origins each part is spelled for itself.
    let plain = NameSpeller(
      lexicon: NameLexicon(StaticBytes(keeping: lexicon.build(alternatives: 5))), origins: nil)
    #expect(
      plain.spell("فويتشيخ ياكوبوفسكي").spellings[0].split(separator: " ").last
        == plain.spell("فيتشيسلاف ياكوبوفسكي").spellings[0].split(separator: " ").last)
    // The shares of all spellings stay what they were.
    #expect(answer.scores.reduce(0, +) <= 1 && answer.scores == answer.scores.sorted(by: >))
  }

  /// A name that is listed comes out as listed, whatever its parts look like to each other.
  @Test func listedNamesAreNoMatterOfLanguage() {
    for latin in ["Vyacheslav Yakubovsky", "Vyacheslav Jakubowski"] {
      var lexicon = NameLexiconBuilder()
      for (arabic, word, count) in [
        ("ياكوبوفسكي", "Jakubowski", 105), ("ياكوبوفسكي", "Yakubovsky", 100),
        ("فيتشيسلاف", "Vyacheslav", 100),
      ] {
        lexicon.addWord(arabic: arabic, latin: word, count: count)
      }
      lexicon.addPerson(arabic: "فيتشيسلاف ياكوبوفسكي", latin: latin, country: "-", count: 1)
      let speller = NameSpeller(
        lexicon: NameLexicon(StaticBytes(keeping: lexicon.build(alternatives: 5))))
      #expect(speller.spell("فيتشيسلاف ياكوبوفسكي").spellings.first == latin)
    }
  }

  @Test func modelsCanBeTrained() throws {
    let words = [
      ("Kazumoto Hiroshima", "JP"), ("Nagasaki", "JP"), ("Okayama", "JP"), ("Fukushima", "JP"),
      ("Schönberg", "DE"), ("Heidelberg", "DE"), ("Schwarzenbach", "AT"), ("Neustadt", "DE"),
    ]
    func bytes(_ words: [(String, String)]) -> [UInt8] {
      var trainer = OriginTrainer()
      for (latin, country) in words { trainer.add(latin, country: country) }
      return trainer.train()
    }
    let trained = bytes(words)
    #expect(trained == bytes(words.reversed()))
    // Switzerland has several languages.
    #expect(trained == bytes(words + [("Zürich", "CH"), ("Bern", "")]))
    let model = try #require(OriginModel(StaticBytes(keeping: trained)))
    let japanese = try #require(NameOrigin.allCases.firstIndex(of: .japanese))
    let german = try #require(NameOrigin.allCases.firstIndex(of: .german))
    let first = model.shares(of: "Toyama").values
    #expect(first[japanese] == first.max() && first[japanese] > 1.2 * first[german])
    let second = model.shares(of: "Lindenberg").values
    #expect(second[german] == second.max() && second[german] > 1.2 * second[japanese])
    #expect(OriginModel(StaticBytes(keeping: bytes([])))?.shares(of: "Toyama").origin == nil)
    #expect(OriginModel(StaticBytes(keeping: Array(trained.dropLast()))) == nil)
    #expect(OriginModel(StaticBytes(keeping: [])) == nil)
  }
}
