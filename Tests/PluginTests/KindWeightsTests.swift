import TestSupport
import Testing
import Warraq

@testable import WarraqRomanization

/// Telling what a line is.
@Suite struct KindWeightsTests {
  private func context(_ line: String) -> FieldContext {
    Array(line.utf8).withUnsafeBufferPointer { FieldContext($0, kind: .auto) }
  }

  private static let lines: [(line: String, kind: FieldKind)] = [
    ("سالم، خليل", .name), ("عواد، منير يوسف", .name), ("حداد، ليلى، 1950-", .name),
    ("النجار، عبد الكريم", .name), ("تاريخ المدن العربية في العصور الوسطى", .title),
    ("دراسات في الشعر الحديث : مدخل عام", .title), ("معجم النبات والحيوان", .title),
    ("قصة الماء في الصحراء", .title), ("تأليف خليل سالم ؛ ترجمة منير عواد", .text),
    ("جمعه وحققه يوسف النجار", .text), ("مطبعة الهلال", .text), ("إعداد ليلى حداد", .text),
    ("وقال الوزير إن العمل لم يبدأ بعد", .prose), ("لكن الطريق ما زال طويلا أمام الفريق", .prose),
  ]

  @Test(arguments: lines)
  func builtInModelTellsKinds(line: String, kind: FieldKind) throws {
    let model = try #require(RomanizerModel.shared)
    #expect(model.kinds.kind(of: context(line)) == kind)
  }

  /// A share of prose that would not do for another kind is enough for a line of several words.
  @Test func littleIsEnoughForProse() throws {
    let model = try #require(RomanizerModel.shared)
    let line = "الطلاب الذين نجحوا في الرياضيات يحبون الموسيقى"
    let share = KindWeights.shares(model.kinds.scores(of: context(line)))[3]
    #expect(share < KindWeights.sure)
    #expect(model.kinds.kind(of: context(line)) == .prose)
    #expect(KindWeights.isProse(share: 0.05, words: 9))
    #expect(!KindWeights.isProse(share: 0.05, words: 8) && !KindWeights.isProse(share: 1, words: 2))
  }

  /// Learned from a few records, whose words come again in others.
  @Test func kindsAreLearned() throws {
    var records: [RomanRecord] = []
    for _ in 0..<20 {
      for (line, kind) in Self.lines {
        records.append(try #require(RomanRecord(arabic: line, latin: line, kind: kind)))
      }
    }
    let bytes = KindTrainer(records: records).train(limit: 5000)
    #expect(bytes == KindTrainer(records: records).train(limit: 5000))
    let weights = try #require(KindWeights(StaticBytes(keeping: bytes)))
    #expect(weights.kind(of: context("النجار، خليل")) == .name)
    #expect(weights.kind(of: context("معجم الشعر")) == .title)
    #expect(weights.kind(of: context("تأليف منير يوسف")) == .text)
    // Nothing in it was seen; a word that stands alone is read as such are learned.
    #expect(weights.kind(of: context("ثعلب وأرنب")) == .auto)
    #expect(weights.kind(of: context("ثعلب")) == .title)
    #expect(KindWeights(StaticBytes(keeping: [1, 2, 3])) == nil)
  }

  @Test func sharesAreOfOne() {
    #expect(KindWeights.shares([2, -300, 300, 9]) == [0, 0, 1, 0])
    #expect(KindWeights.shares([1, 1, -200, -300]) == [0.5, 0.5, 0, 0])
  }

  /// No line, however long, costs more than its first words and its last.
  @Test func longLinesAreKnownByTheirBeginning() {
    func count(_ words: Int) -> Int {
      var count = 0
      KindWeights.forEachFeature(context(String(repeating: "كتاب، ", count: words))) { _ in
        count += 1
      }
      return count
    }
    #expect(count(3) < count(10))
    #expect(count(13) == count(5000))
    #expect(count(0) == 2)
  }

  /// Titles that come out otherwise where nothing is known of what they are.
  private static let titles = [
    "حارس المنارة", "مذكرات طبيب في الأرياف", "تاريخ الطباعة في بلاد الشام",
  ]

  /// What is told is what a line is romanized as.
  @Test func autoIsTheKindThatIsTold() throws {
    let model = try #require(RomanizerModel.shared)
    var romanizer = StatisticalRomanizer(model: model)
    for (line, kind) in Self.lines + Self.titles.map({ ($0, .title) }) {
      #expect(model.kinds.kind(of: context(line)) == kind, "\(line)")
      var asked = StatisticalRomanizer(model: model, kind: kind)
      #expect(romanizer.romanize(Text(line)) == asked.romanize(Text(line)), "\(line)")
    }
  }
}
