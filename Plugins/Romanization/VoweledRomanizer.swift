import Warraq

/// Romanizes by a scheme of rules text that lacks its vowels: words without signs get those of their ALA-LC reading
/// first. Words on which signs are written are read by them.
///
/// Not for several threads at once; each takes one of its own.
public struct VoweledRomanizer: Sendable {
  private var supply: VowelSupply
  private var rules: RuleRomanizer

  /// What the texts are, for their readings and their capitals; what is remembered does not depend on it.
  public var kind: FieldKind {
    get { rules.kind }
    set {
      rules.kind = newValue
      supply.kind = newValue
    }
  }

  /// A romanizer for a scheme; nil for those that have no rules.
  ///
  /// - Parameters:
  ///   - model: Gives the readings.
  ///   - kind: What the texts are, for their readings and their capitals.
  public init?(_ scheme: Scheme, model: RomanizerModel, kind: FieldKind = .auto) {
    guard let rules = RuleRomanizer(scheme, kind: kind) else { return nil }
    self.rules = rules
    supply = VowelSupply(model: model, kind: kind)
  }

  /// The romanized line, without letters' places.
  public mutating func romanize(_ line: Text) -> Text {
    let line = ReadableText.of(line)?.text ?? line
    var result: [UInt8] = []
    result.reserveCapacity(line.count * 2)
    line.bytes.withUnsafeBufferPointer { bytes in
      let supplied = supply.words(of: bytes, telling: rules.asksForCapitals)
      _ = rules.append(bytes, supplied: supplied, to: &result)
    }
    return Text(wellFormed: result)
  }

  /// The same as a view of the line: aligned letter by letter where signs are written, else word by word.
  public mutating func view(of line: Text) -> View {
    let readable = ReadableText.of(line)
    let plain = readable?.text ?? line
    let supplied = plain.bytes.withUnsafeBufferPointer {
      supply.words(of: $0, telling: rules.asksForCapitals)
    }
    let (latin, alignment) = rules.view(of: plain, supplied: supplied)
    return View(
      source: line, text: latin,
      alignment: readable?.alignment.composed(with: alignment) ?? alignment)
  }
}
