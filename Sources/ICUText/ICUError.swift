import CICU

/// A refusal by ICU.
public struct ICUError: Error, Hashable, CustomStringConvertible {
  /// What was asked of ICU, such as `transform "Foo-Bar"`.
  public let operation: String
  /// ICU's numeric error code.
  public let code: Int32

  /// ICU's name of the code, such as `U_INVALID_ID`.
  public var codeName: String { String(cString: cicu_error_name(code)) }

  /// What was asked and what ICU said, in one line.
  public var description: String { "ICU: \(operation) failed with \(codeName)" }
}

/// The versions of the ICU library that is loaded.
public enum ICUVersion {
  /// ICU's own version, such as `72.1`.
  public static let icu: String = versions.icu
  /// The version of the Unicode Standard that this ICU implements, such as `15.0`.
  public static let unicode: String = versions.unicode

  private static let versions: (icu: String, unicode: String) = {
    var icu = [CChar](repeating: 0, count: 32)
    var unicode = [CChar](repeating: 0, count: 32)
    cicu_versions(&icu, &unicode)
    func text(_ characters: [CChar]) -> String {
      String(
        decoding: characters.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    return (text(icu), text(unicode))
  }()
}
