import TestSupport
import Testing
import WarraqCorpus

@Suite struct ArchiveTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func python(_ script: String) throws {
    let file = try folder.write("make.py", script)
    let result = try Shell.run("python3 \(file)", in: folder.path)
    #expect(result.status == 0, "\(result.output)")
  }

  /// What every kind of archive here holds.
  private static let entries = """
    entries = [("مقالات/أ.txt", "نص أول".encode()),
      ("مقالات/ب.jsonl", '{"id":"ب","text":"نص ثان"}\\n{"id":"ت","text":"نص ثالث"}\\n'.encode()),
      ("ملاحظات.md", b"no"), ("مقالات/.مخفي.txt", b"no"), ("جدول.csv", b"id,text\\n1,x\\n")]
    """
  private static let read = ["أ.txt=نص أول", "ب=نص ثان", "ت=نص ثالث"]

  @Test(arguments: ["a.tar", "a.tar.gz", "a.tgz", "a.zip"])
  func filesOfArchivesAreRead(name: String) throws {
    try python(
      """
      import tarfile, zipfile, io
      \(Self.entries)
      name = "\(name)"
      if name.endswith("zip"):
        with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as z:
          for path, data in entries: z.writestr(path, data)
      else:
        with tarfile.open(name, "w:gz" if name != "a.tar" else "w") as t:
          for path, data in entries:
            info = tarfile.TarInfo(path); info.size = len(data); t.addfile(info, io.BytesIO(data))
      """)
    #expect(try CorpusFixture.read([folder.path + name]) == Self.read)
    var options = ReadOptions()
    options.filter = NameFilter(include: ["*.csv"])
    #expect(try CorpusFixture.read([folder.path + name], options: options) == ["1=x"])
  }

  @Test func namesThatLeadOutAreRefusedAndTheRestIsRead() throws {
    try python(
      """
      import tarfile, io
      with tarfile.open("a.tar", "w") as t:
        for path in ["../خارج.txt", "/etc/جذر.txt", "داخل/../../خارج.txt", "./داخل.txt"]:
          info = tarfile.TarInfo(path); info.size = 6; t.addfile(info, io.BytesIO("نص.".encode()+b" "))
        link = tarfile.TarInfo("رابط.txt"); link.type = tarfile.SYMTYPE; link.linkname = "/etc/passwd"
        t.addfile(link)
      """)
    let found = try CorpusFixture.read([folder.path + "a.tar"])
    #expect(found.count == 4)
    #expect(found.filter { $0.contains("leads out of the archive") }.count == 3)
    #expect(found.last?.hasPrefix("داخل.txt=نص.") ?? false)
  }

  @Test func cutOffArchivesGiveWhatIsWhole() throws {
    try python(
      """
      import tarfile, io
      with tarfile.open("a.tar", "w") as t:
        for path in ["أ.txt", "ب.txt"]:
          data = ("نص " * 3000).encode()
          info = tarfile.TarInfo(path); info.size = len(data); t.addfile(info, io.BytesIO(data))
      data = open("a.tar", "rb").read()
      open("cut.tar", "wb").write(data[:24000])
      open("none.tar", "wb").write(b"this is no archive at all")
      """)
    let found = try CorpusFixture.read([folder.path + "cut.tar"])
    #expect(found.count == 2)
    #expect(found.first?.hasPrefix("أ.txt=نص") ?? false)
    #expect(found.last?.hasPrefix("! ") ?? false)
    let none = try CorpusFixture.read([folder.path + "none.tar"])
    #expect(none.count == 1 && none[0].contains("archive"))
  }

  @Test func bombsAreStopped() throws {
    try python(
      """
      import gzip, zipfile
      zeros = b"0" * (1 << 20)
      with gzip.open("bomb.txt.gz", "wb") as f:
        for _ in range(300): f.write(zeros)
      with zipfile.ZipFile("bomb.zip", "w", zipfile.ZIP_DEFLATED) as z:
        with z.open("كبير.txt", "w") as f:
          for _ in range(300): f.write(zeros)
      """)
    for name in ["bomb.txt.gz", "bomb.zip"] {
      let found = try CorpusFixture.read([folder.path + name])
      #expect(found.count == 1 && found[0].contains("--max-ratio"), "\(name)")
    }
    var options = ReadOptions()
    options.recordLimit = 1 << 20
    let found = try CorpusFixture.read([folder.path + "bomb.zip"], options: options)
    #expect(found.count == 1 && found[0].contains("longer than 1048576 bytes"))
  }
}
