import WarraqCorpus
import WarraqRunner

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Tells on standard error how a run is coming along: a line that is redrawn on a terminal, a line
/// every ten seconds elsewhere.
final class ProgressReporter {
  private let read: ReadProgress
  private let isTerminal: Bool
  private let start = ContinuousClock.now
  private var nextReport: ContinuousClock.Instant
  private var isDrawn = false

  /// A reporter, or nil for a run that shall be quiet.
  init?(_ read: ReadProgress, isQuiet: Bool) {
    if isQuiet { return nil }
    self.read = read
    isTerminal = Terminal.isInteractive
    nextReport = start + (isTerminal ? .milliseconds(500) : .seconds(10))
  }

  /// Takes news of the run; says something when it is time to.
  func report(_ counts: RunCounts) {
    let now = ContinuousClock.now
    guard now >= nextReport else { return }
    nextReport = now + (isTerminal ? .milliseconds(100) : .seconds(10))
    let line = ProgressLine.text(
      counts, seconds: (now - start) / .seconds(1), fraction: read.fraction)
    if isTerminal {
      isDrawn = true
      let bar = read.fraction.map { ProgressLine.bar($0) + " " } ?? ""
      Terminal.draw("\r\u{1B}[K" + bar + line)
    } else {
      Terminal.complain("warraq: " + line)
    }
  }

  /// Makes room for a message, or for the end.
  func clear() {
    if isDrawn { Terminal.draw("\r\u{1B}[K") }
    isDrawn = false
  }
}

/// The line that tells how far a run is.
enum ProgressLine {
  /// Such as `41% · 12,300 documents · 1,030/s · 2 failed · 0:17 left`.
  static func text(_ counts: RunCounts, seconds: Double, fraction: Double?) -> String {
    var parts: [String] = []
    if let fraction { parts.append("\(Int(fraction * 100))%") }
    parts.append("\(grouped(counts.read)) documents")
    if seconds > 0 { parts.append("\(grouped(Int(Double(counts.read) / seconds)))/s") }
    if counts.failed > 0 { parts.append("\(grouped(counts.failed)) failed") }
    if let fraction, fraction > 0.01, fraction < 1 {
      parts.append(clock(seconds * (1 - fraction) / fraction) + " left")
    }
    return parts.joined(separator: " · ")
  }

  /// A bar of 20 places, filled to a share from 0 to 1.
  static func bar(_ fraction: Double) -> String {
    let filled = Int((min(max(fraction, 0), 1) * 20).rounded())
    return String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled)
  }

  /// `12,300`.
  static func grouped(_ number: Int) -> String {
    var digits = String(number)
    var index = digits.count - 3
    while index > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: index))
      index -= 3
    }
    return digits
  }

  /// `0:17`, `1:02:30`.
  static func clock(_ seconds: Double) -> String {
    let whole = Int(min(max(seconds, 0), 359_999).rounded())
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hours, minutes) = (whole / 3600, whole / 60 % 60)
    return hours > 0
      ? "\(hours):\(two(minutes)):\(two(whole % 60))" : "\(minutes):\(two(whole % 60))"
  }
}
