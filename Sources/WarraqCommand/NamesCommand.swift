import ArgumentParser
import Warraq
import WarraqCorpus
import WarraqNames
import WarraqRomanization

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// How names are written.
enum NameFormat: String, CaseIterable, ExpressibleByArgument {
  case tsv
  case jsonl
}

/// How a name is spelled in Latin letters.
enum SpellingStyle: String, CaseIterable, ExpressibleByArgument {
  case common
  case alaLC = "ala-lc"
  case icao
  case passportASCII = "passport-ascii"
}

/// `warraq names`.
struct NamesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names", abstract: "Spell Arabic names in Latin as people do, and compare names.",
    subcommands: [NamesSpellCommand.self, NamesMatchCommand.self],
    defaultSubcommand: NamesSpellCommand.self)
}

/// `warraq names spell`, which plain `warraq names` is too.
struct NamesSpellCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spell",
    abstract: "Spell Arabic names in Latin as people do, one name a line; or find them in text.",
    discussion: "Each line is answered by one line: the name, the best spelling, the next.")

  @Option(help: "Spellings for each name.")
  var top = 1

  @Option(help: "tsv: name, best, second, …; jsonl: one object a line, with scores and parts.")
  var format = NameFormat.tsv

  @Option(help: "Country whose way of spelling is wanted, by its two letters: EG, DZ, LB …")
  var country: String?

  @Option(
    help: """
      common: as people spell; ala-lc: as libraries do; icao: letter by letter as in machine readable \
      passports; passport-ascii: as people spell, in plain capitals.
      """)
  var style = SpellingStyle.common

  @Flag(help: "Take diacritics off.")
  var ascii = false

  @Option(help: "A file of own spellings that always win: arabic, latin, more by tabs.")
  var dictionary: String?

  @Option(help: "A lexicon of `warraq train names` to use instead of the built-in one.")
  var lexicon: String?

  @Option(help: "A model of `warraq train spelling` to use instead of the built-in one.")
  var model: String?

  @Option(help: "Words in use of `warraq train attested` instead of the built-in ones.")
  var attested: String?

  @Option(help: "Languages of names of `warraq train origins` instead of the built-in ones.")
  var origins: String?

  @Flag(help: "From Latin to Arabic; what several names are spelled like is a guess.")
  var reverse = false

  @Flag(help: "Read running text and print the persons named in it.")
  var find = false

  @OptionGroup var filter: FilterOptions

  func validate() throws {
    if !(1...50).contains(top) { throw ValidationError("--top is a number from 1 to 50") }
    if let country, CountryGroup(country: country) == nil {
      throw ValidationError(
        "--country is the ISO code of an Arab country, Iran, Afghanistan or Pakistan, such as EG")
    }
    if reverse, find || style != .common || country != nil {
      throw ValidationError("--reverse takes --top, --format and --dictionary alone")
    }
  }

  func run() async throws {
    if find {
      let options: [JSONValue.Member] = [.init("alternatives", min(top - 1, 10).json)]
      let stages = FilterOptions.reading + [Recipe.Step("names", with: options)]
      try await filter.run("names", stages, layer: "names") { document in
        (document[.names]?.names ?? []).map { name in
          ([SingleLine.of(document.text[name.span]), name.latin] + name.alternatives).joined(
            separator: "\t")
        }
      }
      return
    }
    if reverse { return try await runReverse() }
    if let scheme = style.scheme { return try await runScheme(scheme) }
    let files = NameFiles(command: "warraq names")
    let speller = NameSpeller(
      lexicon: try files.lexicon(at: lexicon),
      model: try files.model(at: model, attested: attested),
      origins: try files.origins(at: origins),
      dictionary: try loadDictionary(),
      group: country.flatMap(CountryGroup.init(country:)),
      style: style == .passportASCII ? .passportASCII : .common, isASCII: ascii)
    let (top, format) = (top, format)
    try await LineFilter.run(filter.file, limit: filter.input.limit, jobs: filter.jobs) { line in
      let answer = speller.spell(line, top: top)
      switch format {
      case .tsv: return answer.spellings.reduce(into: line) { $0 += "\t" + $1 }
      case .jsonl:
        let origin = answer.spellings.first.flatMap { speller.origin(of: $0) }
        return Self.object(line, answer, origin).compactJSON
      }
    }
  }

  private func runReverse() async throws {
    let reverser = NameReverser.shared
    let (top, format) = (top, format)
    try await LineFilter.run(filter.file, limit: filter.input.limit, jobs: filter.jobs) { line in
      let names = reverser.names(of: line, top: top)
      switch format {
      case .tsv: return ([line] + names).joined(separator: "\t")
      case .jsonl:
        let object: JSONValue = [
          "text": .string(line), "arabic": .string(names.first ?? ""),
          "alternatives": .array(names.dropFirst().map { .string($0) }), "guess": true,
        ]
        return object.compactJSON
      }
    }
  }

  /// Spellings by a romanization scheme: one for each name.
  private func runScheme(_ id: String) async throws {
    let scheme: Scheme
    do {
      scheme = try Scheme.named(id)
    } catch {
      throw CommandFailure("warraq names: \(error)")
    }
    let (ascii, format) = (ascii, format)
    try await LineFilter.run(filter.file, limit: filter.input.limit, jobs: filter.jobs) {
      NamesByScheme(
        romanizer: LineRomanizer(scheme, model: RomanizerModel.shared, kind: .name),
        isASCII: ascii, format: format)
    }
  }

  private func loadDictionary() throws -> NameDictionary {
    guard let dictionary else { return NameDictionary() }
    do {
      var lines: [String] = []
      var reader = try TextLines(path: dictionary)
      while let line = try reader.next() { lines.append(line) }
      return try NameDictionary(lines)
    } catch let fault as NameDictionary.Fault {
      throw CommandFailure("warraq names: \(dictionary): \(fault)")
    } catch {
      throw CommandFailure("warraq names: \(error)")
    }
  }

  private static func object(
    _ line: String, _ answer: NameSpeller.Answer, _ origin: NameOrigin?
  ) -> JSONValue {
    let scores = answer.scores.map { (($0 * 1000).rounded() / 1000).json }
    let parts = answer.parts.map { part -> JSONValue in
      [
        "arabic": .string(part.arabic), "latin": .string(part.latin),
        "evidence": .string(part.evidence.rawValue),
      ]
    }
    return [
      "text": .string(line), "latin": .string(answer.spellings.first ?? ""),
      "origin": origin.map { .string($0.rawValue) } ?? .null,
      "score": scores.first ?? .null,
      "alternatives": .array(
        zip(answer.spellings, scores).dropFirst().map { ["latin": .string($0), "score": $1] }),
      "kind": .string(answer.kind.rawValue), "evidence": .string(answer.evidence.rawValue),
      "parts": .array(parts),
    ]
  }
}

extension SpellingStyle {
  /// The romanization scheme that writes names so; nil for spellings that people use.
  var scheme: String? {
    switch self {
    case .alaLC: "ala-lc"
    case .icao: "icao-9303"
    case .common, .passportASCII: nil
    }
  }
}
