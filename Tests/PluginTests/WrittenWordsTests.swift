import RomanizationKernel
import Testing
import Warraq

@testable import WarraqRomanization

/// The memory of what rules made of words.
@Suite struct WrittenWordsTests {
  private func rules(_ kind: FieldKind, _ scheme: String = "din-31635") throws -> TextRules {
    guard case .phonetic(let romanizer) = try Scheme.named(scheme).engine else {
      throw SchemeError(id: scheme, mend: "")
    }
    return TextRules(romanizer, Capitals(romanizer.capitals, kind: kind))
  }

  private func insert(
    _ word: String, _ latin: String, prefix: Int? = 0, as traits: WrittenWords.Traits = [],
    _ words: inout WrittenWords
  ) {
    Array(word.utf8).withUnsafeBufferPointer {
      words.insert(
        $0, traits, latin: Array(latin.utf8), prefix: prefix, endsInVowel: latin.hasSuffix("i"),
        unwritten: latin.hasPrefix("ڭ") ? 1 : 0)
    }
  }

  /// What a word became; nil when that is not known.
  private func written(
    _ word: String, as traits: WrittenWords.Traits = [], isFirst: Bool = false, _ rules: TextRules,
    _ words: WrittenWords
  ) -> (latin: String, unwritten: Int, endsInVowel: Bool)? {
    var result: [UInt8] = [0x7C]
    let answer = Array(word.utf8).withUnsafeBufferPointer {
      words.write($0, traits, isFirst: isFirst, by: rules, to: &result)
    }
    return answer.map {
      (String(decoding: result.dropFirst(), as: UTF8.self), $0.unwritten, $0.endsInVowel)
    }
  }

  @Test func whatIsKnownIsWritten() throws {
    var words = WrittenWords(capacity: 10)
    let rules = try rules(.text)
    #expect(written("كتاب", rules, words) == nil)
    insert("كتاب", "kitāb", &words)
    insert("ڭتاب", "ڭtābi", &words)
    insert("ـ", "", &words)
    #expect(written("كتاب", rules, words)?.latin == "kitāb")
    #expect(written("كتاب", as: .isConstruct, rules, words) == nil)
    let odd = try #require(written("ڭتاب", rules, words))
    #expect(odd.latin == "ڭtābi" && odd.unwritten == 1 && odd.endsInVowel)
    #expect(written("ـ", rules, words)?.latin == "")
    // Another word of the same length, one that begins so, and none.
    for word in ["كتاف", "كتا", "كتابه", ""] { #expect(written(word, rules, words) == nil) }
  }

  @Test func oneWordHasSeveralReadings() throws {
    typealias Next = PhoneticRomanizer.ToldOpening.Next
    var words = WrittenWords(capacity: 20)
    let rules = try rules(.text)
    insert("مكتبة", "maktaba", &words)
    insert("مكتبة", "maktabat", as: .isConstruct, &words)
    insert("اسم", "sm", as: .isElided, &words)
    #expect(written("مكتبة", rules, words)?.latin == "maktaba")
    #expect(written("مكتبة", as: .isConstruct, rules, words)?.latin == "maktabat")
    #expect(written("اسم", rules, words) == nil)
    #expect(written("اسم", as: .isElided, rules, words)?.latin == "sm")
    // Its opening may be told.
    for particles: UInt16 in 0...3 {
      for (hasArticle, next) in [(false, Next.word), (true, .word), (true, .sign), (false, .space)]
      {
        let told = PhoneticRomanizer.ToldOpening(
          particles: particles, hasArticle: hasArticle, next: next)
        let traits = WrittenWords.Traits(told)
        #expect(traits.opening == told && written("مكتبة", as: traits, rules, words) == nil)
        insert("مكتبة", "\(told)", as: traits, &words)
        #expect(written("مكتبة", as: traits, rules, words)?.latin == "\(told)")
      }
    }
    #expect(WrittenWords.Traits.isConstruct.opening == nil)
    #expect(written("مكتبة", rules, words)?.latin == "maktaba")
  }

  @Test func whatDoesNotFitIsNotKnown() throws {
    var words = WrittenWords(capacity: 2)
    let rules = try rules(.text)
    let long = String(repeating: "ب", count: 49)
    insert(long, "b", &words)
    insert("دار", String(repeating: "d", count: 256), &words)
    for word in [long, "دار"] { #expect(written(word, rules, words) == nil) }
    let last = String(repeating: "ب", count: 48)
    insert(last, String(repeating: "b", count: 255), &words)
    #expect(written(last, rules, words)?.latin == String(repeating: "b", count: 255))
    // Room for two words: the third one is not remembered.
    for word in ["كتاب", "قلم"] { insert(word, word + "+", &words) }
    #expect(written("كتاب", rules, words)?.latin == "كتاب+")
    #expect(written("قلم", rules, words) == nil)
  }

  @Test(arguments: [
    ("al-kitāb", 3, "al-kitāb", "Al-Kitāb", "al-Kitāb"),
    ("ʿalī", 0, "ʿalī", "ʿAlī", "ʿAlī"), ("ẖasan", 0, "ẖasan", "H̱asan", "H̱asan"),
    ("šams", 0, "šams", "Šams", "Šams"), ("al-ەt", 3, "al-ەt", "Al-ەt", "al-ەt"),
    ("-bab", 1, "-bab", "-Bab", "-Bab"),
  ])
  func capitalsAreWrittenWithTheWord(
    latin: String, prefix: Int, text: String, first: String, other: String
  ) throws {
    var words = WrittenWords(capacity: 10)
    insert("كلمة", latin, prefix: prefix, &words)
    insert("أخرى", latin, prefix: nil, &words)
    for isFirst in [true, false] {
      func expect(_ kind: FieldKind, _ expected: String) throws {
        // The names of this scheme raise their article.
        let rules = try rules(kind, "ungegn-2017")
        #expect(written("كلمة", isFirst: isFirst, rules, words)?.latin == expected)
        #expect(written("أخرى", isFirst: isFirst, rules, words)?.latin == text)
      }
      try expect(.text, text)
      try expect(.title, isFirst ? first : text)
      try expect(.name, isFirst ? first : other)
    }
  }

  @Test func manyWordsAreToldFromEachOther() throws {
    var words = WrittenWords(capacity: 10_000)
    let rules = try rules(.text)
    let letters = Array("ابتثجحخدذرزسشصضطظعغفقكلمنهوي")
    func word(_ number: Int) -> String {
      var (rest, word) = (number, "")
      repeat {
        word.append(letters[rest % letters.count])
        rest /= letters.count
      } while rest > 0
      // Lengths on both sides of what is compared at once.
      return word + String(repeating: "م", count: number % 11)
    }
    for number in 0..<6_000 { insert(word(number), "\(number)", &words) }
    for number in stride(from: 0, to: 6_000, by: 7) {
      let latin = try #require(written(word(number), rules, words)?.latin)
      // Words that are the same have the first one's Latin.
      #expect(word(Int(latin) ?? -1) == word(number))
    }
    #expect(written("قطن" + String(repeating: "ن", count: 9), rules, words) == nil)
  }
}
