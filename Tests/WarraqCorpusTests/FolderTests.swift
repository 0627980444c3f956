import TestSupport
import Testing
import WarraqCorpus

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct FolderTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["أ.txt", "سنة/ب.txt", "سنة/شهر/ج.html", "سنة/شهر/د.log", "جدول.csv"] {
      try folder.write(
        "مجلد/" + name, name.hasSuffix("html") ? "<p>نص طويل بعض الشيء، هنا.</p>" : "id,text\nx,نص")
    }
  }

  private func names(include: [String] = [], exclude: [String] = []) throws -> [String] {
    var options = ReadOptions()
    options.filter = NameFilter(include: include, exclude: exclude)
    return try CorpusFixture.documents([folder.path + "مجلد"], options: options).map { result in
      switch result {
      case .success(let document): document.id
      case .failure(let error):
        "! " + (error.documentID.split(separator: "/").last ?? "") + " "
          + (error.problem.split(separator: ":").first ?? "")
      }
    }
  }

  @Test func usualEndingsAreRead() throws {
    #expect(try names() == ["أ.txt", "سنة/ب.txt", "سنة/شهر/ج.html"])
  }

  @Test func patternsChoose() throws {
    #expect(try names(include: ["*.log"]) == ["سنة/شهر/د.log"])
    #expect(try names(include: ["سنة/*"]) == ["سنة/ب.txt"])
    #expect(try names(include: ["**/*.txt"]) == ["أ.txt", "سنة/ب.txt"])
    #expect(try names(exclude: ["سنة/**"]) == ["أ.txt"])
    #expect(
      try names(include: ["*.txt", "*.html"], exclude: ["ب.*"]) == ["أ.txt", "سنة/شهر/ج.html"])
    #expect(try names(include: ["*.csv"]) == ["x"])
    #expect(throws: InputError.self) { try names(include: ["*.pdf"]) }
  }

  @Test func linksOutOfTheFolderAreToldAndNotFollowed() throws {
    let outside = try folder.write("خارج.txt", "سر")
    #expect(symlink(outside, folder.path + "مجلد/رابط.txt") == 0)
    #expect(symlink("أ.txt", folder.path + "مجلد/قريب.txt") == 0)
    #expect(symlink("..", folder.path + "مجلد/سنة/فوق") == 0)
    #expect(symlink("لا-شيء", folder.path + "مجلد/تائه.txt") == 0)
    let found = try names()
    #expect(
      found == [
        "أ.txt", "! تائه.txt the link points at nothing",
        "! رابط.txt the link points out of the folder",
        "سنة/ب.txt", "سنة/شهر/ج.html",
      ])
  }

  @Test func vanishedFilesCostThemselvesOnly() throws {
    var reader = try CorpusReader(inputs: [folder.path + "مجلد"])
    #expect(unlink(folder.path + "مجلد/سنة/ب.txt") == 0)
    var kinds: [String] = []
    while let item = reader.next() {
      switch item {
      case .record: kinds.append("record")
      case .failure(let error):
        kinds.append(error.problem.contains("cannot be opened") ? "gone" : "?")
      }
    }
    #expect(kinds == ["record", "gone", "record"])
  }
}
