import ArgumentParser
import Warraq
import WarraqCorpus
import WarraqNames

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

/// `warraq names`.
struct NamesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names",
    abstract: "Spell Arabic names in Latin as people do, one name a line; or find them in text.",
    discussion: "Each line is answered by one line: the name, the best spelling, the next.")

  @Option(help: "Spellings for each name.")
  var top = 1

  @Option(help: "tsv: name, best, second, …; jsonl: one object a line.")
  var format = NameFormat.tsv

  @Option(help: "A model of `warraq train spelling` to use instead of the built-in one.")
  var model: String?

  @Flag(help: "Read running text and print the persons named in it.")
  var find = false

  @OptionGroup var filter: FilterOptions

  func validate() throws {
    if !(1...50).contains(top) { throw ValidationError("--top is a number from 1 to 50") }
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
    let speller = NameSpeller(model: try loadModel())
    try LineFilter.run(filter.file, limit: filter.input.limit) { line in
      let answer = speller.spell(line, top: top)
      switch format {
      case .tsv: return ([line] + answer.spellings).joined(separator: "\t")
      case .jsonl: return Self.object(line, answer).compactJSON
      }
    }
  }

  private func loadModel() throws -> SpellingModel? {
    guard let model else { return .shared }
    guard let data = FileManager.default.contents(atPath: model),
      let opened = SpellingModel(StaticBytes(keeping: [UInt8](data)))
    else {
      throw CommandFailure(
        "warraq names: \(model) is no model: make one with `warraq train spelling`")
    }
    return opened
  }

  private static func object(_ line: String, _ answer: NameSpeller.Answer) -> JSONValue {
    [
      "text": .string(line), "latin": .string(answer.spellings.first ?? ""),
      "alternatives": .array(answer.spellings.dropFirst().map { .string($0) }),
      "kind": .string(answer.kind.rawValue), "evidence": .string(answer.evidence.rawValue),
    ]
  }
}
