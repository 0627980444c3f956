import ArabicText
import RomanizationResources
import TestSupport
import Testing
import Warraq
@testable import WarraqRomanization

/// Arabic as it is typed in chat with Latin letters and digits.
@Suite struct ArabiziTests {
  private func reverse(_ chat: String) -> String { ArabiziReverser.shared.reverse(chat) }

  @Test(arguments: [
    ("مَرْحَبًا بِالضُّيُوف", "mar7aban bial9'uyuf"), ("صَبَاح الخَيْر", "9aba7 al5ayr"),
    ("جَامِعَة القَاهِرَة", "jami3at al8ahira"), ("عَلَّمَ", "3allama"), ("حَيَاة", "7ayat"),
    ("سُؤَال", "su2al"), ("طَقْس", "6a8s"),
  ])
  func wordsAreWrittenAsTheySound(arabic: String, chat: String) throws {
    #expect(try Scheme.named("arabizi").romanize(Text(arabic)).string == chat)
  }

  @Test func vowelsAreSuppliedWhereNoneAreWritten() throws {
    let model = try #require(RomanizerModel.shared)
    var romanizer = try #require(VoweledRomanizer(Scheme.named("arabizi"), model: model))
    #expect(romanizer.romanize(Text("صباح الخير")).string == "9aba7 al5ayr")
  }

  @Test(arguments: [
    // One word typed in several ways.
    ("mar7aba", "مرحبا"), ("marhaba", "مرحبا"), ("kayf", "كيف"), ("keif", "كيف"),
    ("madrasa", "مدرسة"),
    ("madraseh", "مدرسة"), ("mo7ammad", "محمد"), ("m7md", "محمد"), ("Falasteen", "فلسطين"),
    ("3omar", "عمر"),
    // The article and particles, together and apart.
    ("el5air", "الخير"), ("al maktaba al3amma", "المكتبة العامة"),
    ("ashshams wal8amar", "الشمس والقمر"),
    ("el-3ira8 w souria", "العراق وسورية"), ("fi almadina", "في المدينة"), ("bi5air", "بخير"),
    ("ma3 el salama", "مع السلامة"),
    // Endings.
    ("shukran", "شكرا"), ("akhbarak", "أخبارك"),
    // Words of chat alone.
    ("inshallah bokra", "إن شاء الله بكرة"), ("shu akhbarak?", "شو أخبارك?"),
    // What is no word of chat.
    ("12 7", "12 7"), ("", ""), ("5 - 3!", "5 - 3!"), ("كتاب", "كتاب"), ("é", "é"),
  ])
  func chatBecomesArabic(chat: String, arabic: String) {
    #expect(reverse(chat) == arabic)
  }

  /// What the lexicon does not have goes by its letters: of vowels the long ones, and those at the rims.
  @Test(arguments: [("8ash3ameez", "قشعميز"), ("ghazrboot", "غزربوت"), ("zarbakosha", "زربكشا")])
  func unknownWordsGoByTheirLetters(chat: String, arabic: String) {
    #expect(ArabiziReverser(nil).reverse(chat) == arabic)
  }

  @Test func longRunsOfLettersAreAnswered() {
    for letters in ["a", "h", "9", "ch2", "'"] {
      let run = "b" + String(repeating: letters, count: 20_000)
      #expect(reverse(run) == run)
      _ = reverse("b" + String(repeating: letters, count: 38 / letters.count))
    }
  }

  /// Each line of the table says what it means: letters, then sounds that are some, with their costs.
  @Test func soundsOfTheTableAreSounds() throws {
    let rows = TSVRows(Repository.text("Plugins/Romanization/Resources/arabizi-sounds.tsv"))
    for row in rows {
      let read = try #require(ChatLetters.read(row[0]))
      #expect(read.count == 1 && read[0].meanings.count == row.count - 1, "\(row)")
      #expect(read[0].meanings.allSatisfy { $0.sounds.count <= 2 && $0.cost >= 0 }, "\(row)")
    }
  }

  /// What letters may leave of a word, in one order whatever the run.
  @Test func outlinesHaveOneOrder() throws {
    let word = try #require(ChatLetters.read("9a2ch"))
    #expect(
      ChatLetters.outlines(of: word).map { String(decoding: $0, as: UTF8.self) }
        == ["sc", "sk", "skc", "kc", "k", "kkc", "kk"])
    #expect(ChatLetters.outlines(of: try #require(ChatLetters.read("bb"))) == [[0x62]])
  }

  /// A word that is typed as a reading fits it better than any other.
  @Test func readingsFitThemselvesBest() throws {
    let readings = ["kitāb", "kātib", "kuttāb", "maktab", "madīnah", "mudun"].map {
      SpokenSound.read($0)?.map(\.number) ?? []
    }
    for (place, typed) in ["kitaab", "kaatib", "kuttab", "maktab", "madina", "mudun"].enumerated() {
      let alignment = ChatAlignment(try #require(ChatLetters.read(typed)))
      let costs = readings.map { $0.withUnsafeBufferPointer(alignment.cost) }
      #expect(costs.indices.min { costs[$0] < costs[$1] } == place, "\(typed): \(costs)")
    }
  }
}
