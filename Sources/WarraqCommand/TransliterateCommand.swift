import ArgumentParser
import Warraq
import WarraqRomanization

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension FieldKind: ExpressibleByArgument {}

/// `warraq transliterate`.
struct TransliterateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transliterate",
    abstract: "Write Arabic in Latin letters by a romanization scheme, line by line.")

  @Option(help: "The scheme (see --list), or icu: and the id of an ICU transform.")
  var scheme = "ala-lc"

  @Option(
    help:
      "What the lines are, for the capitals of ala-lc: \(FieldKind.allValueStrings.joined(separator: ", "))."
  )
  var kind = FieldKind.auto

  @Option(
    help: "A model of `warraq train romanizer` to use for ala-lc instead of the built-in one.")
  var model: String?

  @Flag(help: "From Latin back to Arabic, for schemes that can.")
  var reverse = false

  @Flag(help: "Leave parts between @@ and @@, and code spans between backquotes, as they are.")
  var keepMarked = false

  @Flag(help: "Print the scheme's page of reference as Markdown.")
  var page = false

  @Flag(help: "List the schemes with a sample.")
  var list = false

  @Argument(help: "A file to read; standard input when left out.")
  var file = "-"

  func run() throws {
    if list {
      Terminal.show(try Self.listing())
      return
    }
    let scheme: Scheme
    do {
      scheme = try Scheme.named(self.scheme)
    } catch {
      throw CommandFailure("warraq transliterate: \(error)")
    }
    if reverse, !scheme.isReversible {
      throw CommandFailure(
        "warraq transliterate: `\(scheme.id)` cannot be reversed: use one of "
          + Scheme.all.filter(\.isReversible).map(\.id).joined(separator: ", "))
    }
    if page {
      Terminal.show(scheme.page)
      return
    }
    if !reverse, !keepMarked, scheme.isAutomaton { return try runInBlocks(scheme) }
    var romanizer =
      scheme.id == "ala-lc" && !reverse
      ? try loadModel().map { StatisticalRomanizer(model: $0, kind: kind) } : nil
    try LineFilter.run(file) { line in
      let parts = keepMarked ? ProtectedParts.split(line) : [.open(line)]
      return try parts.map { part in
        switch part {
        case .kept(let text): return text
        case .open(let text):
          if reverse { return scheme.reversed(Text(text))?.string ?? text }
          return try romanizer?.romanize(Text(text), rules: scheme).string
            ?? scheme.romanize(Text(text)).string
        }
      }.joined()
    }
  }

  /// Letter by letter: lines need not be looked at one by one.
  private func runInBlocks(_ scheme: Scheme) throws {
    var unknown = 0
    try LineFilter.runInBlocks(file) { block in
      var bytes: [UInt8] = []
      bytes.reserveCapacity(block.bytes.count * 2)
      block.bytes.withUnsafeBufferPointer { unknown += scheme.append($0, to: &bytes) ?? 0 }
      return bytes
    }
    if unknown > 0 {
      Terminal.complain(
        "warraq transliterate: \(unknown) letters that \(scheme.title) has no sign for were left")
    }
  }

  private func loadModel() throws -> RomanizerModel? {
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
      (scheme.id, "\(scheme.title): \(try scheme.romanize(Text(sample)).string)")
    }
    return sample + "\n" + Columns.format(rows + [("icu:ID", "any transform of ICU")])
  }
}
