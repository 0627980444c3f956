import Testing
import WarraqNames

@Suite struct NameMatchTests {
  private let matcher = NameMatcher()

  @Test(arguments: [
    ("محمد صلاح", "Mohamed Salah"), ("Muhammad Abdul Aziz", "Mohamed Abdelaziz"),
    ("خالد الفيصل", "Khalid Al-Faisal"), ("Gamal Hussein", "جمال حسين"),
    ("أحمد عبدالله", "احمد عبد الله"), ("Qashou Samir", "سمير قشوع"),
    ("محمد بن سلمان", "Mohammed bin Salman Al Saud"), ("د. سمير قشوع", "Sameer Qashou"),
    ("فتحي القحيز", "Fathi Al-Quhaiz"), ("Youssef El-Sherif", "Yusuf al-Sharif"),
    ("القذافي", "Gaddafi"),
  ])
  func spellingsOfOnePersonMatch(first: String, second: String) {
    let match = matcher.compare(first, second)
    #expect(match.verdict == .match, "\(match)")
    // The order of the two changes nothing.
    #expect(abs(matcher.compare(second, first).score - match.score) < 1e-9)
  }

  @Test func joinedNamesAreTheSame() {
    let match = matcher.compare("عبدالمحسن قشوع", "عبد المحسن قشوع")
    #expect(match.pairs.map(\.ground) == [.same, .same])
    #expect(matcher.compare("عبدالمحسن قشوع", "Abdulmohsen Qashou").verdict == .match)
  }

  @Test(arguments: [
    ("أحمد زويل", "Ahmed Zaki"), ("محمد علي", "Mohamed Salah"), ("خالد العلي", "خليل العلي"),
    ("حسين القشوعي", "Hassan Qashouei"), ("عماد القشوعي", "Ahmed Qashouei"),
    ("سمير قشوع", "Samira Haddad"), ("Hassan Nasr", "حسين نصر الله"), ("", "محمد"), ("123", "456"),
  ])
  func differentPersonsDoNot(first: String, second: String) {
    #expect(matcher.compare(first, second).verdict == .different)
  }

  @Test func initialsMakeItPossible() {
    let match = matcher.compare("J. Hussein", "جمال حسين")
    #expect(match.verdict == .possible)
    #expect(match.pairs.first?.ground == .initial)
    #expect(matcher.compare("K. Hussein", "جمال حسين").verdict == .different)
  }

  @Test func oneNameOfTwoIsNoProof() {
    #expect(matcher.compare("محمد", "Mohamed Salah").verdict != .match)
  }

  @Test func reasonsNameEveryPart() {
    let match = matcher.compare("سمير قشوع", "Samir Farid Qashou")
    #expect(match.pairs.map(\.first) == ["سمير", "قشوع", nil])
    #expect(match.pairs.map(\.second) == ["Samir", "Qashou", "Farid"])
    #expect(match.pairs.last?.ground == .missing)
    #expect(match.pairs.first?.ground == .inUse)
  }

  @Test func hugeNamesAreAnswered() {
    let long = String(repeating: "سمير ", count: 5000)
    #expect((0...1).contains(matcher.compare(long, "Samir").score))
    let word = String(repeating: "ب", count: 2000)
    #expect((0...1).contains(matcher.compare(word, word + "ا").score))
  }
}
