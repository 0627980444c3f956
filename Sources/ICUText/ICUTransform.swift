import CICU
import UTF8Text

/// A transform that ICU knows by identifier, such as `Arabic-Latin` or `NFD; [:Mn:] Remove; NFC`.
///
/// Rule-based transforms take a lock that the whole process shares, so they do not get faster
/// with more threads.
public struct ICUTransform: Sendable {
  /// The identifier.
  public let identifier: String

  /// Opens a transform.
  ///
  /// - Throws: `ICUError` when ICU does not know the identifier.
  public init(_ identifier: String) throws(ICUError) {
    self.identifier = identifier
    _ = try apply(to: Text(""))
  }

  /// The transformed text. ICU does not tell which part came from where.
  ///
  /// - Throws: `ICUError` for texts beyond 1 GiB.
  public func apply(to text: Text) throws(ICUError) -> Text {
    let result = text.bytes.withUnsafeBufferPointer { bytes in
      identifier.withCString { cicu_transform($0, bytes.baseAddress, bytes.count) }
    }
    guard result.status <= 0 else {
      throw ICUError(operation: "transform \"\(identifier)\"", code: result.status)
    }
    var replacements = 0
    let bytes = Array(UnsafeBufferPointer(start: result.bytes, count: result.count))
    return Text(repairing: bytes, replacements: &replacements)
  }

  /// Identifiers of all transforms that are registered with ICU, sorted.
  public static func identifiers() -> [String] {
    let result = cicu_transform_identifiers()
    guard result.status <= 0 else { return [] }
    let lines = String(
      decoding: UnsafeBufferPointer(start: result.bytes, count: result.count), as: UTF8.self)
    return lines.split(separator: "\n").map(String.init).sorted()
  }
}
