/// Random text as fast paths find it hard: mostly Arabic letters, with runs long enough to fill
/// vectors, and everything that interrupts them.
public enum RandomLines {
  private static let letters = Array("ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآىةئؤء".unicodeScalars)
  private static let interruptions: [Unicode.Scalar] = [
    "\u{64B}", "\u{64E}", "\u{651}", "\u{652}", "\u{670}", "\u{653}", "\u{654}", "\u{640}", "\n",
    "\n",
    " ", " ", " ", " ", " ", "\t", "\r", "\u{A0}", "\u{2028}", "\u{200F}", "\u{200B}", "\u{FEFF}",
    "«", "»", "،", ".", "A", "Z", "é", "É", "e", "\u{301}", "\u{327}", "٣", "۳", "3", "٫", "ک", "ی",
    "ۀ", "\u{FDF2}", "\u{FDFA}", "\u{FEFB}", "\u{FC60}", "…", "“", "€", "中", "한", "\u{1100}",
    "\u{1161}",
    "😀", "\u{1E900}", "\u{212B}", "\u{37E}", "ﬁ", "\u{0}", "\u{85}", "\u{3000}",
  ]

  /// A text of up to some forty scalars.
  public static func make(using generator: inout SeededGenerator) -> String {
    var view = String.UnicodeScalarView()
    let pieces = generator.next() % 8
    for _ in 0...pieces {
      let random = generator.next()
      if random & 3 == 0 {
        for index in 0..<Int(random >> 8 & 15) {
          view.append(letters[Int(random >> (16 + UInt64(index))) % letters.count])
        }
      }
      view.append(letters[Int(random >> 32 & 0xFFFF) % letters.count])
      view.append(interruptions[Int(random >> 48) % interruptions.count])
    }
    return String(view)
  }
}
