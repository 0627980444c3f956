import TestSupport
import Testing
import Warraq

@Suite struct FilterCommandTests {
  private func output(_ arguments: [String], _ input: String) throws -> String {
    let result = try Command.run(arguments, input: input)
    #expect(result.status == 0, "\(result.errors)")
    return result.output
  }

  @Test func normalizeKeepsLines() throws {
    #expect(try output(["normalize", "--preset", "search"], "أحمـد\nفاطمة\n") == "احمد\nفاطمه\n")
    #expect(try output(["normalize", "--ops", "alef,marks"], "إِن") == "ان\n")
    #expect(try output(["normalize", "--list"], "").contains("tatweel"))
  }

  @Test func normalizeTakesLinesAndEscapes() throws {
    let input = "كَتَبَ\nزيدٌ\n"
    #expect(
      try output(["normalize", "--lines", "--ops", "pyarabic-strip-lastharaka"], input)
        == "كَتَب\nزيد\n")
    let escaped = try output(
      ["normalize", "--escaped", "--ops", "bidi-controls"], "a\\u200Fb\\tc\\\\\n\\uD800\n")
    #expect(escaped == "ab\\tc\\\\\n\u{FFFD}\n")
  }

  @Test func normalizeExplainsWhatItChanges() throws {
    let report = try output(["normalize", "--explain", "أَب", "--ops", "marks,alef"], "")
    #expect(report.hasPrefix("اب\n1–2\t"))
    #expect(report.contains("أ (U+0623) → ا (U+0627)\talef:"))
    #expect(try output(["normalize", "--explain", "نص"], "") == "نص\nnothing is changed\n")
    let unknown = try Command.run(["normalize", "--ops", "tatwel"], input: "")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("did you mean `tatweel`?"))
  }

  @Test func sentencesComeOneALine() throws {
    #expect(try output(["sentences"], "وصل د. زيد. ثم غادر.") == "وصل د. زيد.\nثم غادر.\n")
    let json = try output(["sentences", "--json"], "وصل. غادر.")
    let spans = try JSONScanner.parse(Array(json.utf8))["sentences"]?.arrayValue ?? []
    #expect(spans.map { $0["end"]?.intValue } == [4, 10])
  }

  @Test func keywordsAndSummariesHaveTheirLimits() throws {
    let text = Repository.text("Corpora/news/petra.txt")
    #expect(try output(["keywords", "--top", "4"], text).split(separator: "\n").count == 4)
    #expect(try output(["summarize", "--sentences", "2"], text).split(separator: "\n").count == 2)
    #expect(try output(["summarize", "--words", "12"], text).split(separator: " ").count <= 12)
    let both = try Command.run(["summarize", "--words", "5", "--chars", "9"], input: text)
    #expect(both.status == 2)
  }

  @Test func jsonLinesAreReadFromStandardInput() throws {
    let input =
      "{\"id\":\"x\",\"text\":\"وصل القطار متأخرا إلى المحطة.\"}\n{\"id\":\"y\",\"text\":\"\"}\n"
    let lines = try output(["keywords", "--json"], input).split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("{\"id\":\"x\",\"keywords\":[") ?? false)
    #expect(lines.last == "{\"id\":\"y\",\"keywords\":[]}")
  }

  @Test func transliterateAnswersLineByLine() throws {
    let input = "كِتَاب\n\nقَلَم\n"
    #expect(try output(["transliterate", "--scheme", "din-31635"], input) == "kitāb\n\nqalam\n")
    #expect(
      try output(["transliterate", "--scheme", "buckwalter", "--reverse"], "qalam\n") == "قَلَم\n")
    #expect(try output(["transliterate", "--scheme", "icu:Any-Upper"], "abc\nd") == "ABC\nD\n")
    #expect(try output(["transliterate", "--list"], "").contains("ISO 233:1984"))
    let unknown = try Command.run(["transliterate", "--scheme", "buckwlter"], input: "")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("did you mean `buckwalter`?"))
    #expect(
      try Command.run(["transliterate", "--scheme", "din-31635", "--reverse"], input: "").status
        == 2)
  }

  @Test func namesFollowConventions() throws {
    #expect(try output(["names", "--country", "EG"], "جمال قشوع").contains("\tGamal "))
    #expect(try output(["names", "--style", "icao"], "محمد علي") == "محمد علي\tMXHMD ELY\n")
    #expect(try output(["names", "--style", "ala-lc"], "محمد علي") == "محمد علي\tMuḥammad ʻAlī\n")
    let passport = try output(["names", "--style", "passport-ascii"], "بطرس بطرس غالي")
    #expect(passport.hasSuffix("\tBOUTROS BOUTROS GHALI\n"))
    #expect(try output(["names", "--reverse"], "Fatima\n\n") == "Fatima\tفاطمة\n\n")
    let wrong = try Command.run(["names", "--country", "XX"], input: "محمد")
    #expect(wrong.status == 2 && wrong.errors.contains("--country"))
  }

  @Test func namesTakeAnOwnDictionaryAndLexicon() throws {
    let folder = try TemporaryFolder()
    let own = try folder.write("own.tsv", "محمد علي\tMohd Aly\n")
    #expect(
      try output(["names", "--dictionary", own], "محمد علي") == "محمد علي\tMohd Aly\n")
    let broken = try folder.write("broken.tsv", "محمد علي\n")
    let result = try Command.run(["names", "--dictionary", broken], input: "محمد")
    #expect(result.status == 2 && result.errors.contains("line 1"))
    let words = try folder.write("words.tsv", "قشوع\tqashooa\t3\n")
    let lexicon = folder.path + "/own.table"
    #expect(try Command.run(["train", "names", "--words", words, "-o", lexicon]).status == 0)
    #expect(try output(["names", "--lexicon", lexicon], "قشوع") == "قشوع\tQashooa\n")
    #expect(try Command.run(["names", "--lexicon", words], input: "قشوع").status == 2)
  }

  @Test func namesAreMatched() throws {
    let match = try Command.run(["names", "match", "محمد صلاح", "Mohamed Salah"])
    #expect(match.status == 0 && match.output.hasPrefix("1.0 match\n"))
    let other = try Command.run(["names", "match", "محمد علي", "Omar Sharif", "--json"])
    #expect(other.status == 1 && other.output.contains("\"verdict\":\"different\""))
    let pairs = try Command.run(["names", "match"], input: "محمد\tMohamed\nx\n")
    #expect(pairs.lines.count == 2 && pairs.lines[0].contains("\tmatch\tمحمد\tMohamed"))
    #expect(try Command.run(["names", "match", "محمد"]).status == 2)
  }

  @Test func namesAnswersLineByLine() throws {
    let lines = try output(["names", "--top", "2"], "سيرغي لافروف\n\nJohn\n").split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines == ["سيرغي لافروف\tSergey Lavrov\tSergei Lavrov", "", "John\tJohn", ""])
    let json = try output(["names", "--format", "jsonl"], "فلاديمير بوتين")
    #expect(try JSONScanner.parse(Array(json.utf8))["latin"]?.stringValue == "Vladimir Putin")
    let found = try output(["names", "--find"], "وصل الرئيس فلاديمير بوتين إلى المطار.")
    #expect(found == "فلاديمير بوتين\tVladimir Putin\n")
  }

  @Test func wordsArePrintedWithTheirForms() throws {
    #expect(
      try output(["words"], "والمدرسة في 2020.")
        == """
        والمدرسة\tword\tوالمدرسه\tمدرسه\tمدرس\t-
        في\tword\tفي\tفي\tفي\tstop
        2020\tnumber\t2020\t2020\t2020\t-
        .\tpunctuation\t.\t.\t.\t-

        """)
    let json = try output(["words", "--json", "--clitics"], "والمدرسة")
    #expect(json.contains("\"proclitics\":[[0,1],[1,3]],\"enclitics\":[]"))
    #expect(try output(["words", "--stemmer", "lucene"], "والمدرسة").contains("\tمدرس\t"))
  }

  @Test func sentencesStandOnOneLineEach() throws {
    let text = """
      أعلنت بلدية المدينة أمس أن أعمال الصيانة في الجسر القديم سوف
      تبدأ في مطلع الشهر المقبل وتستمر ستة أسابيع على الأقل، وأن
      حركة السير ستحول إلى الطريق الدائري. ودعت البلدية السكان إلى
      اختيار طرق بديلة في ساعات الذروة.
      """
    #expect(try output(["sentences"], text).split(separator: "\n").count == 2)
    let cut = try output(["sentences", "--max-words", "20"], text)
    #expect(cut.split(separator: "\n").count == 3)
    #expect(cut.contains("على الأقل،\nوأن"))
  }

  /// One line of output for each line of input, whatever it holds.
  @Test func transliterateVocalizesAndTellsPlaces() throws {
    #expect(try output(["transliterate", "--vocalize"], "الشمس\n\nABC\n") == "الشَّمْس\n\nABC\n")
    let json = try output(["transliterate", "--json"], "دار الكتب")
    #expect(json.contains("{\"start\":4,\"end\":9,\"text\":\"الكتب\",\"latin\":\"al-"))
    let plain = try output(["transliterate", "--scheme", "buckwalter", "--json"], "قال زيد")
    #expect(plain.contains("{\"start\":4,\"end\":7,\"text\":\"زيد\",\"latin\":\"zyd\"}"))
    #expect(plain.contains("\"alignment\":[[0,1,0,1],[1,2,1,2],"))
    #expect(json.contains("\"alignment\":[[0,3,0,3],[4,9,4,12]]"))
    #expect(try Command.run(["transliterate", "--vocalize", "--reverse"], input: "").status == 2)
  }

  @Test func transliterateSaysWhatItLeavesAndGuesses() throws {
    let left = try Command.run(["transliterate", "--scheme", "hsb"], input: "ڭتب\r\n\nآخر")
    #expect(left.status == 0 && left.lines.count == 2 && left.output.hasSuffix("\n"))
    #expect(left.errors.contains("1 letter that"))
    let read = try Command.run(["transliterate", "--scheme", "ala-lc"], input: "ۋاد ٻلد\n")
    #expect(read.errors.contains("2 letters that ALA-LC 1997"))
    let counted = try Command.run(["transliterate", "--scheme", "hsb", "--json"], input: "ڭتب")
    #expect(counted.errors.contains("1 letter that"))
    let guess = try Command.run(
      ["transliterate", "--scheme", "iso-233", "--reverse"], input: "kitaʾb\n")
    #expect(guess.output == "كِتَاب\n" && guess.errors.contains("best guess"))
    let folder = try TemporaryFolder()
    let own = try folder.write("mine.tsv", "ب\tB\n")
    #expect(try output(["transliterate", "--scheme", own], "باب") == "BاB\n")
  }

  @Test func namesAreRankedByOwnTables() throws {
    let folder = try TemporaryFolder()
    let list = try folder.write("list.txt", "Zurabily\n")
    let table = folder.path + "/attested.table"
    let trained = try Command.run([
      "train", "attested", "--names", list, "--words", list, "-o", table,
    ])
    #expect(trained.status == 0)
    #expect(try output(["names"], "زورابيلي") != "زورابيلي\tZurabily\n")
    #expect(try output(["names", "--attested", table], "زورابيلي") == "زورابيلي\tZurabily\n")
    for option in ["--attested", "--origins", "--model"] {
      let broken = try Command.run(["names", option, list], input: "نص")
      #expect(broken.status == 2 && broken.errors.contains("`warraq train"), "\(option)")
    }
    let json = try output(["names", "--format", "jsonl"], "هاينريش شولتسمان")
    #expect(json.contains("\"origin\":\"german\""))
  }

  /// More lines than a job answers at a time, of several lengths, so that jobs end in another order than they begin.
  @Test(arguments: [
    ["transliterate"], ["transliterate", "--json", "--scheme", "hsb"],
    ["transliterate", "--scheme", "buckwalter"],
    ["transliterate", "--scheme", "din-31635", "--reading", "rules"],
    ["transliterate", "--scheme", "icu:Any-Upper"], ["names", "--style", "icao"],
    ["normalize", "--lines"],
  ])
  func answersDoNotDependOnJobs(arguments: [String]) throws {
    var input = ""
    for number in 0..<300 {
      input += "\(number) كتاب ڭ \(String(repeating: "x", count: number * 37 % 1500))\n"
    }
    let alone = try Command.run(arguments + ["--jobs", "1"], input: input)
    #expect(alone.status == 0)
    #expect(alone.lines.count == 300)
    for jobs in ["2", "5"] {
      let together = try Command.run(arguments + ["--jobs", jobs], input: input)
      #expect(together.output == alone.output)
      #expect(together.errors == alone.errors)
    }
  }

  /// A program that writes a line and reads the answer before it writes the next is not kept waiting.
  @Test(arguments: ["1", "3"])
  func linesAreAnsweredAsTheyCome(jobs: String) throws {
    let scheme = ["transliterate", "--scheme", "buckwalter", "--jobs", jobs]
    #expect(try Command.converse(scheme, ["باب", "", "كتاب"]) == ["bAb", "", "ktAb"])
    let names = ["names", "--style", "icao", "--jobs", jobs]
    #expect(try Command.converse(names, ["علي"]) == ["علي\tELY"])
  }

  @Test func jobsAreANumber() throws {
    let refused = try Command.run(["transliterate", "--jobs", "0"], input: "نص")
    #expect(refused.status == 2 && refused.errors.contains("from 1 to 1024"))
  }

  @Test func transliterateAnswersEachLineWithOne() throws {
    let input = "دار الكتب الوطنية\n\nABC\nكِتَاب @@محمد@@\n"
    let result = try Command.run(["transliterate", "--keep-marked"], input: input)
    let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 5 && lines[1].isEmpty && lines[2] == "ABC" && lines[3] == "kitāb محمد")
    #expect(lines[0].lowercased() == "dār al-kutub al-waṭanīyah")
    let broken = try Command.run(["transliterate", "--model", "/no/such/model"], input: "نص")
    #expect(broken.status == 2 && broken.errors.contains("warraq train romanizer"))
    let page = try Command.run(["transliterate", "--scheme", "hsb", "--page"])
    #expect(page.output.hasPrefix("# "))
  }
}
