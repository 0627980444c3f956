import TestSupport
import Testing
import Warraq
import WarraqKeywords

@Suite struct KeywordsTests {
  private let text = """
    افتتح وزير الثقافة معرض المخطوطات في دار الكتب. وقال الوزير إن معرض المخطوطات يضم مئة قطعة نادرة.
    وشكر الحضور للوزير جهده. ويستمر معرض المخطوطات شهرا كاملا، وتقام فيه ندوات عن صناعة الورق والحبر.
    """

  private func keywords(_ text: String, _ options: [JSONValue.Member] = []) throws -> (
    Document, [KeywordLayer.Keyword]
  ) {
    let document = try Pipelines.run(
      text, Pipelines.reading + [Recipe.Step("keywords", with: options)])
    return (document, try document.required(.keywords).keywords)
  }

  @Test func phraseThatReturnsComesFirst() throws {
    let (_, found) = try keywords(text)
    #expect(found.first?.text == "معرض المخطوطات")
    #expect(found.first?.score == 1)
    #expect(found.first?.spans.count == 3)
    #expect(found.map(\.score) == found.map(\.score).sorted(by: >))
  }

  @Test func variantsCountTogetherAndStandInTheText() throws {
    let (document, found) = try keywords(text, [.init("top", 30), .init("max-words", 1)])
    let minister = try #require(found.first { $0.text.contains("وزير") })
    #expect(minister.spans.count == 3)
    for keyword in found {
      #expect(keyword.spans.map { document.text[$0] }.contains(keyword.text))
      for span in keyword.spans { #expect(document.text.isScalarBoundary(span.start)) }
    }
  }

  @Test func limitsAreKept() throws {
    #expect(try keywords(text, [.init("top", 2)]).1.count == 2)
    let single = try keywords(text, [.init("max-words", 1), .init("top", 50)]).1
    #expect(single.allSatisfy { !$0.text.contains(" ") })
  }

  /// No phrase is cut short before or behind a word that needs its neighbours.
  @Test func phrasesAreNotCutShort() throws {
    let text = """
      زار الأمير فهد بن سلطان مستشفى الملك فيصل وشكر الدكتور خالد السعيد. وارتفعت أسعار القمح بنسبة كبيرة.
      واستقبل الدكتور خالد السعيد الأمير فهد بن سلطان في مستشفى الملك فيصل، رحمه الله.
      """
    let phrases = try keywords(text, [.init("top", 100)]).1.map { $0.text.split(separator: " ") }
    #expect(phrases.contains { $0.joined(separator: " ") == "مستشفى الملك فيصل" })
    #expect(phrases.contains { $0.contains("بن") && $0.contains("فهد") })
    for phrase in phrases {
      #expect(
        !["بن", "رحمه"].contains(phrase.first) && !["بن", "الدكتور", "بنسبة"].contains(phrase.last))
      #expect(phrase.count == 1 || !["الملك", "الأمير"].contains(phrase.last), "\(phrase)")
    }
  }

  /// A title ends a phrase where nothing goes on behind it, in one place at least.
  @Test func titlesMayEndPhrases() throws {
    let text = "افتتحت مطارات شرم الشيخ الدولية أمس. وتستقبل شرم الشيخ، كما قيل، زوار شرم الشيخ."
    #expect(try keywords(text, [.init("top", 100)]).1.contains { $0.text == "شرم الشيخ" })
  }

  @Test func textsWithoutTopicsHaveNoKeywords() throws {
    #expect(try keywords("").1.isEmpty)
    #expect(try keywords("في من إلى على. 123 456!").1.isEmpty)
  }

  @Test func backgroundIsCountedPerDocument() throws {
    var counter = BackgroundCounter()
    for body in ["معرض الكتاب ومعرض الكتاب", "معرض الصور", "سوق الذهب"] {
      counter.add(try Pipelines.run(body, Pipelines.reading))
    }
    #expect(counter.documentCount == 3)
    let table = BackgroundTable(StaticBytes(keeping: counter.table(minimum: [1, 1, 1])))
    #expect(table.documentCount == 3)
    let opened = try #require(StringTable(StaticBytes(keeping: counter.table(minimum: [2, 9, 9]))))
    #expect(opened.value(of: "معرض") != nil)
    #expect(opened.value(of: "سوق") == nil)
  }

  @Test func phrasesUpToFiveWordsAreKeptWhole() throws {
    let text = """
      زار الوفد وزارة الخارجية الروسية. وأصدرت وزارة الخارجية الروسية بيانا عن الزيارة. ورحبت وزارة الخارجية \
      الروسية بالوفد.
      """
    let found = try keywords(text, [.init("top", 3)]).1.map(\.text)
    #expect(found.contains("وزارة الخارجية الروسية"))
    // Its parts live nowhere but in it.
    #expect(!found.contains("وزارة الخارجية"))
    #expect(!found.contains("الخارجية الروسية"))
  }

  @Test func publishersTagsComeFirst() throws {
    let article = """
      ندوات,مكتبات,مخطوطات,اخر الاخبار,اخبار الثقافة,صناعة الورق

      معرض المخطوطات يفتح أبوابه في العاصمة

      \(text) وتلت المعرض ندوات أخرى.
      """
    let plain = try keywords(text, [.init("top", 20)]).1.map(\.text)
    let tagged = try keywords(article, [.init("top", 20)]).1.map(\.text)
    let before = plain.firstIndex(of: "صناعة الورق") ?? plain.count
    let after = try #require(tagged.firstIndex(of: "صناعة الورق"))
    #expect(after < before && after < 3)
  }

  @Test(arguments: ["tfidf", "yake", "textrank", "rake", "kpminer"])
  func namedRankersGiveFallingScoresAndPhrasesOfTheText(ranker: String) throws {
    let (document, found) = try keywords(text, [.init("ranker", .string(ranker)), .init("top", 8)])
    #expect(!found.isEmpty && found.count <= 8)
    #expect(found.first?.score == 1)
    #expect(found.map(\.score) == found.map(\.score).sorted(by: >))
    for keyword in found {
      #expect(keyword.spans.map { document.text[$0] }.contains(keyword.text))
    }
    #expect(try keywords("في من إلى على. 123!", [.init("ranker", .string(ranker))]).1.isEmpty)
    #expect(try keywords("", [.init("ranker", .string(ranker))]).1.isEmpty)
  }

  @Test func rakeWeighsCompanyOverFrequency() throws {
    // سفينة شحن بيضاء: each word stands once in a phrase of three, so each weighs 3 and the phrase
    // 9; ميناء stands twice, alone, so it weighs 2 / 2 = 1.
    let found = try keywords(
      "ميناء. سفينة شحن بيضاء. ميناء.", [.init("ranker", "rake"), .init("top", 5)]
    ).1
    #expect(found.map(\.text) == ["سفينة شحن بيضاء", "ميناء"])
    #expect(abs((found.last?.score ?? 0) - 1.0 / 9) < 1e-12)
  }

  @Test func textRankPrefersWordsWithManyNeighbours() throws {
    // جسر stands beside three other words, each of which has only it.
    let found = try keywords(
      "جسر حديد. جسر خشب. جسر حجر. نخلة.",
      [.init("ranker", "textrank"), .init("max-words", 1), .init("top", 4)]
    ).1
    #expect(found.first?.text == "جسر")
  }

  @Test func kpMinerWantsPhrasesThatReturn() throws {
    let found = try keywords(
      text, [.init("ranker", "kpminer"), .init("top", 20)]
    ).1
    #expect(found.allSatisfy { $0.spans.count >= 3 })
    #expect(found.contains { $0.text == "معرض المخطوطات" })
  }

  @Test func tfidfIsFrequencyTimesRarity() throws {
    // Equal words of the background apart, three places weigh three times one.
    let found = try keywords(
      "زنزلخت قرنبيط زنزلخت، زنزلخت", [.init("ranker", "tfidf"), .init("max-words", 1)]
    ).1
    #expect(found.first?.text == "زنزلخت")
    #expect(found.first?.spans.count == 3)
  }

  @Test func anotherBackgroundChangesTheOrder() throws {
    let folder = try TemporaryFolder()
    var counter = BackgroundCounter()
    for _ in 0..<200 {
      counter.add(try Pipelines.run("معرض المخطوطات معرض المخطوطات", Pipelines.reading))
      counter.add(try Pipelines.run("سوق الحبر", Pipelines.reading))
    }
    let path = try folder.write("background.table", counter.table(minimum: [1, 1, 1]))
    let plain = try keywords(text, [.init("ranker", "tfidf")]).1.map(\.text)
    let options: [JSONValue.Member] = [
      .init("ranker", "tfidf"), .init("background", .string(path)),
    ]
    let other = try keywords(text, options).1.map(\.text)
    #expect(plain.first == "معرض المخطوطات")
    #expect(other.first != "معرض المخطوطات")
    #expect(throws: (any Error).self) {
      try keywords(text, [.init("background", .string(folder.path + "/none"))])
    }
    let broken = try folder.write("broken.table", "no table")
    #expect(throws: (any Error).self) {
      try keywords(text, [.init("background", .string(broken))])
    }
  }

  @Test func weightsFittedOnChoicesFollowThem() throws {
    // People who choose only single words teach the ranker to do so.
    var trainer = KeywordTrainer()
    for _ in 0..<12 {
      trainer.add(try Pipelines.run(text, Pipelines.reading)) { !$0.contains(" ") }
    }
    let answers = try #require(trainer.crossValidated(folds: 3, top: 5))
    #expect(answers.count == 12)
    #expect(answers.allSatisfy { $0.count == 5 && $0.allSatisfy { !$0.contains(" ") } })
    #expect(trainer.train() == trainer.train())
    #expect(KeywordTrainer().train() == nil)
  }
}
