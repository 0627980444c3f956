import Warraq
import WarraqRomanization

/// Romanizes lines by a scheme of any kind.
struct LineRomanizer: Sendable {
  let scheme: Scheme
  /// What the lines are.
  var kind: FieldKind {
    didSet {
      statistical?.kind = kind
      voweled?.kind = kind
      rules?.kind = kind
    }
  }
  private var statistical: StatisticalRomanizer?
  private var voweled: VoweledRomanizer?
  private var rules: RuleRomanizer?

  /// - Parameter model: Supplies vowels for schemes that go by sound; nil for none.
  init(_ scheme: Scheme, model: RomanizerModel?, kind: FieldKind) {
    self.scheme = scheme
    self.kind = kind
    guard let model else {
      rules = RuleRomanizer(scheme, kind: kind)
      return
    }
    if scheme.id == "ala-lc" {
      statistical = StatisticalRomanizer(model: model, kind: kind)
    } else {
      voweled = VoweledRomanizer(scheme, model: model, kind: kind)
    }
  }

  /// The romanized line.
  mutating func romanize(_ line: Text) throws -> Text {
    try statistical?.romanize(line, rules: scheme) ?? voweled?.romanize(line)
      ?? rules?.romanize(line) ?? scheme.romanize(line, kind: kind)
  }

  /// The same as a view of the line.
  mutating func view(of line: Text) throws -> View {
    try statistical?.view(of: line, rules: scheme) ?? voweled?.view(of: line)
      ?? scheme.view(of: line, kind: kind)
  }

  /// The words of a line with their vowels, where the scheme has them from library records, and the view of the line.
  mutating func wordsAndView(of line: Text) throws -> (words: [RomanizedWord]?, view: View) {
    guard let both = statistical?.wordsAndView(of: line, rules: scheme) else {
      return (nil, try view(of: line))
    }
    return both
  }

  /// The words of a line with their vowels, where the scheme has them from library records.
  mutating func words(of line: Text) -> [RomanizedWord]? {
    statistical?.words(of: line, rules: scheme)
  }

  /// Appends the romanized form of many lines at once, for schemes that can do so.
  ///
  /// - Returns: How many Arabic letters the scheme does not know; nil for other schemes, and nothing is appended.
  mutating func append(_ lines: Text, to bytes: inout [UInt8]) -> Int? {
    lines.bytes.withUnsafeBufferPointer { lines in
      rules?.append(lines, to: &bytes) ?? scheme.append(lines, to: &bytes)
    }
  }
}
