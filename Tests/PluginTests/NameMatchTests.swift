import Testing
@testable import WarraqNames

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

  /// Compounds as one word or as several, articles written with the name or not, and vowels in other letters.
  @Test(arguments: [
    ("Nasreddin Qashoua", "Nasr al-Din Qashoua"), ("Nasruddin Qashoua", "Nasr ad-Deen Qashoua"),
    ("نصر الدين قشوع", "Nasreddine Qashou"), ("Samir Alqashoua", "Samir al-Qashoua"),
    ("سمير آل قشوع", "Samir Alqashou"), ("Samir Benqashoua", "Samir Ben Qashoua"),
    ("Djamel Qashoua", "Jamal Qashoua"), ("Farid as-Sabti", "Farid al Sabti"),
    ("Farid Abi Qashou", "Farid Abu Qashou"), ("Farid Ayoubi", "Farid al-Ayyubi"),
    ("Salim Eddine Sabti", "Salim al-Din Sabti"), ("نورالدين قشوع", "نور الدين قشوع"),
    ("نورالدين قشوع", "Noureddine Qashou"), ("سمير نصر الله", "سمير نصرالله"),
    ("نصر الله قشوع", "Nasrallah Qashou"), ("Nasr Allah Qashou", "Nasrallah Qashou"),
    ("Abd Rabbu Qashou", "Abdrabbuh Qashou"), ("ميشال القشوعي", "ميشيل القشوعي"),
  ])
  func compoundsMatch(first: String, second: String) {
    let match = matcher.compare(first, second)
    #expect(match.verdict == .match, "\(match)")
    #expect(abs(matcher.compare(second, first).score - match.score) < 1e-9)
  }

  /// Who has another first name is another person, though its consonants are nearly the same.
  @Test(arguments: [
    ("Mohamed Qashoua", "Mahmoud Qashoua"), ("Ahmed Qashoua", "Hamid Qashoua"),
    ("Yassin Qashoua", "Hassan Qashoua"), ("Hamza Qashoua", "Majid Qashoua"),
    ("محمد قشوع", "Mahmoud Qashou"), ("محمد قشوع", "محمود قشوع"), ("حسن القشوعي", "حسين القشوعي"),
    ("حمد القشوعي", "أحمد القشوعي"),
  ])
  func relativesDoNotMatch(first: String, second: String) {
    let match = matcher.compare(first, second)
    #expect(match.verdict == .different, "\(match)")
  }

  @Test func compoundsAreParted() {
    #expect(ArabicCompounds.written("نورالدين نصر الله") == "نور الدين نصرالله")
    for name in ["عبد الله الخالدين", "والدين", "الله", "", "الدين"] {
      #expect(ArabicCompounds.written(name) == name)
    }
    #expect(LatinCompounds.parts(of: "Nasreddine Qashou") == ["Nasr", "al-Din", "Qashou"])
    #expect(LatinCompounds.parts(of: "Nur Uddin") == ["Nur", "al-Din"])
    #expect(LatinCompounds.parts(of: "Abi Saad Sabti") == ["Abi Saad", "Sabti"])
    for other in ["Odin", "Fuadin", "Martin", "Bladine", "din", "", "Qashoudïn"] {
      #expect(LatinCompounds.parts(of: other) == (other.isEmpty ? [] : [other]), "\(other)")
    }
    #expect(LatinCompounds.withoutOpening("alqashou") == "qashou")
    #expect(LatinCompounds.withoutOpening("ali") == nil)
    #expect(LatinCompounds.sound(of: "ayoubi") == LatinCompounds.sound(of: "ayyubi"))
    #expect(LatinCompounds.sound(of: "jokhah") == LatinCompounds.sound(of: "joukha"))
    #expect(LatinCompounds.sound(of: "fahad") != LatinCompounds.sound(of: "fada"))
  }
}
