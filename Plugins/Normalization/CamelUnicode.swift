import ArabicText
import ICUText
import UTF8Text

/// CAMeL Tools' normalize_unicode: NFKC, but ﷼ is spelled with an Arabic ya, and ﷽ is spelled out.
enum CamelUnicode {
  private static let exceptions = ScalarMap([
    0xFDFC: Array("ريال".utf8), 0xFDFD: Array("بسم الله الرحمن الرحيم".utf8),
  ])

  static func compatible(_ text: Text) -> (text: Text, alignment: Alignment) {
    let (spelled, first) = exceptions.apply(to: text)
    // ICU refuses only texts beyond 2 GiB; those stay as they are.
    guard let (result, second) = try? NormalizationForm.nfkc.normalize(spelled) else {
      return (spelled, first)
    }
    return (result, first.composed(with: second))
  }
}
