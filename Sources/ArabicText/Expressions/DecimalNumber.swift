/// A decimal number: `coefficient` divided by ten to the power of `decimals`.
public struct DecimalNumber: Sendable, Hashable {
  /// The digits as a whole number.
  public let coefficient: Int
  /// How many of them stand behind the point, 0 to 18.
  public let decimals: Int

  /// Gathers digits and places, zeros at the end of a fraction left out.
  public init(coefficient: Int, decimals: Int = 0) {
    var coefficient = coefficient
    var decimals = decimals
    while decimals > 0, coefficient % 10 == 0 {
      coefficient /= 10
      decimals -= 1
    }
    self.coefficient = coefficient
    self.decimals = decimals
  }

  /// Reads ASCII digits with `,` between groups of three and `.` before a fraction; a lone comma
  /// before other than three digits stands for the point. Nil for what is no number or too large.
  public init?(digits: String) {
    var text = Substring(digits)
    let points = text.filter { $0 == "." }.count
    let commas = text.split(separator: ",", omittingEmptySubsequences: false)
    if points > 1 {
      // 1.250.000: points between groups.
      guard commas.count == 1, Self.areGroups(text.split(separator: ".")) else { return nil }
      text.removeAll { $0 == "." }
    } else if commas.count == 2, points == 0, commas[1].count != 3 || commas[0].count > 3 {
      text = commas[0] + "." + commas[1]
    } else if commas.count > 1 {
      let whole = text.prefix { $0 != "." }.split(separator: ",")
      guard Self.areGroups(whole) else { return nil }
      text.removeAll { $0 == "," }
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = parts.count == 2 ? parts[1] : ""
    guard fraction.utf8.count <= 9, let value = Int(parts[0] + fraction) else { return nil }
    self.init(coefficient: value, decimals: fraction.utf8.count)
  }

  private static func areGroups(_ groups: [Substring]) -> Bool {
    groups.first.map { $0.count <= 3 } ?? false && groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  /// The product with a whole number, or nil when it is too large.
  func multiplied(by factor: Int) -> DecimalNumber? {
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: factor)
    return overflow ? nil : DecimalNumber(coefficient: product, decimals: decimals)
  }

  /// The sum with a whole number, or nil when it is too large.
  func adding(_ number: Int) -> DecimalNumber? {
    var scaled = number
    for _ in 0..<decimals {
      let (product, overflow) = scaled.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      scaled = product
    }
    let (sum, overflow) = coefficient.addingReportingOverflow(scaled)
    return overflow ? nil : DecimalNumber(coefficient: sum, decimals: decimals)
  }

  /// The number in ASCII digits: `3500000`, `3.75`.
  public var text: String {
    var digits = String(coefficient.magnitude)
    if decimals > 0 {
      digits = String(repeating: "0", count: max(decimals + 1 - digits.count, 0)) + digits
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -decimals))
    }
    return coefficient < 0 ? "-" + digits : digits
  }
}
