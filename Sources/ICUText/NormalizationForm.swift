import CICU
import UTF8Text

/// Unicode normalization through ICU, with the edits kept.
public enum NormalizationForm: Int32, CaseIterable, Sendable {
  case nfc = 0
  case nfd = 1
  case nfkc = 2
  case nfkd = 3
  /// NFKC with case folding and default-ignorable code points removed.
  case nfkcCaseFold = 4

  /// The view in this form of a text.
  ///
  /// - Throws: `ICUError` when ICU cannot normalize (texts beyond 2 GiB, or no memory).
  public func normalize(_ text: Text) throws(ICUError) -> (text: Text, alignment: Alignment) {
    let isNormalized = text.bytes.withUnsafeBufferPointer {
      cicu_is_normalized(rawValue, $0.baseAddress, $0.count) != 0
    }
    if isNormalized { return (text, .identity) }
    let result = text.bytes.withUnsafeBufferPointer {
      cicu_normalize(rawValue, $0.baseAddress, $0.count)
    }
    guard result.status <= 0 else {
      throw ICUError(operation: "normalization", code: result.status)
    }
    let edits = UnsafeBufferPointer(start: result.edits, count: result.edit_count).map {
      Alignment.Edit(
        source: TextSpan(Int($0.source_start), Int($0.source_end)),
        result: TextSpan(Int($0.result_start), Int($0.result_end)))
    }
    let bytes = Array(UnsafeBufferPointer(start: result.bytes, count: result.count))
    return (Text(wellFormed: bytes), Alignment(edits: edits))
  }
}
