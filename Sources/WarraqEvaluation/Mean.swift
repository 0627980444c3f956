extension Collection<Double> {
  /// The arithmetic mean; 0 of nothing.
  var mean: Double { isEmpty ? 0 : reduce(0, +) / Double(count) }
}
