import Testing
import Warraq

@testable import WarraqNames

/// The way from Latin spellings back to Arabic.
@Suite struct NameReverserTests {
  @Test(arguments: [
    ("Mohamed Salah", "محمد صلاح"), ("Gamal Abdel Nasser", "جمال عبد الناصر"),
    ("Fatima", "فاطمة"), ("Shakespeare", "شكسبير"), ("Amina", "أمينة"), ("Jeddah", "جدة"),
    ("Khartoum", "الخرطوم"), ("Um Saad", "أم سعد"), ("Abdus Salam", "عبد السلام"),
    ("Abdur-Rashid", "عبد الرشيد"), ("Abdo Rabbo", "عبد ربه"), ("Ibn Jubayr", "ابن جبير"),
    ("Samir as-Sayegh", "سمير الصايغ"),
  ])
  func latinSpellingsAreTracedBack(latin: String, arabic: String) {
    #expect(NameReverser.shared.names(of: latin).first == arabic)
  }

  /// Of compound names the first element is known, whatever stands behind it.
  @Test(arguments: [
    ("Um Qashamiz", "أم ق"), ("Abou Qashamiz", "أبو ق"), ("Aboul Qashamiz", "أبو الق"),
    ("Abdel Qashamiz", "عبد الق"), ("Abd-al-Qashamiz", "عبد الق"), ("Abdulqashamiz", "عبد الق"),
    ("Abdush Shashamiz", "عبد الش"), ("az-Zashamiz", "الز"), ("Abdush Qashamiz", "عبد"),
  ])
  func compoundNamesAreTracedBackByParts(latin: String, start: String) throws {
    let guess = try #require(NameReverser.shared.names(of: latin, top: 1).first)
    #expect(guess.hasPrefix(start), "\(guess)")
  }

  @Test func openingsAreReadOffLatin() {
    #expect(CompoundOpening(of: "Abdul Qashamiz")?.rest == "qashamiz")
    #expect(CompoundOpening(of: "Abdus-Salam")?.arabic == "عبد ال")
    for other in ["Abdus Karim", "Abdo", "Abdel", "Umar", "Um", "", " ", "-"] {
      #expect(CompoundOpening(of: other) == nil, "\(other)")
    }
    #expect(CompoundOpening.behindArticle("as-Sayegh") == "Sayegh")
    #expect(CompoundOpening.behindArticle("El Sayegh") == "Sayegh")
    #expect(CompoundOpening.behindArticle("as-Kayegh") == nil)
    for latin in ["Abd Rabbuh", "abdorabo", "Abdu Rabbu"] {
      #expect(CompoundOpening.isServantOfHisLord(LatinKey.make(latin)))
    }
    for latin in ["Abdelrabbo", "Abdrabadi", "Rabbo"] {
      #expect(!CompoundOpening.isServantOfHisLord(LatinKey.make(latin)))
    }
  }

  @Test func latinWordsThatNobodyHasSeenAreGuessed() throws {
    let guess = try #require(NameReverser.shared.names(of: "Qashamiz", top: 1).first)
    #expect(guess.unicodeScalars.allSatisfy { (0x620...0x64A).contains($0.value) })
    #expect(guess.hasPrefix("ق") && guess.hasSuffix("ز"))
    #expect(NameReverser.shared.names(of: "") == [])
    #expect(NameReverser.shared.names(of: "123") == ["123"])
    #expect(NameReverser.shared.names(of: String(repeating: "q", count: 5000)).count == 1)
    #expect(NameReverser.shared.names(of: "al-Qashamiz").first?.hasPrefix("ال") == true)
  }
}
