import ArgumentParser
import Warraq
import WarraqRomanization

/// `warraq transliterate`.
struct TransliterateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transliterate",
    abstract: "Write Arabic in Latin letters by a romanization scheme, line by line.")

  @Option(help: "The scheme (see --list), or icu: and the id of an ICU transform.")
  var scheme = "ala-lc"

  @Flag(help: "From Latin back to Arabic, for schemes that can.")
  var reverse = false

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
    try LineFilter.run(file) { line in
      if reverse { return scheme.reversed(Text(line))?.string ?? line }
      return try scheme.romanize(Text(line)).string
    }
  }

  private static func listing() throws -> String {
    let sample = "الشَّمْسُ مُشْرِقَةٌ فِي مَدِينَةِ بَغْدَادَ"
    let rows = try Scheme.all.map { scheme in
      (scheme.id, "\(scheme.title): \(try scheme.romanize(Text(sample)).string)")
    }
    return sample + "\n" + Columns.format(rows + [("icu:ID", "any transform of ICU")])
  }
}
