import UTF8Text

/// A document on which stages are tried.
struct StageProbe: Sendable {
  /// What is special about it.
  let name: String
  let text: Text
  var title: String?

  var document: Document {
    let metadata = title.map { [JSONValue.Member("title", .string($0))] } ?? []
    return Document(id: name, text: text, metadata: metadata)
  }

  private init(_ name: String, _ string: String, title: String? = nil) {
    self.name = name
    text = Text(string)
    self.title = title
  }

  private static let article = """
    افتتاح المكتبة العامة في المدينة
    القاهرة - 30 سبتمبر 2020
    افتتح محافظ المدينة أمس المكتبة العامة بعد أعمال ترميم استمرت 3 سنوات. وقال أ.د. سامي حسن إن المبنى «تحفة معمارية.»
    وحضر الافتتاح نحو ٢٬٥٠٠ زائر، بينهم طلاب وكتّاب وناشرون؛ وأعلنت الإدارة أن الدخول مجاني حتى نهاية العام.
    """

  /// Every probe.
  static let all: [StageProbe] = [
    StageProbe("an empty document", ""),
    StageProbe("white space", " \n\t\u{A0}\n"),
    StageProbe("an article", article),
    StageProbe(
      "an article with a title beside it", article, title: "افتتاح المكتبة العامة في المدينة"),
    StageProbe("one letter", "و"),
    StageProbe("marks without a letter", "\u{64B}\u{64E}\u{651} \u{670}"),
    StageProbe("vocalized words", "كَتَبَ الطّالِبُ دَرْسَهُ. ثُمَّ نَامَ."),
    StageProbe("mixed scripts", "قال John Smith إن 東京 و Москва مدينتان. 😀👨‍👩‍👧 Ω e\u{301}"),
    StageProbe("direction controls", "\u{202B}نص\u{202C} \u{2067}(نص)\u{2069}\u{200F}. آخر"),
    StageProbe("bytes that were not UTF-8", "نص \u{FFFD}\u{FFFD} مكسور. \u{0}\u{1}"),
    StageProbe("presentation forms", "\u{FEE3}\u{FEA4}\u{FEE4}\u{FEAA} \u{FDF2} \u{FEFB}."),
    StageProbe("quotes that never close", String(repeating: "«(“[", count: 200) + "نص."),
    StageProbe("many line ends", String(repeating: "سطر\r\n\r\n", count: 200)),
    StageProbe("a word without end", String(repeating: "كلمة", count: 20_000)),
    StageProbe("a huge article", String(repeating: article + "\n", count: 1000)),
  ]
}
