import TestSupport
import Testing
import Warraq
@testable import WarraqRomanization

/// Where the words around are not asked they would hardly ever have turned anything, as the sample articles
/// show.
@Suite struct RomanizerGatesTests {
  typealias Gates = StatisticalRomanizer.Gates

  private static let articles = [
    "alexandria-library", "arabic-day", "dam-declaration", "hope-probe", "ibn-al-haytham",
    "mahfouz",
    "mutanabbi", "petra", "royal-mummies", "suez-canal", "umm-kulthum", "zewail",
  ]

  private static let lines = articles.flatMap { name in
    Repository.text("Corpora/news/\(name).txt").split(separator: "\n").map { Text(String($0)) }
  }

  private func words(_ gates: Gates) throws -> [Substring] {
    let scheme = try Scheme.named("ala-lc")
    var romanizer = StatisticalRomanizer(model: try #require(RomanizerModel.shared))
    romanizer.gates = gates
    return Self.lines.flatMap { romanizer.romanize($0, rules: scheme).string.split(separator: " ") }
  }

  /// A romanizer that always asks the words around.
  private static let open = Gates(reach: .infinity, doubt: .infinity, certainty: .infinity)

  /// Words that come out otherwise than with the words around always asked.
  private func changed(_ gates: Gates) throws -> Int {
    let (all, some) = (try words(Self.open), try words(gates))
    try #require(all.count == some.count && all.count > 1000)
    return zip(all, some).count { $0 != $1 }
  }

  @Test func hardlyAnythingChanges() throws {
    let changed = try changed(Gates())
    #expect(changed <= 2)
  }

  /// Each gate, much narrower than it is, would turn words: each is in use.
  @Test(arguments: [\Gates.reach, \.doubt, \.certainty])
  func narrowGatesChangeWords(gate: WritableKeyPath<Gates, Float> & Sendable) throws {
    var gates = Self.open
    gates[keyPath: gate] = 0.5
    #expect(try changed(gates) > 3)
  }
}
