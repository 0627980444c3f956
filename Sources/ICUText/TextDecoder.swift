import CICU
import UTF8Text

/// Reads text in encodings other than UTF-8 through ICU's converters.
public enum TextDecoder {
  /// Decodes bytes from a named encoding such as `windows-1256`, `iso-8859-6` or `utf-16`.
  ///
  /// - Parameter replacements: Raised by the number of U+FFFD put where bytes have no meaning.
  /// - Throws: `ICUError` when ICU does not know the encoding.
  public static func decode(
    _ bytes: [UInt8], encoding: String, replacements: inout Int
  ) throws(ICUError) -> Text {
    let result = bytes.withUnsafeBufferPointer { bytes in
      encoding.withCString { cicu_decode($0, bytes.baseAddress, bytes.count) }
    }
    guard result.status <= 0 else {
      throw ICUError(operation: "encoding \"\(encoding)\"", code: result.status)
    }
    replacements += result.replaced
    var repairs = 0
    let decoded = Array(UnsafeBufferPointer(start: result.bytes, count: result.count))
    return Text(repairing: decoded, replacements: &repairs)
  }
}
