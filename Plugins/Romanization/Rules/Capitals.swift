import Warraq

/// Which words of a scheme of rules have capitals.
struct Capitals: Sendable {
  /// What a scheme's table says of them: `!capitals`, names parted by commas.
  struct Convention: Sendable {
    /// The scheme is one for names, which have capitals unless the text is told to be another thing.
    var isForNames = false
    /// An article that begins a name has one too: Al Qāhirah.
    var raisesArticle = false
    /// There are none at all.
    var isNever = false

    init(_ names: String) {
      for name in names.split(separator: ",") {
        switch name {
        case "names": isForNames = true
        case "article": raisesArticle = true
        case "never": isNever = true
        default: break
        }
      }
    }
  }

  private enum Words { case none, first, all }

  private let words: Words
  private let raisesArticle: Bool

  init(_ convention: Convention, kind: FieldKind) {
    raisesArticle = convention.raisesArticle
    switch kind {
    case _ where convention.isNever: words = .none
    case .auto: words = convention.isForNames ? .all : .none
    case .name: words = .all
    case .title: words = .first
    case .subtitle, .text, .prose: words = .none
    }
  }

  /// Raises a word that ends a text, in UTF-8.
  ///
  /// - Parameters:
  ///   - start: Where the word begins.
  ///   - prefix: How many bytes of it are particles and article; nil for a word that has no capital.
  ///   - isFirst: Whether it begins a name or a line.
  func raise(_ bytes: inout [UInt8], from start: Int, prefix: Int?, isFirst: Bool) {
    guard let prefix else { return }
    if words == .none || words == .first && !isFirst { return }
    if isFirst, raisesArticle, prefix > 0 { Self.raise(&bytes, from: start) }
    Self.raise(&bytes, from: start + prefix)
  }

  /// Raises the first letter from an index on. Ayn and hamza have no capital; the letter behind them has.
  private static func raise(_ bytes: inout [UInt8], from start: Int) {
    var index = start
    while index < bytes.count {
      if (0x61...0x7A).contains(bytes[index]) {
        bytes[index] -= 0x20
        return
      }
      let (scalar, next) = bytes.withUnsafeBufferPointer { UTF8Bytes.decode($0, at: index) }
      // Modifier letters and quotation marks: ayn and hamza.
      if (0x2B0...0x2FF).contains(scalar) || (0x2010...0x201F).contains(scalar) {
        index = next
        continue
      }
      // A letter that was left in its own script is the first one.
      if ScalarClass.isArabicLetter(scalar) { return }
      if let properties = Unicode.Scalar(scalar)?.properties, properties.isLowercase,
        !properties.isDiacritic
      {
        let upper = Array(properties.uppercaseMapping.utf8)
        // All letters of the standards have capitals of their own length; others stay, so that places do.
        if upper.count == next - index { bytes.replaceSubrange(index..<next, with: upper) }
        return
      }
      index = next
    }
  }
}
