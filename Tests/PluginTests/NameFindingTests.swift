import TestSupport
import Testing
import Warraq
import WarraqNames

/// Persons in running text.
@Suite struct NameFindingTests {
  private func mentions(_ text: String) throws -> [(String, String)] {
    let document = try Pipelines.run(text, Pipelines.reading + [Recipe.Step("names")])
    return try document.required(.names).names.map { (document.text[$0.span], $0.latin) }
  }

  @Test func titlesAndOfficesIntroduceNames() throws {
    let found = try mentions("وقال وزير الخارجية الروسي سيرغي لافروف إن د. سمير قشوع سيحضر.")
    #expect(found.map(\.0) == ["سيرغي لافروف", "سمير قشوع"])
    #expect(found.first?.1 == "Sergey Lavrov")
  }

  @Test func listedNamesNeedNoIntroduction() throws {
    let found = try mentions("وفي المساء غنت فيروز أمام باراك أوباما في القاعة.")
    #expect(found.contains { $0.0 == "باراك أوباما" && $0.1 == "Barack Obama" })
  }

  @Test func gluedParticlesStayOutside() throws {
    let found = try mentions("اجتمع المدير بسيرغي لافروف وفلاديمير بوتين في موسكو.")
    #expect(found.map(\.0) == ["سيرغي لافروف", "فلاديمير بوتين"])
  }

  @Test func surnameAloneIsFoundAgain() throws {
    let found = try mentions("تحدث فلاديمير بوتين طويلا. ثم غادر بوتين القاعة.")
    #expect(found.map(\.0) == ["فلاديمير بوتين", "بوتين"])
    #expect(found.last?.1 == "Putin")
  }

  /// Surnames that all the world knows, where no one introduces them; not words and places that are borne as names too.
  @Test func knownSurnamesNeedNoIntroduction() throws {
    #expect(
      try persons("وفي موسكو يرى بوتين أن الوقت لم يحن، فيما ترد ميركل بالصبر.") == [
        "بوتين", "ميركل",
      ])
    #expect(
      try persons("ترى واشنطن أن الحجاج في عرفات، وفي شعبان تزهر الحدائق وتغني العصافير.") == [])
  }

  @Test func textWithoutNamesHasNone() throws {
    #expect(try mentions("ارتفعت أسعار القمح في الأسواق العالمية هذا الأسبوع.").isEmpty)
    #expect(try mentions("").isEmpty)
  }

  /// The persons named in a text, as they stand there.
  private func persons(_ text: String) throws -> [String] { try mentions(text).map(\.0) }

  /// على is no one, though folding makes one word of it and علي.
  @Test func prepositionsAreNoPersons() throws {
    #expect(try persons("حضر محمد علي الحفل. ثم وقف على المنصة واطلع على النتائج.") == ["محمد علي"])
    #expect(try persons("أشرف على العمل مهندسون كثيرون.").isEmpty)
    #expect(try persons("كان شاهدا، وهو شاهد على ما جرى.").isEmpty)
  }

  /// Some texts leave the dots of every last ya out, and some dot even those of إلى.
  @Test func lastYaIsReadAsTheTextWritesIt() throws {
    #expect(try persons("فى القاعة جلس محمد على بين الضيوف.") == ["محمد على"])
    #expect(try persons("حضر محمد علي. عاد الضيوف إلي القاعة واتفقوا علي الموعد.") == ["محمد علي"])
  }

  /// Words that are names as well are none where they stand alone.
  @Test(arguments: [
    "وأعلن المتحدث باسم الوزارة موعد الافتتاح.", "وأوضح أمين عام الجمعية أن العمل مستمر.",
    "قال شاهد من سكان الحي إن الحريق صغير.", "قال رسول الله صلى الله عليه وسلم.",
    "وصرح ناطق عسكري بذلك.", "هناك إقبال كبير على المعرض.", "لا نعرف خبرا عن ذلك.",
    "جاء صديقي مساء وكتب الرسالة.", "وصل ألفين من الزوار إلى المعرض.", "هذا سجل حكمت به المحكمة.",
  ])
  func wordsOfTheLanguageAreNoPersons(text: String) throws {
    #expect(try persons(text).isEmpty)
  }

  /// Behind a word with the article one with the article is an adjective, behind an office it may be a name.
  @Test func adjectivesAreNoSurnames() throws {
    let found = try persons(
      "تحدث حسن البغدادي أولا. وأعجبه الطراز البغدادي. وسئل الوزير البغدادي فأجاب.")
    #expect(found == ["حسن البغدادي", "البغدادي"])
  }

  /// An office behind a name is no part of it, an ordinal is.
  @Test(arguments: [
    ("استقبل الأمير فهد بن سلطان أمير تبوك الوفد.", "فهد بن سلطان"),
    ("وصل كوفي عنان الأمين العام السابق.", "كوفي عنان"),
    ("زار الملك عبدالله الثاني المدرسة.", "عبدالله الثاني"),
    ("افتتح الأمير فيصل بن خالد المعرض.", "فيصل بن خالد"),
    ("سلم الجائزة الدكتور جلوي بن خالد أمس.", "جلوي بن خالد"),
    ("زار سعادة السيد سمير خليل المصنع.", "سمير خليل"),
    ("كتب أبو عبد الله رسالة.", "أبو عبد الله"),
    ("افتتح محمد بن راشد للفضاء مركزا.", "محمد بن راشد"),
    ("زار الوزير سلام قشوع المصنع.", "سلام قشوع"),
    ("حكم السلطان عبد الحميد الثاني طويلا.", "عبد الحميد الثاني"),
    ("صدر للمطرب عمرو دياب الأول من نوعه.", "عمرو دياب"),
  ])
  func namesEndWhereTheyShould(text: String, name: String) throws {
    #expect(try persons(text) == [name])
  }

  /// A first name before a word that news does not know, and its people behind a country's name.
  @Test(arguments: [
    ("حضر كريستوفر بلمونتز العرض.", "كريستوفر بلمونتز"),
    ("تغلب على الفرنسي نيكولا بلمونتز بسهولة.", "نيكولا بلمونتز"),
    ("فازت البلجيكية جوستين هنزفار بالسباق.", "جوستين هنزفار"),
    ("خطب باراك أوباما وسعيد جعفر.", "سعيد جعفر"),
  ])
  func unknownSurnamesGoOnFirstNames(text: String, name: String) throws {
    #expect(try persons(text).contains(name))
  }

  /// Phrases that look like names, particles before them or none, and what is done in the name of something.
  @Test(arguments: [
    "خدمت الجمعية حجاج بيت الله الحرام.", "رحبت المدينة بحجاج بيت الله.",
    "جاء ذلك عن حسن نية وطيب خاطر.",
    "تحدثوا باسم الدين وباسم الإسلام في المجلس.",
  ])
  func phrasesAreNoPersons(text: String) throws {
    #expect(try persons(text).isEmpty)
  }

  @Test func namesOfTheSameWordsArePersons() throws {
    #expect(try persons("حضر باسم يوسف الحفل.") == ["باسم يوسف"])
    #expect(try persons("غادر حسن البغدادي مبكرا.") == ["حسن البغدادي"])
  }

  /// Surnames that are hardly another word need no one before them; a particle that makes a word of one is part of it.
  @Test func surnamesAreFoundAlone() throws {
    #expect(
      try persons("غادر ساركوزي العاصمة، ووصل غوميز ورودريغيز.") == [
        "ساركوزي", "غوميز", "رودريغيز",
      ])
    #expect(try persons("بدأنا العمل مبكرا، وهذا فستان جميل من بستان.").isEmpty)
    #expect(try persons("أرسل الوزير برقية تهنئة.").isEmpty)
  }

  @Test func namesWithFewWordsAroundDoNotTrap() throws {
    for text in [
      "بن", "عبد", "أبو عبد", "د.", "الأمير", "ــ ــ", "علي", "على", "و", "بن بن بن", "السيد السيد",
      "الفرنسي",
    ] {
      _ = try persons(text)
      _ = try persons("قال \(text)")
      _ = try persons("\(text) بن \(text)")
    }
  }
}
