import Warraq
import WarraqRunner

/// What a run tells at its end.
enum ClosingTable {
  /// Counts, time and rate, and where the time went.
  static func text(_ state: RunState, pipeline: Pipeline, seconds: Double) -> String {
    let counts = state.counts
    let rate = seconds > 0 ? Int(Double(counts.read) / seconds) : 0
    var lines = [
      "warraq: \(ProgressLine.grouped(counts.read)) documents read in \(decimals(seconds)) s "
        + "(\(ProgressLine.grouped(rate))/s): \(ProgressLine.grouped(counts.written)) written, "
        + "\(ProgressLine.grouped(counts.filtered)) filtered, "
        + "\(ProgressLine.grouped(counts.failed)) failed"
    ]
    let times = state.times.steps.map { $0 / .seconds(1) }
    let whole = times.reduce(0, +)
    guard whole > 0 else { return lines[0] }
    let width = max(pipeline.steps.map(\.descriptor.id.count).max() ?? 0, 6)
    for (step, time) in zip(pipeline.steps, times) {
      let name = step.descriptor.id
      let spaces = String(repeating: " ", count: width - name.count)
      lines.append(
        "  \(name)\(spaces) \(padded(decimals(time), 9)) s \(padded("\(Int((time / whole * 100).rounded()))", 4)) %"
      )
    }
    return lines.joined(separator: "\n")
  }

  private static func decimals(_ seconds: Double) -> String {
    let hundredths = Int((min(seconds, 1e9) * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(width - text.count, 0)) + text
  }
}
