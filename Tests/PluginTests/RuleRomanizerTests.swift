import TestSupport
import Testing
import Warraq

@testable import WarraqRomanization

/// Texts that are written word by word from memory, beside the same without one.
@Suite struct RuleRomanizerTests {
  /// What makes words, and what stands between and inside them.
  private static let pieces = [
    "ال", "وال", "بال", "لل", "كتاب", "مدينة", "مَدِينَةُ", "حَيَاة", "بغداد", "محمد", "قلعةجي", "الله",
    "لِلَّهِ", "عبد", "عبدال",
    "الرحمن", "أبو", "نور", "الدين", "في", "على", "ذلك", "اسْم", "ابن", "ٱ", "ا", "ة", "ةٌ", "ى", "ء",
    "ئ", "آ", "شد", "سه",
    "خُلَفَآء", "ـ", "ـــ", "\u{64B}", "\u{651}", "\u{670}", "\u{6D6}", "\u{653}", "گ", "ی", "ە", "ﷺ",
    "ﻻ", "\u{8A0}",
    " ", " ", " ", " ", "  ", "\n", "، ", "؟", "«", "»", "”", "–", "…", "\u{200F}", "\u{A0}", "٥",
    "7", "A", "é", "中", "😀",
    "-", "'", ".", "\u{6D4}", "\u{301}", "\u{FFFC}",
  ]

  private static func text(_ generator: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...80, using: &generator) {
      text += pieces.randomElement(using: &generator) ?? ""
      if Int.random(in: 0..<3, using: &generator) == 0 { text += " " }
    }
    switch Int.random(in: 0..<20, using: &generator) {
    case 0: text += String(repeating: "بَ", count: 60)
    case 1: text += String(repeating: "x", count: 300) + "كتاب"
    default: break
    }
    return text
  }

  /// The view of a text is made anew for each word.
  @Test func memoryChangesNothing() throws {
    let seed = UInt64.random(in: 0 ... .max)
    var generator = SeededGenerator(seed: seed)
    for scheme in Scheme.all where scheme.goesBySound {
      for kind: FieldKind in [.auto, .name, .title, .text] {
        // Little room, so that some words are known and others are not.
        var romanizer = try #require(RuleRomanizer(scheme, kind: kind, capacity: 150))
        for _ in 0..<25 {
          let text = Text(Self.text(&generator))
          let expected = try scheme.view(of: text, kind: kind).text
          for time in ["first", "second"] {
            #expect(
              romanizer.romanize(text) == expected,
              "\(scheme.id), \(kind), \(time) time, seed \(seed): \(text.string.debugDescription)")
          }
        }
      }
    }
  }

  @Test func kindMayChangeOnTheWay() throws {
    var romanizer = try #require(RuleRomanizer(Scheme.named("ala-lc"), kind: .text))
    let text = Text("دَار الكِتَاب")
    #expect(romanizer.romanize(text).string == "dār al-kitāb")
    romanizer.kind = .name
    #expect(romanizer.romanize(text).string == "Dār al-Kitāb")
    romanizer.kind = .title
    #expect(romanizer.romanize(text).string == "Dār al-kitāb")
  }

  /// Libraries know مدينة and بغداد; the answer is remembered, for the word and for the name apart.
  @Test func recordsAreAskedOnce() throws {
    var romanizer = try #require(RuleRomanizer(Scheme.named("din-31635")))
    for _ in 0..<3 {
      let latin = romanizer.romanize(Text("مَدِينَة بَغْدَاد، مَدِينَة كَبِيرَة، مَدِينَة القُدْس")).string
      #expect(latin == "madīnat baġdād, madīna kabīra, madīnat al-quds")
    }
  }

  @Test func lettersWithoutSignsAreCountedEachTime() throws {
    var romanizer = try #require(RuleRomanizer(Scheme.named("din-31635")))
    for _ in 0..<2 {
      var bytes: [UInt8] = []
      let count = Array("ڭتاب كتاب ڭڭ".utf8).withUnsafeBufferPointer {
        romanizer.append($0, to: &bytes)
      }
      #expect(count == 3)
      #expect(String(decoding: bytes, as: UTF8.self).hasPrefix("ڭ"))
    }
  }
}
