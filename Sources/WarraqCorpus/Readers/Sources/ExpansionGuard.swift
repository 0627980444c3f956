/// Watches that compressed data does not grow out of proportion: a small file that becomes
/// gigabytes is an attack or a mistake more often than a corpus.
struct ExpansionGuard {
  /// Most bytes that one compressed byte may become.
  let ratio: Int
  private var produced = 0
  private var consumed = 0
  /// So much is always allowed: a small file of blanks is no attack.
  private static let floor = 64 << 20

  init(ratio: Int) { self.ratio = ratio }

  /// Takes what was read and made since the last call.
  ///
  /// - Throws: `InputError` when the data has grown beyond the ratio.
  mutating func count(consumed more: Int, produced made: Int, path: String) throws(InputError) {
    consumed += more
    produced += made
    guard produced > Self.floor, produced / ratio > consumed else { return }
    throw InputError(
      path: path,
      problem: "\(consumed) compressed bytes became more than \(produced): "
        + "raise --max-ratio (\(ratio)) if that is meant")
  }
}
