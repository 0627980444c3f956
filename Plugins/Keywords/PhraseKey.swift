import Warraq

/// The key under which all variants of a phrase count: its stems, a space between two.
public enum PhraseKey {
  /// The longest phrase, in words.
  public static let maximumLength = 3

  /// Writes the key of consecutive tokens into `key`.
  static func write(_ tokens: Range<Int>, of layer: TokenLayer, into key: inout [UInt8]) {
    key.removeAll(keepingCapacity: true)
    for index in tokens {
      if !key.isEmpty { key.append(0x20) }
      key.append(contentsOf: layer.terms[layer.tokens[index].term].stemUTF8)
    }
  }
}
