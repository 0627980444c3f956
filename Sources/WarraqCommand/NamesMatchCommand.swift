import ArgumentParser
import Warraq
import WarraqCorpus
import WarraqNames

/// `warraq names match`.
struct NamesMatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Tell whether two names, in Arabic or Latin letters, may be one person's.",
    discussion: """
      Prints the score from 0 to 1, the verdict (match from 0.8, possible from 0.6, different) and why. \
      Without names, reads pairs from standard input, two names a line by a tab, and answers each \
      line with score, verdict and the line. Exit code 1 for a single pair that is different.
      """)

  @Argument(help: "Two names.")
  var names: [String] = []

  @Flag(help: "Write JSON, one object a pair.")
  var json = false

  @OptionGroup var jobs: JobsOption

  func validate() throws {
    if !names.isEmpty && names.count != 2 {
      throw ValidationError("give two names, each in quotes; or none to read pairs")
    }
  }

  func run() async throws {
    let matcher = NameMatcher()
    if names.count == 2 {
      let match = matcher.compare(names[0], names[1])
      Terminal.show(
        json ? Self.object(names[0], names[1], match).compactJSON + "\n" : Self.text(match))
      if match.verdict == .different { throw ExitCode(1) }
      return
    }
    let json = json
    try await LineFilter.run("-", jobs: jobs) { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let (first, second) = (cells.first ?? "", cells.count > 1 ? cells[1] : "")
      let match = matcher.compare(first, second)
      if json { return Self.object(first, second, match).compactJSON }
      return "\(Self.rounded(match.score))\t\(match.verdict.rawValue)\t\(line)"
    }
  }

  private static func text(_ match: NameMatch) -> String {
    var text = "\(rounded(match.score)) \(match.verdict.rawValue)\n"
    for pair in match.pairs {
      let (first, second) = (pair.first ?? "–", pair.second ?? "–")
      text += "  \(first) ~ \(second)\t\(rounded(pair.score))\t\(pair.ground.rawValue)\n"
    }
    return text
  }

  private static func object(_ first: String, _ second: String, _ match: NameMatch) -> JSONValue {
    let pairs = match.pairs.map { pair -> JSONValue in
      [
        "first": pair.first.map { .string($0) } ?? .null,
        "second": pair.second.map { .string($0) } ?? .null, "score": rounded(pair.score).json,
        "ground": .string(pair.ground.rawValue),
      ]
    }
    return [
      "first": .string(first), "second": .string(second), "score": rounded(match.score).json,
      "verdict": .string(match.verdict.rawValue), "pairs": .array(pairs),
    ]
  }

  private static func rounded(_ score: Double) -> Double { (score * 1000).rounded() / 1000 }
}
