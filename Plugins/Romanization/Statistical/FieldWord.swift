import Warraq

/// A word of a line with the marks around it.
struct FieldWord {
  /// What stands before and behind the Arabic letters, as the source has it: UTF-8.
  var before: Range<Int>
  var core: Range<Int>
  var after: Range<Int>
  /// Where its letters stand among those of its line (`FieldLine`); empty for a word that is not Arabic.
  var letters: Range<Int>
  /// True when short vowels are written on it.
  var hasVowels: Bool
  /// True when any vowel sign is: sukun, shadda and tanwin as well.
  var hasMarks: Bool
  /// Hashes of its letters, of the first two and of the last two; of a word that is not Arabic the first one is that of
  /// all of it.
  var hash: UInt64 = 0
  var start: UInt64 = 0
  var end: UInt64 = 0
  /// Hash of the mark behind it, 0 for none.
  var mark: UInt64 = 0

  var isArabic: Bool { !letters.isEmpty }
}
