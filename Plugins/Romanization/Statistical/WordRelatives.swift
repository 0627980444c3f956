import ArabicText

/// Reads a word from other forms of it that are known: محررها from محرر, تفتقر from يفتقر.
struct WordRelatives {
  /// A romanization of a form, and how often it was seen.
  typealias Known = (latin: [UInt8], count: Int)
  /// How many bytes of letters a prefix has, and the prefix.
  private typealias Start = (arabic: Int, prefix: RomanClitics.Prefix?)

  /// What is known of letters.
  let known: (_ letters: [UInt8]) -> [Known]

  /// Calls `body` with each reading that other forms tell.
  ///
  /// - Parameter letters: In Arabic, UTF-8.
  func forEachReading(of letters: [UInt8], _ body: (_ latin: [UInt8], _ count: Int) -> Void) {
    var starts: [Start] = [(0, nil)]
    for prefix in RomanClitics.shared.prefixes where prefix.opens(letters, leaving: 6) {
      starts.append((prefix.arabic.count, prefix))
    }
    func tell(_ start: Start, _ latin: [UInt8], _ count: Int) {
      guard let prefix = start.prefix else { return body(latin, count) }
      if prefix.takes(latin) { body(prefix.latin + latin, count) }
    }
    for ending in WordEndings.shared.endings where letters.count >= ending.arabic.count + 4 {
      guard letters.suffix(ending.arabic.count).elementsEqual(ending.arabic) else { continue }
      for start in starts where letters.count >= start.arabic + ending.arabic.count + 4 {
        let base =
          letters[start.arabic..<(letters.count - ending.arabic.count)] + ending.baseArabic
        for form in known(Array(base)) where form.latin.count > ending.baseLatin.count {
          guard form.latin.suffix(ending.baseLatin.count).elementsEqual(ending.baseLatin) else {
            continue
          }
          let stem = form.latin.dropLast(ending.baseLatin.count)
          for latin in ending.latin where Self.joins(stem, latin) {
            tell(start, stem + latin, form.count)
          }
        }
      }
    }
    for opening in WordEndings.shared.openings {
      for start in starts where letters.count >= start.arabic + opening.arabic.count + 4 {
        let rest = letters[start.arabic...]
        guard rest.starts(with: opening.arabic) else { continue }
        for form in known(opening.baseArabic + rest.dropFirst(opening.arabic.count))
        where form.latin.starts(with: opening.baseLatin) {
          tell(start, opening.latin + form.latin.dropFirst(opening.baseLatin.count), form.count)
        }
      }
    }
  }

  /// Whether an ending may stand behind a stem: not two vowels in a row.
  private static func joins(_ stem: ArraySlice<UInt8>, _ ending: [UInt8]) -> Bool {
    guard let last = stem.lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return true }
    return !(RomanVowel.length(stem, at: last) > 0 && RomanVowel.length(ending[...], at: 0) > 0)
  }
}
