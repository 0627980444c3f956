import Testing

@testable import WarraqRomanization

@Suite struct FieldKindTests {
  @Test(arguments: [
    ("name", FieldKind.name), ("title", .title), ("subtitle", .subtitle), ("text", .text),
    ("prose", .prose), ("520", .prose),
    ("auto", .auto), ("100a", .name), ("700", .name), ("700t", .title), ("245", .title),
    ("245a", .title), ("245$b", .subtitle), ("245 b", .subtitle), ("245c", .text), ("245n", .title),
    ("240", .title), ("130", .title), ("730$a", .title), ("490a", .title), ("830", .title),
    ("264b", .text), ("505", .text), ("110$2", .name),
  ])
  func labelsAreKindsAndFields(label: String, kind: FieldKind) {
    #expect(FieldKind(label: label) == kind)
  }

  @Test(arguments: [
    "", "names", "24", "24b", "245bb", "245$", "245$$b", "245-b", "٢٤٥", "245B", "2453a",
  ])
  func otherLabelsAreNone(label: String) {
    #expect(FieldKind(label: label) == (label == "245$" ? .title : nil))
  }

  @Test func subtitlesArePartOfTitles() {
    #expect(FieldKind.subtitle.wider == .title)
    #expect(FieldKind.allCases.filter { $0.wider != nil } == [.subtitle])
  }

  /// Models know kinds by their numbers.
  @Test func numbersAreFixed() {
    #expect(FieldKind.allCases.map(\.number) == [0, 1, 2, 4, 3, 5])
  }
}
