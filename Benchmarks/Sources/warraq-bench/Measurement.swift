/// One measured way of doing something.
struct Measurement {
  let name: String
  /// Megabytes of source text a second, the best of several rounds.
  let rate: Double

  /// Runs `body` over a text of `bytes` bytes for several rounds and keeps the fastest.
  static func of(_ name: String, bytes: Int, rounds: Int = 7, _ body: () throws -> Void) rethrows
    -> Measurement
  {
    let clock = ContinuousClock()
    var best = Duration.seconds(3600)
    for _ in 0..<rounds {
      let elapsed = try clock.measure { try body() }
      best = min(best, elapsed)
    }
    let seconds = Double(best.components.attoseconds) / 1e18 + Double(best.components.seconds)
    return Measurement(name: name, rate: Double(bytes) / seconds / 1e6)
  }

  /// A table with the ratio of each to the first.
  static func table(_ title: String, _ rows: [Measurement]) -> String {
    guard let first = rows.first else { return "" }
    let lines = rows.map { row in
      let ratio = row.rate / first.rate
      return "  " + pad(row.name, 44) + pad(format(row.rate), 12, right: true) + " MB/s"
        + pad(format(ratio, decimals: 3), 10, right: true) + "×"
    }
    return ([title] + lines).joined(separator: "\n") + "\n"
  }

  private static func format(_ number: Double, decimals: Int = 0) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let rounded = (number * scale).rounded() / scale
    return decimals == 0 ? String(Int(rounded)) : String(rounded)
  }

  private static func pad(_ text: String, _ width: Int, right: Bool = false) -> String {
    let space = String(repeating: " ", count: max(width - text.count, 0))
    return right ? space + text : text + space
  }
}
