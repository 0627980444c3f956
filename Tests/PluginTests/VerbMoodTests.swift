import Testing
import Warraq
@testable import WarraqRomanization

/// Case and mood at the ends of words.
@Suite struct VerbMoodTests {
  @Test(arguments: [
    ("kitābuhu", Inflection.nominative), ("kitābahā", .accusative), ("kitābihim", .genitive),
    ("kitābuh", .nominative), ("kitābihi", .genitive), ("buyūtihinna", .genitive),
    ("amwālukumā", .nominative), ("abūhu", .unchanged), ("katabnāhā", .unchanged),
    ("yaktubu", .lastU), ("kataba", .lastA), ("man", .lastConsonant), ("madrasah", .lastAh),
    ("mustashfá", .lastLong), ("yarmī", .lastLong), ("minhu", .lastU), ("", .lastConsonant),
    ("h", .lastConsonant), ("innanā", .accusative), ("allatī", .lastLong),
  ])
  func inflections(latin: String, inflection: Inflection) {
    #expect(Inflection(of: Array(latin.utf8)) == inflection)
  }

  private func candidates(_ word: String, known: [(String, String)]) throws -> [RomanCandidate] {
    var counts = LexiconCounts()
    for (arabic, latin) in known {
      counts.add(
        Array(arabic.utf8), Array(latin.utf8), count: 4, isCapital: false, isTable: false)
    }
    let model = try #require(RomanizerModel.shared)
    let lexicon = try #require(RomanLexicon(StaticBytes(keeping: counts.table(alternatives: 6))))
    return CandidateMaker(lexicon: lexicon, joint: model.maker.joint)
      .candidates(of: Array(word.utf8))
  }

  private func moods(_ word: String, known: [(String, String)]) throws -> Set<String> {
    Set(
      try candidates(word, known: known).filter { $0.source == .mood }
        .map { String(decoding: $0.latin, as: UTF8.self) })
  }

  @Test func verbsHaveTheirMoods() throws {
    #expect(try moods("يكتب", known: [("يكتب", "yaktubu")]) == ["yaktuba", "yaktub"])
    // Known without a vowel, as catalogues often have it.
    #expect(try moods("يكتب", known: [("يكتب", "yaktub")]) == ["yaktubu", "yaktuba"])
    #expect(
      try moods("تكتب", known: [("يكتب", "yaktubu"), ("تكتب", "taktub")]) == ["taktubu", "taktuba"])
    #expect(
      try moods("ليكتب", known: [("يكتب", "yaktubu")]) == ["li-yaktuba", "li-yaktub"])
    // A long vowel would be short, and a doubled consonant needs a vowel.
    #expect(try moods("يفوز", known: [("يفوز", "yafūzu")]) == ["yafūza"])
    #expect(try moods("يضر", known: [("يضر", "yaḍurru")]) == ["yaḍurra"])
  }

  /// A long vowel at the end is opened in the subjunctive.
  @Test func weakVerbsHaveTwoMoods() throws {
    #expect(try moods("يلتقي", known: [("يلتقي", "yaltaqī")]) == ["yaltaqiya"])
    #expect(try moods("ينمو", known: [("ينمو", "yanmuwa")]) == ["yanmū"])
    #expect(try moods("يرجو", known: [("يرجو", "yarjū")]) == ["yarjuwa"])
    #expect(try moods("ويغذي", known: [("يغذي", "yughadhdhī")]) == ["wa-yughadhdhiya"])
    #expect(
      try moods("تنتهي", known: [("ينتهي", "yantahī"), ("تنتهي", "tantahī")]) == ["tantahiya"])
    for (word, latin) in [
      ("يمني", "yamanī"), ("يهودي", "yahūdī"), ("تقليدي", "taqlīdī"), ("يلي", "yaly"),
      ("يشهي", "yashahī"), ("نمو", "numū"),
    ] {
      #expect(try moods(word, known: [(word, latin)]) == [], "\(latin)")
    }
  }

  /// What ends in a short vowel is a verb, and has no article.
  @Test(arguments: ["التوصل", "بالتوصل", "للتوصل"])
  func verbsHaveNoArticle(word: String) throws {
    let found = try candidates(word, known: [("توصل", "tawaṣṣala"), ("وصل", "waṣala")])
    #expect(!found.contains { String(decoding: $0.latin, as: UTF8.self).hasSuffix("waṣṣala") })
    // What the letters say, and moods of that; nothing of words that are known.
    #expect(!found.contains { [.word, .stem, .relative, .variant].contains($0.source) })
    #expect(
      try candidates("فتوصل", known: [("توصل", "tawaṣṣala")]).contains {
        $0.latin == Array("fa-tawaṣṣala".utf8)
      })
  }

  @Test func nounsHaveNone() throws {
    #expect(try moods("تقدم", known: [("تقدم", "taqaddum")]) == [])
    #expect(try moods("يوم", known: [("يوم", "yawm")]) == [])
    #expect(try moods("نهر", known: [("نهر", "nahr")]) == [])
    #expect(try moods("تاريخ", known: [("تاريخ", "tārīkh")]) == [])
  }

  /// A pronoun without its vowel is no last letter of a verb.
  @Test func pronounsHaveNoMood() throws {
    #expect(try moods("يعيده", known: [("يعيد", "yuʻīdu"), ("يعيده", "yuʻīduh")]) == [])
    #expect(
      try moods("ويعيده", known: [("يعيد", "yuʻīdu"), ("يعيده", "yuʻīduh")]) == [])
    #expect(try moods("يواجه", known: [("يواجه", "yuwājih")]) == ["yuwājihu", "yuwājiha"])
  }

  /// All moods of a verb are known for imperfects, whatever they come from, and no other word is.
  @Test func imperfectsAreKnown() throws {
    let verbs = try candidates("يكتب", known: [("يكتب", "yaktubu")])
    #expect(verbs.count { $0.traits.isImperfect } == 3)
    #expect(
      try candidates("كتاب", known: [("كتاب", "kitāb")]).allSatisfy { !$0.traits.isImperfect })
  }

  /// The endings of a word in ة share its places; which of them it has is told apart.
  @Test func endingsArePaired() throws {
    let found = try candidates(
      "مدرسة", known: [("مدرسة", "madrasah"), ("مدرسة", "madrasah"), ("مدرسة", "madrasat")])
    let pairs = Dictionary(
      uniqueKeysWithValues: found.map {
        (String(decoding: $0.latin, as: UTF8.self), $0.evidence.pair)
      })
    let (h, t) = (try #require(pairs["madrasah"] ?? nil), try #require(pairs["madrasat"] ?? nil))
    #expect(h.share == t.share && abs(h.share) < 0.01)
    #expect(h.own > t.own && h.own < 0)
    // One that was never seen.
    let one = try candidates("مكتبة", known: [("مكتبة", "maktabah")])
    let made = try #require(one.first { $0.source == .ending }?.evidence.pair)
    #expect(made.own < -3)
    #expect(
      try candidates("كتاب", known: [("كتاب", "kitāb")]).allSatisfy { $0.evidence.pair == nil })
  }

  /// The letters of a rare verb speak for all of its moods alike.
  @Test func lettersSpeakForAllMoods() throws {
    let found = try candidates("يكتب", known: [("يكتب", "yaktubu")].map { $0 })
    let fits = found.filter {
      ["yaktubu", "yaktuba", "yaktub"].contains(String(decoding: $0.latin, as: UTF8.self))
    }
    .map(\.evidence.fit)
    #expect(fits.count == 3 && Set(fits).count == 1)
  }

  @Test(arguments: [
    // None of these is a line that was learned from.
    ("تنكمش البحيرة", "Tankamishu al-buḥayrah"),
    ("لن تنكمش البحيرة", "Lan tankamisha al-buḥayrah"),
    ("لم تنكمش البحيرة", "Lam tankamish al-buḥayrah"),
    ("لم تتحسن الأحوال", "Lam tataḥassan al-aḥwāl"), ("ألا ينهار", "Allā yanhāra"),
    ("نخاف أن تنكمش البحيرة", "Nakhāfu an tankamisha al-buḥayrah"),
    ("عاد الجار ليشرح الأمر", "ʻĀda al-jār li-yashraḥa al-amr"),
  ])
  func words(arabic: String, latin: String) throws {
    var romanizer = StatisticalRomanizer(
      model: try #require(RomanizerModel.shared), kind: .prose)
    #expect(romanizer.romanize(Text(arabic)).string.lowercased() == latin.lowercased())
  }
}
