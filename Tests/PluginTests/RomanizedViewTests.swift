import TestSupport
import Testing
import Warraq
import WarraqRomanization

/// Romanizations as views: every part tells where it comes from.
@Suite struct RomanizedViewTests {
  /// The Arabic of each part of a romanization and what it became.
  private func parts(_ view: View) -> [String] {
    view.alignment.edits.map { view.source[$0.source] + "=" + view.text[$0.result] }
  }

  @Test(arguments: [
    ("buckwalter", "قَالَ، ABC", "ق=q|َ=a|ا=A|ل=l|َ=a"),
    ("iso-233", "شَّ ـب", "\u{64E}\u{651}=\u{304}a|ـ=|ب=b"),
    ("din-31635", "الشَّمْسُ؟ ٣", "ال=aš-|شَّ=ša|مْ=m|سُ=su|؟=?|٣=3"),
    ("ala-lc", "وَالكِتَابُ", "وَال=wa-al-|كِ=ki|تَا=tā|بُ=bu"),
    ("ala-lc", "مَدِينَة", "مَ=ma|دِي=dī|نَ=na|ة=h"),
    // A word that is not read as it is written is one part, and so is Allah behind its article.
    ("ala-lc", "ذَلِكَ ـهُ", "ذَلِكَ=dhālika|ـهُ=hu"),
    ("odni-2015", "عَبْد النُّور", "عَ=’A|بْ=b|د=d| =-|ال=al-|نُّو=Nu|ر=r"),
    ("iso-233-2", "وعَبْدالله،", "و=w|عَ=ʿa|بْ=b|د=d|= |الله=allāh|،=,"),
    ("icu:Arabic-Latin", "قال زيد", "قال=qạl|زيد=zyd"),
  ])
  func lettersTellWhereTheyComeFrom(scheme: String, arabic: String, expected: String) throws {
    let view = try Scheme.named(scheme).view(of: Text(arabic))
    #expect(parts(view).joined(separator: "|") == expected)
  }

  @Test func wordsOfTheStatisticalRomanizerDo() throws {
    let model = try #require(RomanizerModel.shared)
    var romanizer = StatisticalRomanizer(model: model, kind: .title)
    let view = romanizer.view(of: Text("دار الكتب، «القاهرة» ١٩ ABC"))
    #expect(
      parts(view).joined(separator: "|").lowercased()
        == "دار=dār|الكتب=al-kutub|،=,|القاهرة=al-qāhirah|١=1|٩=9")
    let place = view.viewSpan(of: TextSpan(7, 17))
    #expect(view.text[place].lowercased() == "al-kutub")
  }

  /// Views say what `romanize` says; edits ascend, and what lies between them is the same on both sides.
  @Test func viewsFitTheirTexts() throws {
    let model = try #require(RomanizerModel.shared)
    var romanizer = StatisticalRomanizer(model: model)
    var generator = SeededGenerator(seed: 77)
    let words = [
      "الشَّمْسُ", "عَبْد", "اللّٰه", "بن", "ـــ", "ذلك", "١٢،", "ABC", "گل", "وَالقَمَرِ", "ًٌ", "نُور", "الدين",
      "؟",
    ]
    let schemes = Scheme.all + [try Scheme.named("icu:Arabic-Latin")]
    for round in 0..<12 {
      var line = RandomLines.make(using: &generator)
      for _ in 0..<6 {
        line += " " + (words.randomElement(using: &generator) ?? "")
        if Bool.random(using: &generator) { line += words.randomElement(using: &generator) ?? "" }
      }
      let text = Text(line)
      for scheme in schemes {
        let view = try scheme.view(of: text)
        #expect(view.text == (try scheme.romanize(text)), "\(scheme.id) \(round)")
        expectFit(view, isTable: scheme.isAutomaton, scheme.id)
      }
      let view = romanizer.view(of: text, rules: try Scheme.named("ala-lc"))
      #expect(view.text == romanizer.romanize(text, rules: try Scheme.named("ala-lc")))
      expectFit(view, isTable: false, "statistical")
    }
  }

  private func expectFit(_ view: View, isTable: Bool, _ name: String) {
    var (left, right) = (0, 0)
    let rim = Alignment.Edit(
      source: TextSpan(view.source.count, view.source.count),
      result: TextSpan(view.text.count, view.text.count))
    for edit in view.alignment.edits + [rim] {
      #expect(edit.source.start >= left && edit.result.start >= right, "\(name)")
      guard edit.source.start >= left, edit.result.start >= right else { return }
      let (before, behind) = (left..<edit.source.start, right..<edit.result.start)
      #expect(before.count == behind.count, "\(name)")
      // A table's letters of one length need no edit.
      #expect(isTable || view.source.bytes[before] == view.text.bytes[behind], "\(name)")
      for offset in [edit.source.start, edit.source.end] {
        #expect(view.source.isScalarBoundary(offset), "\(name)")
      }
      for offset in [edit.result.start, edit.result.end] {
        #expect(view.text.isScalarBoundary(offset), "\(name)")
      }
      (left, right) = (edit.source.end, edit.result.end)
    }
  }

  @Test func stageGivesTheAlignmentAndCountsWhatIsLeft() throws {
    let text = "قَالَ\n\nڭتب"
    func layer(_ options: [JSONValue.Member]) throws -> TextLayer {
      let document = try Pipelines.run(text, [Recipe.Step("transliterate", with: options)])
      return try #require(document[.transliteration])
    }
    let plain = try layer([.init("scheme", "buckwalter")])
    #expect(plain.alignment == nil && plain.unwrittenLetters == 1)
    let aligned = try layer([.init("scheme", "buckwalter"), .init("alignment", true)])
    #expect(aligned.text == plain.text)
    #expect(aligned.alignment?.sourceSpan(ofResult: TextSpan(2, 3)) == TextSpan(4, 6))
    let read = try layer([.init("alignment", true)])
    let edits = try #require(read.alignment?.edits)
    #expect(edits.last?.source == TextSpan(12, 18))
    #expect(read.text == (try layer([])).text)
  }

  /// Words and view together are those that are given one by one, also of presentation forms.
  @Test(arguments: ["كتاب الشعر، وقال: نَعَمْ", "ﻛﺘﺎﺏ ﺍﻟﺸﻌﺮ ﻻ", "", "ABC 12", "ولیام والحکىم"])
  func wordsAndViewGoTogether(line: String) throws {
    let rules = try Scheme.named("ala-lc")
    var romanizer = StatisticalRomanizer(model: try #require(RomanizerModel.shared))
    let both = romanizer.wordsAndView(of: Text(line), rules: rules)
    #expect(both.words == romanizer.words(of: Text(line), rules: rules))
    let view = romanizer.view(of: Text(line), rules: rules)
    #expect(both.view.text == view.text && both.view.source == view.source)
    #expect(both.view.alignment == view.alignment)
    #expect(both.words.allSatisfy { $0.arabic == Text(line)[$0.span] })
  }
}
