import Warraq

/// The key under which all variants of a phrase count: its stems, a space between two.
public enum PhraseKey {
  /// The longest phrase, in words.
  public static let maximumLength = 3

  /// Writes the key of consecutive terms into `key`.
  static func write(_ terms: some Sequence<TokenLayer.Term>, into key: inout [UInt8]) {
    key.removeAll(keepingCapacity: true)
    for term in terms {
      if !key.isEmpty { key.append(0x20) }
      key.append(contentsOf: term.stem.utf8)
    }
  }
}
