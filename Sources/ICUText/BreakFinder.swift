import CICU
import UTF8Text

/// Text boundaries of UAX 29 and UAX 14 through ICU's break iterators.
///
/// Each thread keeps its iterators, so a finder is a plain value that any thread may use.
public struct BreakFinder: Sendable {
  /// What to look for.
  public enum Kind: Int32, Sendable {
    case sentence = 0
    case word = 1
    case grapheme = 2
    case line = 3
  }

  /// A boundary.
  public struct Boundary: Sendable, Hashable {
    /// UTF-8 byte offset in the text that was searched.
    public let offset: Int
    /// ICU's rule status of the piece that ends here: for words, 0 for space and punctuation, 100
    /// and up for numbers, 200 and up for letters.
    public let ruleStatus: Int32
  }

  private let kind: Kind
  private let locale: String

  /// A finder for a locale such as `ar`.
  public init(_ kind: Kind, locale: String = "ar") {
    self.kind = kind
    self.locale = locale
  }

  /// Appends the boundaries of `bytes`, its start and end included, to `boundaries`, each offset
  /// raised by `base`.
  ///
  /// - Throws: `ICUError` when ICU has no such iterator, or for more than 2 GiB.
  public func appendBoundaries(
    of bytes: UnsafeBufferPointer<UInt8>, base: Int = 0, to boundaries: inout [Boundary]
  ) throws(ICUError) {
    let found = locale.withCString {
      cicu_find_breaks(kind.rawValue, $0, bytes.baseAddress, bytes.count)
    }
    guard found.status <= 0 else {
      throw ICUError(operation: "break iterator for \(locale)", code: found.status)
    }
    for boundary in UnsafeBufferPointer(start: found.breaks, count: found.count) {
      boundaries.append(
        Boundary(offset: base + Int(boundary.offset), ruleStatus: boundary.rule_status))
    }
  }
}
