import TestSupport
import Testing
import Warraq
import WarraqCorpus

@Suite struct EncodingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let text = """
    وصلت السفينة إلى الميناء في الصباح، وكان على ظهرها كتب من بغداد. قال البحار إن الرحلة لم تكن سهلة؛ \
    فهل نعود إلى البحر؟
    """

  private func encode(_ encoding: String) throws -> String {
    try folder.write("utf8.txt", Self.text)
    let result = try Shell.run(
      "iconv -f UTF-8 -t \(encoding) utf8.txt > \(encoding).txt", in: folder.path)
    #expect(result.status == 0, "\(result.output)")
    return folder.path + "\(encoding).txt"
  }

  @Test(arguments: ["WINDOWS-1256", "ISO-8859-6", "UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32"])
  func encodingsAreToldFromTheBytes(encoding: String) throws {
    let found = try CorpusFixture.read([try encode(encoding)])
    #expect(found == ["\(encoding).txt=\(Self.text)"])
  }

  /// The bytes stand here, since the C library cannot write MacArabic.
  @Test func macArabicIsTold() throws {
    let word: [(String, [UInt8])] = [
      ("في", [0xE1, 0xEA]), ("البيت", [0xC7, 0xE4, 0xC8, 0xEA, 0xCA]),
      ("من", [0xE5, 0xE6]), ("على", [0xD9, 0xE4, 0xE9]), ("١٢", [0xB1, 0xB2]),
      ("والشمس", [0xE8, 0xC7, 0xE4, 0xD4, 0xE5, 0xD3]), ("؟", [0xBF]),
      ("پاريس", [0xF3, 0xC7, 0xD1, 0xEA, 0xD3]),
    ]
    let file = try folder.write("mac.txt", Array(word.map(\.1).joined(separator: [0x20])))
    let expected = word.map(\.0).joined(separator: " ")
    #expect(try CorpusFixture.read([file]) == ["mac.txt=\(expected)"])
    let named = try CorpusFixture.read([file], encoding: try TextEncoding("MacArabic"))
    #expect(named == ["mac.txt=\(expected)"])
  }

  @Test func tablesAndLinesInOldEncodingsAreRead() throws {
    let csv = try folder.write("a.csv", "id,text\nأول,\"\(Self.text)\"\n")
    for encoding in ["WINDOWS-1256", "UTF-16"] {
      let result = try Shell.run("iconv -f UTF-8 -t \(encoding) a.csv > b.csv", in: folder.path)
      #expect(result.status == 0)
      let found = try CorpusFixture.read([folder.path + "b.csv"])
      #expect(found == ["أول=\(Self.text)"], "\(encoding) \(csv)")
    }
  }

  @Test func otherLanguagesAreLeftToICU() throws {
    let french =
      "L'été dernier, les élèves étaient à la bibliothèque; ils préféraient la lumière du côté nord."
    try folder.write("utf8.txt", french)
    _ = try Shell.run("iconv -f UTF-8 -t ISO-8859-1 utf8.txt > fr.txt", in: folder.path)
    #expect(try CorpusFixture.read([folder.path + "fr.txt"]) == ["fr.txt=\(french)"])
  }

  /// A few bad bytes do not make another encoding of a text.
  @Test func damagedUTF8StaysUTF8() throws {
    let file = try folder.write("a.txt", Array(Self.text.utf8) + [0xFF, 0xFE, 0xC7])
    let found = try CorpusFixture.read([file])
    #expect(found.first?.hasPrefix("a.txt=\(Self.text)\u{FFFD}") ?? false)
  }
}
