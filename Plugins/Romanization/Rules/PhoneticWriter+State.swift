extension PhoneticRomanizer.Writer {
  /// What the next letter depends on of those before it, beside their marks.
  struct State: Hashable {
    /// True when the last thing written was a vowel.
    var endsInVowel = false
    /// True when that vowel was ā, which some schemes write as they write a.
    var endsInLongA = false
    /// The consonant that was written last, where it is of one byte; else 0.
    var lastConsonant: UInt8 = 0

    /// Whether an h behind what was written would be read with it as one sound.
    var makesDigraphOfH: Bool {
      guard !endsInVowel else { return false }
      switch lastConsonant {
      case UInt8(ascii: "d"), UInt8(ascii: "g"), UInt8(ascii: "k"), UInt8(ascii: "s"),
        UInt8(ascii: "t"):
        return true
      default: return false
      }
    }
  }
}
