import ICUText
import Warraq

/// A library record's field with its romanization, cut into words that belong together.
struct RomanRecord {
  /// What the field is, from the narrowest kind to the widest but `auto`; never empty.
  let kinds: [FieldKind]
  /// Whether lines like it are asked about without their kind as well. Prose is told from the rest by its words, and
  /// those few lines of records that are not told must not be read as prose is.
  let isAskedUnlabeled: Bool
  /// Whether its kind is learned from its words. Of words that people type alone nobody says what they are; they are read
  /// as titles are, and are no more a title than a name.
  let tellsKind: Bool
  let context: FieldContext
  /// For each word its romanization in lower case and whether it has a capital; nil where it is no
  /// Arabic word.
  let answers: [(latin: [UInt8], isCapital: Bool)?]

  /// Reads a row; nil when Arabic and Latin have different numbers of words.
  ///
  /// - Parameter kind: What its field says that it is, `auto` for a line of no field.
  init?(arabic: String, latin: String, kind: FieldKind) {
    let line = Array(arabic.utf8)
    let context = line.withUnsafeBufferPointer { FieldContext($0, kind: kind) }
    let words = context.words
    let romans = latin.split(separator: " ").map(Self.stripped)
    guard words.count == romans.count, !words.isEmpty else { return nil }
    kinds = [kind == .auto ? .title : kind] + (kind.wider.map { [$0] } ?? [])
    isAskedUnlabeled = kind != .prose
    tellsKind = kind != .auto
    self.context = context
    answers = zip(words, romans).map { word, roman in
      guard word.isArabic, !roman.isEmpty else { return nil }
      let lower = roman.lowercased()
      let prefix = RomanClitics.shared.prefixLength(of: Array(lower.utf8)[...])
      let stem = String(decoding: Array(roman.utf8).dropFirst(prefix), as: UTF8.self)
      let first = stem.first { $0.isLetter && $0.isCased }
      return (Array(lower.utf8), first?.isUppercase ?? false)
    }
  }

  /// A word without the marks at its rims; ayn, hamza and prime are letters.
  private static func stripped(_ word: Substring) -> Substring {
    func isMark(_ character: Character) -> Bool {
      !(character.isLetter || character.isNumber) && !"ʻʼʹ".contains(character)
    }
    var word = word
    while let first = word.first, isMark(first) { word.removeFirst() }
    while let last = word.last, isMark(last) { word.removeLast() }
    return word
  }
}
