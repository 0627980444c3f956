import TestSupport
import Testing

/// `warraq transliterate --labeled`.
@Suite struct LabeledLinesTests {
  private func run(_ arguments: [String], _ input: String) throws -> (
    output: String, errors: String
  ) {
    let result = try Command.run(["transliterate", "--labeled"] + arguments, input: input)
    #expect(result.status == 0, "\(result.errors)")
    return (result.output, result.errors)
  }

  @Test func labelsTellWhatLinesAre() throws {
    let input = """
      245a\tمباحث في أصول النحو
      245$b\tمباحث في أصول النحو
      245 a\tمباحث في أصول النحو
      100\tالبستاني، بطرس
      subtitle\tمباحث في أصول النحو

      """
    let answer = try run([], input)
    #expect(
      answer.output == """
        245a\tMabāḥith fī uṣūl al-naḥw
        245$b\tmabāḥith fī uṣūl al-naḥw
        245 a\tMabāḥith fī uṣūl al-naḥw
        100\tBustānī, Buṭrus
        subtitle\tmabāḥith fī uṣūl al-naḥw

        """)
    #expect(answer.errors.isEmpty)
  }

  @Test func tablesMayBeginWithAByteOrderMark() throws {
    let answer = try run([], "\u{FEFF}245b\tمباحث في أصول النحو\r\n245a\tبحث\r\n")
    #expect(answer.output.hasPrefix("\u{FEFF}245b\tmabāḥith fī uṣūl al-naḥw"))
    #expect(answer.output.contains("\n245a\tBaḥth") && answer.errors.isEmpty)
  }

  /// What has no label is read by its words as a whole, and counted where there is anything.
  @Test func linesWithoutLabelsAreCounted() throws {
    let answer = try run(["--scheme", "buckwalter"], "باب\n\nxx\tباب\ntext\tباب\n\tباب\ntext\t\n")
    #expect(answer.output == "bAb\n\nxx\tbAb\ntext\tbAb\n\tbAb\ntext\t\n")
    #expect(answer.errors.contains("3 lines without a label") && answer.errors.contains("245$b"))
    #expect(try run([], "باب").errors.contains("1 line without a label and a tab before it:"))
  }

  /// Each line is written by its own kind, whatever the one before it was.
  @Test(arguments: [
    (["--scheme", "bgn-pcgn", "--reading", "rules"], "Sūq Ash Shuyūkh", "sūq ash shuyūkh"),
    (["--scheme", "din-31635", "--reading", "rules"], "Sūq Aš-Šuyūḫ", "sūq aš-šuyūḫ"),
    (["--scheme", "bgn-pcgn"], "Sūq Ash Shuyūkh", "sūq ash shuyūkh"),
  ])
  func kindsChangeFromLineToLine(arguments: [String], name: String, text: String) throws {
    let arabic = "سُوق الشُّيُوخ"
    let answer = try run(arguments, "name\t\(arabic)\ntext\t\(arabic)\n110\t\(arabic)\n")
    let lines = answer.output.split(separator: "\n")
    #expect(lines.map { $0.lowercased() } == ["name", "text", "110"].map { "\($0)\t\(text)" })
    #expect(lines.first?.contains("Sūq") == true && lines.first?.hasSuffix(name.suffix(4)) == true)
    #expect(lines.dropFirst().first == "text\t\(text)")
    #expect(lines.last?.dropFirst(4) == lines.first?.dropFirst(5))
  }

  @Test func labelsStayWhereWordsAreVocalizedOrKept() throws {
    #expect(try run(["--vocalize"], "245\tالشمس\n").output == "245\tالشَّمْس\n")
    let kept = try run(["--keep-marked", "--scheme", "buckwalter"], "text\tباب @@باب@@\n")
    #expect(kept.output == "text\tbAb باب\n")
  }

  @Test func answersDoNotDependOnJobs() throws {
    let labels = ["245a", "245b", "name", "text", "?", "500"]
    let input = (0..<600).map { number in
      "\(labels[number * 7 % labels.count])\tبحث في تاريخ \(String(repeating: "x", count: number * 37 % 900))\n"
    }.joined()
    let alone = try run(["--jobs", "1"], input)
    let together = try run(["--jobs", "3"], input)
    #expect(alone.output == together.output && alone.errors == together.errors)
    #expect(alone.errors.contains("100 lines without a label"))
  }

  @Test(arguments: [["--kind", "title"], ["--json"], ["--reverse"]])
  func someOptionsDoNotGoTogether(arguments: [String]) throws {
    let refused = try Command.run(["transliterate", "--labeled"] + arguments, input: "")
    #expect(refused.status == 2 && refused.errors.contains("--labeled does not go with"))
  }
}
