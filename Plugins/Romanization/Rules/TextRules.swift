import RomanizationKernel
import Warraq

/// What the kernel must know of a scheme of rules to write words that are known.
struct TextRules: Sendable {
  /// What scalars are and become, the same for all schemes.
  private struct Tables: Sendable {
    let classes: [UInt8]
    let signs: [UInt8]

    init() {
      let short: Range<UInt32> = 0..<0x800
      let general: Range<UInt32> = 0x2000..<0x2080
      classes = (Array(short) + Array(general)).map(Self.class(of:))
      signs = short.map { LatinMarks.sign(for: $0) ?? 0 }
    }

    private static func `class`(of scalar: UInt32) -> UInt8 {
      if ScalarClass.isArabicLetter(scalar) { return 0 }
      if PhoneticRomanizer.isWordPart(scalar) { return 1 }
      let behind = [false, true].map { PhoneticRomanizer.beginsName(behind: scalar, $0) }
      return 2 | (behind == [true, true] ? 4 : behind == [false, false] ? 8 : 0)
    }
  }

  private static let tables = Tables()

  private let capitals: Capitals
  private let hasConstruct: Bool
  private let elides: Bool
  private let letters: BareLetters

  init(_ romanizer: PhoneticRomanizer, _ capitals: Capitals) {
    self.capitals = capitals
    letters = romanizer.bareLetters
    hasConstruct = romanizer.writesConstructT
    elides = romanizer.elidesWasla
  }

  /// Calls `body` with what the kernel reads.
  func withRules<Result>(_ body: (inout word_rules) -> Result) -> Result {
    Self.tables.classes.withUnsafeBufferPointer { classes in
      Self.tables.signs.withUnsafeBufferPointer { signs in
        letters.table.withUnsafeBufferPointer { letters in
          var rules = word_rules(
            bare: letters.baseAddress, classes: classes.baseAddress, signs: signs.baseAddress,
            capitals: capitals.words.rawValue, raises_article: capitals.raisesArticle,
            has_construct: hasConstruct, elides: elides)
          return body(&rules)
        }
      }
    }
  }
}
