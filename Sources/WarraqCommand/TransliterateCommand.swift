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
struct TransliterateCommand: AsyncParsableCommand {
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
      "What the lines are, for the capitals of schemes that go by sound, and how words are read: \(FieldKind.allValueStrings.joined(separator: ", "))."
  )
  var kind = FieldKind.auto

  @Flag(
    help: """
      Each line begins with its kind, or with the field of MARC 21 that it is from (as 245$b), and a tab; both stay.
      """)
  var labeled = false

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

  @OptionGroup var jobs: JobsOption

  @Argument(help: "A file to read; standard input when left out.")
  var file = "-"

  func validate() throws {
    if vocalize, reverse || keepMarked || scheme != "ala-lc" || reading == .rules {
      throw ValidationError("--vocalize goes with --json, --kind, --labeled and --model alone")
    }
    if json, reverse || keepMarked {
      throw ValidationError("--json does not go with --reverse or --keep-marked")
    }
    if labeled, json || reverse || kind != .auto {
      throw ValidationError("--labeled does not go with --json, --reverse or --kind")
    }
  }

  func run() async throws {
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
    if reverse, scheme.reversal == .guess {
      Terminal.complain(
        "warraq transliterate: \(scheme.title) does not tell all; the Arabic is a best guess")
    }
    let model = reverse ? nil : try model(for: scheme)
    let answer: Transliterator.Answer =
      reverse ? .arabic : json ? .json : vocalize ? .vocalized : .latin
    let (kind, keepMarked, labeled) = (kind, keepMarked, labeled)
    let answerers = try await LineFilter.run(file, jobs: jobs) {
      Transliterator(
        answer, keepsMarked: keepMarked, isLabeled: labeled,
        romanizer: LineRomanizer(scheme, model: model, kind: kind))
    }
    let unlabeled = answerers.reduce(0) { $0 + $1.unlabeled }
    if unlabeled > 0 {
      Terminal.complain(
        "warraq transliterate: \(unlabeled) line\(unlabeled == 1 ? "" : "s") without a label and a tab before "
          + "\(unlabeled == 1 ? "it" : "them"): kinds are "
          + FieldKind.allValueStrings.joined(separator: ", ") + ", or fields as 245$b")
    }
    if !vocalize { Self.complain(ofLetters: answerers.reduce(0) { $0 + $1.unwritten }, scheme) }
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
