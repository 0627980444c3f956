import Testing
import Warraq

@Suite struct SemanticVersionTests {
  @Test(arguments: ["", "1.", "a", "1.2.3.4", "-1", "1..2", "١", "1.0-beta"])
  func whatIsNoVersionIsNone(text: String) {
    #expect(SemanticVersion(text) == nil)
  }

  @Test(arguments: [
    (">=1.2 <2", "1.2.0", true), (">=1.2 <2", "1.9.9", true), (">=1.2 <2", "2.0.0", false),
    (">=1.2 <2", "1.1.9", false), ("^1.2", "1.10.0", true), ("^1.2", "2.0", false),
    ("^0.3", "0.3.9", true), ("^0.3", "0.4.0", false), ("1.4.0", "1.4", true),
    ("1.4.0", "1.4.1", false), (">1 <=1.5", "1.5.0", true), (">1 <=1.5", "1.0.0", false),
  ])
  func rangesHoldTheirVersions(range: String, version: String, holds: Bool) throws {
    let range = try #require(VersionRange(range))
    #expect(range.contains(try #require(SemanticVersion(version))) == holds)
  }

  @Test(arguments: ["", "~1", ">=x", "1 || 2", "latest"])
  func whatIsNoRangeIsNone(text: String) {
    #expect(VersionRange(text) == nil)
  }
}
