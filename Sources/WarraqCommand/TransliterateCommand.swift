import ArgumentParser
import Warraq
import WarraqRomanization

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension FieldKind: ExpressibleByArgument {}
extension RomanReading: ExpressibleByArgument {}

/// `warraq transliterate`.
struct TransliterateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transliterate",
    abstract: "Write Arabic in Latin letters by a romanization scheme, line by line.")

  @Option(
    help: """
      The scheme (see --list), icu: and the id of an ICU transform, or the path of a table of one's own \
      that ends in .tsv.
      """)
  var scheme = "ala-lc"

  @Option(
    help:
      "What the lines are, for the capitals of schemes that go by sound: \(FieldKind.allValueStrings.joined(separator: ", "))."
  )
  var kind = FieldKind.auto

  @Option(
    help: """
      How schemes that go by sound supply vowels that are not written: statistical, as library records have \
      them; rules, not at all.
      """)
  var reading = RomanReading.statistical

  @Option(
    help: "A model of `warraq train romanizer` to use instead of the built-in one.")
  var model: String?

  @Flag(help: "From Latin back to Arabic, for schemes that can; some can only guess, and say so.")
  var reverse = false

  @Flag(
    help: "Give unvocalised Arabic the short vowels of its ALA-LC reading, case endings left out.")
  var vocalize = false

  @Flag(
    help:
      "Write a JSON object for each line: places, romanization and sureness of each word, and which letters (of ala-lc: words) became which."
  )
  var json = false

  @Flag(help: "Leave parts between @@ and @@, and code spans between backquotes, as they are.")
  var keepMarked = false

  @Flag(help: "Print the scheme's page of reference as Markdown.")
  var page = false

  @Flag(help: "List the schemes with a sample.")
  var list = false

  @Argument(help: "A file to read; standard input when left out.")
  var file = "-"

  func validate() throws {
    if vocalize, reverse || keepMarked || scheme != "ala-lc" || reading == .rules {
      throw ValidationError("--vocalize goes with --json, --kind and --model alone")
    }
    if json, reverse || keepMarked {
      throw ValidationError("--json does not go with --reverse or --keep-marked")
    }
  }

  func run() throws {
    if list {
      Terminal.show(try Self.listing())
      return
    }
    let scheme: Scheme
    do {
      scheme = try Scheme.load(self.scheme)
    } catch {
      throw CommandFailure("warraq transliterate: \(error)")
    }
    if reverse, scheme.reversal == .none {
      throw CommandFailure(
        "warraq transliterate: `\(scheme.id)` cannot be reversed: use one of "
          + Scheme.all.filter { $0.reversal != .none }.map(\.id).joined(separator: ", "))
    }
    if page {
      Terminal.show(scheme.page)
      return
    }
    if vocalize || json { return try runByWords(scheme) }
    if reverse, scheme.reversal == .guess {
      Terminal.complain(
        "warraq transliterate: \(scheme.title) does not tell all; the Arabic is a best guess")
    }
    if !reverse, !keepMarked, try runInBlocks(scheme) { return }
    let model = reverse ? nil : try model(for: scheme)
    var romanizer =
      scheme.id == "ala-lc" ? model.map { StatisticalRomanizer(model: $0, kind: kind) } : nil
    var voweled = model.flatMap { VoweledRomanizer(scheme, model: $0, kind: kind) }
    var unwritten = 0
    try LineFilter.run(file) { line in
      let parts = keepMarked ? ProtectedParts.split(line) : [.open(line)]
      return try parts.map { part in
        switch part {
        case .kept(let text): return text
        case .open(let text):
          if reverse { return scheme.reversed(Text(text))?.string ?? text }
          let latin =
            try romanizer?.romanize(Text(text), rules: scheme)
            ?? voweled?.romanize(Text(text)) ?? scheme.romanize(Text(text), kind: kind)
          unwritten += scheme.unwrittenLetters(in: latin)
          return latin.string
        }
      }.joined()
    }
    Self.complain(ofLetters: unwritten, scheme)
  }

  /// Looks at the words of each line one by one.
  private func runByWords(_ scheme: Scheme) throws {
    let usesModel = vocalize || scheme.id == "ala-lc"
    var unwritten = 0
    defer { if !vocalize { Self.complain(ofLetters: unwritten, scheme) } }
    guard let loaded = usesModel ? try model(for: scheme) : nil else {
      var voweled = try model(for: scheme).flatMap {
        VoweledRomanizer(scheme, model: $0, kind: kind)
      }
      return try LineFilter.run(file) { line in
        let text = Text(line)
        let latin = try voweled?.view(of: text) ?? scheme.view(of: text, kind: kind)
        unwritten += scheme.unwrittenLetters(in: latin.text)
        let words = WordAlignment.pairs(text, latin.text).map { pair in
          RomanizedLine.Word(span: pair.source, latin: latin.text[pair.result])
        }
        return RomanizedLine(text: text, latin: latin, words: words).json(scheme.id)
      }
    }
    var romanizer = StatisticalRomanizer(model: loaded, kind: kind)
    try LineFilter.run(file) { line in
      let text = Text(line)
      let words = romanizer.words(of: text, rules: scheme)
      let latin = romanizer.view(of: text, rules: scheme)
      unwritten += scheme.unwrittenLetters(in: latin.text)
      let shown = RomanizedLine(
        text: text, latin: latin,
        words: words.map {
          .init(span: $0.span, latin: $0.latin, vocalized: $0.vocalized, confidence: $0.confidence)
        })
      return json ? shown.json(scheme.id) : shown.vocalized
    }
  }

  /// Many lines at a time, for schemes that go letter by letter or word by word; false for others, and nothing
  /// is read.
  private func runInBlocks(_ scheme: Scheme) throws -> Bool {
    var romanizer = reading == .rules ? RuleRomanizer(scheme, kind: kind) : nil
    guard scheme.isAutomaton || romanizer != nil else { return false }
    var unknown = 0
    try LineFilter.runInBlocks(file) { block in
      var bytes: [UInt8] = []
      bytes.reserveCapacity(block.bytes.count * 2)
      block.bytes.withUnsafeBufferPointer { lines in
        unknown += romanizer?.append(lines, to: &bytes) ?? scheme.append(lines, to: &bytes) ?? 0
      }
      return bytes
    }
    Self.complain(ofLetters: unknown, scheme)
    return true
  }

  /// Tells how many letters were left as they are.
  private static func complain(ofLetters count: Int, _ scheme: Scheme) {
    guard count > 0 else { return }
    Terminal.complain(
      "warraq transliterate: \(count) letter\(count == 1 ? "" : "s") that \(scheme.title) has no "
        + "sign for \(count == 1 ? "was" : "were") left")
  }

  /// What supplies vowels, for schemes that go by sound.
  private func model(for scheme: Scheme) throws -> RomanizerModel? {
    guard reading == .statistical, scheme.goesBySound else { return nil }
    guard let model else { return .shared }
    guard let data = FileManager.default.contents(atPath: model),
      let opened = RomanizerModel(StaticBytes(keeping: [UInt8](data)))
    else {
      throw CommandFailure(
        "warraq transliterate: \(model) is no model: make one with `warraq train romanizer`")
    }
    return opened
  }

  private static func listing() throws -> String {
    let sample = "الشَّمْسُ مُشْرِقَةٌ فِي مَدِينَةِ بَغْدَادَ"
    let rows = try Scheme.all.map { scheme in
      (scheme.id, "\(scheme.title): \(try scheme.romanize(Text(sample), kind: .text).string)")
    }
    return sample + "\n" + Columns.format(rows + [("icu:ID", "any transform of ICU")])
  }
}
