import TestSupport
import Testing
import Warraq

@testable import WarraqRomanization

/// The automaton for words without marks, beside the rules that it is compiled from.
@Suite struct BareLettersTests {
  private static let letters =
    (Array(UInt32(0x0621)...0x063A) + Array(0x0641...0x064A)).compactMap(Unicode.Scalar.init)
  /// Letters on which those before depend.
  private static let telling = Array("ايويىةءأإآهتدكسلو".unicodeScalars)
  private static let openings = [
    "", "", "", "ال", "وال", "بال", "لل", "و", "ب", "ل", "الأ", "إ", "أ",
  ]

  /// Words of random letters, none of which anybody wrote, with spaces, seldom marks, between.
  private static func text(_ generator: inout SeededGenerator) -> String {
    (0..<60).map { _ in
      let opening = openings.randomElement(using: &generator) ?? ""
      let from = Bool.random(using: &generator) ? letters : telling
      let count = Int.random(
        in: 1...(Int.random(in: 0..<9, using: &generator) == 0 ? 20 : 7), using: &generator)
      let word = (0..<count).compactMap { _ in from.randomElement(using: &generator) }
      let mark = Int.random(in: 0..<8, using: &generator) == 0 ? "،" : ""
      return opening + String(String.UnicodeScalarView(word)) + mark
    }.joined(separator: " ")
  }

  @Test func itWritesWhatTheRulesDo() throws {
    let seed = UInt64.random(in: 0 ... .max)
    var generator = SeededGenerator(seed: seed)
    for scheme in Scheme.all where scheme.goesBySound {
      for kind: FieldKind in [.auto, .name, .title, .text] {
        var romanizer = try #require(RuleRomanizer(scheme, kind: kind))
        for _ in 0..<4 {
          let text = Text(Self.text(&generator))
          let expected = try scheme.view(of: text, kind: kind).text
          #expect(
            romanizer.romanize(text) == expected,
            "\(scheme.id), \(kind), seed \(seed): \(text.string.debugDescription)")
        }
      }
    }
  }

  /// Nothing of a text without particles before the article, and without words whose ending depends on records, is left
  /// to the memory; what follows a text's last bytes is not known to be readable, so that they are.
  @Test func itLeavesFewWords() throws {
    let text = Text(
      "درس الطالب علوم الطبيعة ثم سافر جنوبا وعاد بخبر طريف يرويه الناس حتى اليوم بين جدران البيوت القديمة"
    )
    for id in ["ala-lc", "din-31635", "bgn-pcgn"] {
      var romanizer = try #require(RuleRomanizer(Scheme.named(id)))
      _ = romanizer.romanize(text)
      #expect((1...8).contains(romanizer.memory.count), "\(id): \(romanizer.memory.count)")
      var other = try #require(RuleRomanizer(Scheme.named(id)))
      _ = other.romanize(Text("وَالطّالب وبالبيوت للناس بالقديمة كالجدران " + text.string))
      #expect(other.memory.count > romanizer.memory.count)
    }
  }

  /// What an entry has no room for is left to the rules.
  @Test func longLatinIsWrittenAllTheSame() throws {
    let table =
      "!engine\tphonetic\n!title\tLong\nب\tbbbbbbbbbb\nت\tt\nا\ta\nlong-a\tā\narticle\ttheverylong-\n"
    let scheme = try #require(Scheme(id: "long", table: table))
    var romanizer = try #require(RuleRomanizer(scheme))
    let words = Array(repeating: "تابت التات", count: 12).joined(separator: " ")
    let latin = Array(repeating: "tābbbbbbbbbbt theverylong-tāt", count: 12).joined(separator: " ")
    #expect(romanizer.romanize(Text(words)).string == latin)
  }
}
