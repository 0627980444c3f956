import TestSupport
import Testing
import Warraq
import WarraqSummary

@Suite struct SummaryTests {
  private let text = """
    أعلنت البلدية افتتاح حديقة عامة جديدة في وسط المدينة بعد عامين من العمل. وتضم الحديقة ملاعب للأطفال ومسارات \
    للمشي وبحيرة صغيرة. وكان الموقع سوقا قديمة نقلت إلى الأطراف. وقال رئيس البلدية إن الحديقة العامة ستفتح أبوابها \
    مجانا للسكان طوال الأسبوع. وزرع المتطوعون ألف شجرة في الحديقة الجديدة خلال شهر واحد. وشكر السكان البلدية على عملها.
    """

  private func summary(_ options: [JSONValue.Member], text: String? = nil) throws -> (
    Document, SummaryLayer
  ) {
    let stages = Pipelines.reading + [Recipe.Step("summarize", with: options)]
    let document = try Pipelines.run(text ?? self.text, title: "حديقة عامة جديدة", stages)
    return (document, try document.required(.summary))
  }

  @Test func sentencesStandInDocumentOrder() throws {
    let (document, summary) = try summary([.init("sentences", 3)])
    #expect(summary.sentences.count == 3)
    #expect(summary.sentences == summary.sentences.sorted())
    #expect(summary.sentences.first == 0)
    let all = try document.required(.sentences).spans
    #expect(summary.spans == summary.sentences.map { all[$0] })
    #expect(summary.scores.allSatisfy { (0...1).contains($0) })
  }

  @Test func budgetsAreKept() throws {
    let words = try summary([.init("words", 20)])
    #expect(words.1.text(in: words.0.text).split(separator: " ").count <= 20)
    let characters = try summary([.init("chars", 120)])
    let text = characters.1.text(in: characters.0.text)
    #expect(!text.isEmpty && text.unicodeScalars.count <= 120)
    let share = try summary([.init("share", 0.3)])
    #expect((1...2).contains(share.1.sentences.count))
  }

  @Test func budgetsOfNothingAndOfAll() throws {
    #expect(try summary([.init("sentences", 0)]).1.sentences.isEmpty)
    #expect(try summary([.init("words", 0)]).1.sentences.isEmpty)
    #expect(try summary([.init("share", 0)]).1.sentences.isEmpty)
    #expect(try summary([.init("sentences", 1000)]).1.sentences.count == 6)
    #expect(try summary([.init("share", 1)]).1.sentences.count == 6)
  }

  @Test func textsWithoutSentencesGiveAnEmptySummary() throws {
    #expect(try summary([], text: "").1.sentences.isEmpty)
    #expect(try summary([], text: "... !!").1.sentences.isEmpty)
    #expect(try summary([], text: "جملة واحدة فقط هنا.").1.sentences == [0])
  }

  @Test func equalSentencesAreChosenOnce() throws {
    let repeated =
      String(repeating: "وصل القطار إلى المحطة الكبيرة متأخرا. ", count: 5)
      + "ثم أعلنت الإدارة جدول الرحلات الجديد للمسافرين."
    let chosen = try summary([.init("sentences", 2)], text: repeated).1.sentences
    #expect(chosen == [0, 5])
  }

  @Test(arguments: [
    "lead", "lexrank", "textrank", "lsa", "centroid", "sumbasic", "kl", "luhn",
  ])
  func namedRankersChooseWholeSentences(ranker: String) throws {
    let name = JSONValue.Member("ranker", .string(ranker))
    let chosen = try summary([name, .init("sentences", 2)]).1
    #expect(chosen.sentences.count == 2)
    #expect(chosen.scores.allSatisfy { (0...1).contains($0) })
    #expect(try summary([name], text: "").1.sentences.isEmpty)
    #expect(try summary([name], text: "... !!").1.sentences.isEmpty)
    #expect(try summary([name], text: "جملة واحدة فقط هنا.").1.sentences == [0])
    let equal = String(repeating: "وصل القطار إلى المحطة. ", count: 6)
    #expect(try summary([name, .init("sentences", 2)], text: equal).1.sentences.count == 2)
  }

  @Test func leadIsTheFirstSentences() throws {
    #expect(try summary([.init("ranker", "lead")]).1.sentences == [0, 1, 2])
  }

  @Test func centralSentencesShareWordsWithMost() throws {
    // The third sentence shares a word with each of the others, which share none.
    let star = """
      غرس الفلاح زيتونا. صنع النجار بابا. رأى الفلاح بابا جديدا وسفينة وحصانا. أبحرت سفينة بيضاء. ركض حصان أسود.
      """
    for ranker in ["lexrank", "textrank"] {
      let chosen = try summary(
        [.init("ranker", .string(ranker)), .init("sentences", 1)], text: star)
      #expect(chosen.1.sentences == [2], "\(ranker)")
    }
  }

  @Test func sumBasicSaysNothingTwice() throws {
    // After the first sentence its words are worth little, so the other topic is next.
    let text = """
      فاز الفريق بالكأس. فاز الفريق بالكأس مرة. فاز الفريق بالكأس أيضا. هطل مطر غزير. هطل مطر خفيف.
      """
    let chosen = try summary([.init("ranker", "sumbasic"), .init("sentences", 2)], text: text).1
    #expect(chosen.sentences.contains { $0 < 3 })
    #expect(chosen.sentences.contains { $0 >= 3 })
  }

  @Test func divergenceCoversTheDocument() throws {
    let text = "تفاح تفاح موز موز. تفاح تفاح. موز موز. برتقال."
    let chosen = try summary([.init("ranker", "kl"), .init("sentences", 1)], text: text).1
    #expect(chosen.sentences == [0])
  }

  @Test func luhnLooksForDenseStretches() throws {
    let text = """
      الجسر قديم. عبرنا الجسر صباحا ثم مشينا طويلا في طرق بعيدة حتى وصلنا. الجسر الجسر الجسر. انتهى اليوم.
      """
    let chosen = try summary([.init("ranker", "luhn"), .init("sentences", 1)], text: text).1
    #expect(chosen.sentences == [2])
  }

  @Test func latentTopicsAreFound() throws {
    // Three sentences on one subject make the strongest topic; the longest of them leads it.
    let text = """
      الغيم كثيف. القطار سريع والقطار طويل والمحطة بعيدة. القطار وصل إلى المحطة. القطار غادر المحطة.
      """
    let chosen = try summary([.init("ranker", "lsa"), .init("sentences", 1)], text: text).1
    #expect(chosen.sentences == [1])
  }

  @Test func queryPutsItsWordsFirst() throws {
    let asked = try summary([.init("query", "الملاعب والبحيرة"), .init("sentences", 1)]).1
    #expect(asked.sentences == [1])
    // Words that the article lacks change nothing in the order.
    let other = try summary([.init("query", "زرافة"), .init("sentences", 3)]).1
    #expect(other.sentences == (try summary([.init("sentences", 3)]).1.sentences))
  }

  @Test func reasonsSumToTheScore() throws {
    let explained = try summary([.init("explain", true)]).1
    #expect(explained.reasons.count == 3)
    for (score, reasons) in zip(explained.scores, explained.reasons) {
      #expect(abs(reasons.reduce(0) { $0 + $1.value } - score) < 1e-9)
    }
    #expect(try summary([]).1.reasons.isEmpty)
  }

  @Test func openingThatLeansIsReplaced() throws {
    // What the second sentence answers was said by somebody whom only the first names.
    let text = """
      زار وزير الأشغال المدينة صباح الأحد. وأضاف أن المشروع الكبير سيوفر ألف فرصة عمل للشباب. ورحب السكان به.
      """
    let asked: [JSONValue.Member] = [
      .init("query", "فرص عمل للشباب في المشروع"), .init("sentences", 1),
    ]
    #expect(try summary(asked, text: text).1.sentences == [0])
    let both = try summary(asked.dropLast() + [.init("sentences", 2)], text: text).1.sentences
    #expect(both == [0, 1])
    // A published ranker's choice is left as it is.
    #expect(try summary(asked + [.init("ranker", "centroid")], text: text).1.sentences == [1])
  }

  @Test func headlineIsAClauseOfTheText() throws {
    let (document, summary) = try summary([.init("headline", true)])
    let headline = try #require(summary.headline.map { document.text[$0] })
    #expect((4...18).contains(headline.split(separator: " ").count))
    #expect(text.contains(headline))
    let speech = "وقال رئيس البلدية إن الحديقة العامة تفتح أبوابها غدا."
    let said = try self.summary([.init("headline", true)], text: speech)
    #expect(said.1.headline.map { said.0.text[$0] } == "الحديقة العامة تفتح أبوابها غدا")
    #expect(try self.summary([.init("headline", true)], text: "نعم.").1.headline == nil)
  }

  @Test func fiftyThousandSentencesAreSummarized() throws {
    let subjects = ["الوزير", "الطبيب", "المهندس", "اللاعب", "الكاتب", "الفلاح", "التاجر"]
    let objects = ["المدينة", "القرية", "المدرسة", "السوق", "الميناء"]
    var text = ""
    for index in 0..<50_000 {
      text += "زار \(subjects[index % 7]) \(objects[index % 5]) رقم كلمة\(index % 9973). "
    }
    // A third of the words: thousands of choices, of which none may look at all the others.
    let share = try summary([.init("share", 0.3)], text: text).1
    // Numbers carry no topic, so seven subjects and five objects make 35 different sentences.
    #expect(share.sentences.count == 35)
    let equal = String(repeating: "زار الوزير المدينة صباح أمس. ", count: 10_000)
    #expect(try summary([.init("share", 0.3)], text: equal).1.sentences == [0])
    for ranker in ["lexrank", "kl"] {
      let options: [JSONValue.Member] = [
        .init("ranker", .string(ranker)), .init("sentences", 3),
      ]
      #expect(try summary(options, text: text).1.sentences.count == 3, "\(ranker)")
    }
  }

  @Test func digestTakesFromManyArticles() throws {
    var builder = DigestBuilder()
    let articles = [
      "افتتحت البلدية حديقة عامة في وسط المدينة. وحضر السكان حفل افتتاح الحديقة.",
      "حضر سكان المدينة افتتاح الحديقة العامة. وتوقف المطر قبل الحفل بساعة.",
      "ارتفعت أسعار القمح في الأسواق هذا الشهر. وقال التجار إن أسعار القمح سترتفع مرة أخرى.",
    ]
    for (index, text) in articles.enumerated() {
      var document = Document(id: "article-\(index)", text: Text(text))
      let pipeline = try Pipeline(
        Recipe(name: "test", stages: Pipelines.reading), registry: .standard)
      try pipeline.process(&document)
      builder.add(document)
    }
    #expect(builder.documentCount == 3)
    let digest = builder.sentences(3)
    #expect(digest.count == 3)
    #expect(Set(digest.map(\.documentID)).count >= 2)
    #expect(digest.contains { $0.documentID == "article-2" })
    #expect(digest.map(\.documentID) == digest.map(\.documentID).sorted())
    #expect(digest.map(\.score).max() == 1)
    for sentence in digest { #expect(articles.contains { $0.contains(sentence.text) }) }
    #expect(builder.sentences(0).isEmpty)
    #expect(DigestBuilder().sentences(3).isEmpty)
  }

  @Test func weightsFollowPeoplesChoices() throws {
    // People who always choose the last sentence teach the ranker to do so.
    var trainer = SummaryTrainer()
    for _ in 0..<8 {
      trainer.add(try Pipelines.run(text, Pipelines.reading)) { sentences in
        sentences.indices.map { $0 == sentences.count - 1 ? 1 : 0 }
      }
    }
    let answers = try #require(trainer.crossValidated(folds: 4, sentences: 1))
    #expect(answers.count == 8)
    #expect(answers.allSatisfy { $0 == "وشكر السكان البلدية على عملها." })
  }
}
