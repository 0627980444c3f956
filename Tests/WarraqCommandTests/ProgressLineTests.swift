import Testing
import WarraqRunner

@testable import WarraqCommand

@Suite struct ProgressLineTests {
  private func counts(read: Int, failed: Int = 0) -> RunCounts {
    var counts = RunCounts()
    counts.read = read
    counts.failed = failed
    return counts
  }

  @Test func lineTellsWhatIsKnown() {
    #expect(
      ProgressLine.text(counts(read: 12_300, failed: 2), seconds: 12, fraction: 0.41)
        == "41% · 12,300 documents · 1,025/s · 2 failed · 0:17 left")
    #expect(
      ProgressLine.text(counts(read: 5), seconds: 0, fraction: nil) == "5 documents")
    #expect(
      ProgressLine.text(counts(read: 1000), seconds: 10, fraction: 1)
        == "100% · 1,000 documents · 100/s")
  }

  @Test(arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")])
  func thousandsAreGrouped(number: Int, text: String) {
    #expect(ProgressLine.grouped(number) == text)
  }

  @Test(arguments: [(0.4, "0:00"), (59.6, "1:00"), (3750, "1:02:30"), (1e12, "99:59:59")])
  func timesAreShort(seconds: Double, text: String) {
    #expect(ProgressLine.clock(seconds) == text)
  }
}
