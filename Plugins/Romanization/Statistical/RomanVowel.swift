/// The vowels of ALA-LC in lower case: a, i, u, ā, ī, ū and á.
enum RomanVowel {
  /// The length in bytes of the vowel that begins at an index of UTF-8 text; 0 when none does.
  static func length(_ latin: ArraySlice<UInt8>, at index: Int) -> Int {
    guard latin.indices.contains(index) else { return 0 }
    let first = latin[index]
    if first < 0x80 { return "aiu".utf8.contains(first) ? 1 : 0 }
    guard latin.indices.contains(index + 1) else { return 0 }
    switch (first, latin[index + 1]) {
    case (0xC4, 0x81), (0xC4, 0xAB), (0xC5, 0xAB), (0xC3, 0xA1): return 2
    default: return 0
    }
  }
}
