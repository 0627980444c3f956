/// Text on one line, for output in which a line is an item.
public enum SingleLine {
  /// The text with every line end, and the white space around it, written as one space.
  public static func of(_ text: String) -> String {
    // NEL, LS and PS begin with C2 and E2; walking the characters is left for text that may need it.
    let mayHoldNewline = text.utf8.contains { $0 <= 0x0D || $0 == 0xC2 || $0 == 0xE2 }
    guard mayHoldNewline, text.contains(where: \.isNewline) else { return text }
    let parts = text.split(whereSeparator: \.isNewline).map { part in
      var part = part.drop(while: \.isWhitespace)
      while let last = part.last, last.isWhitespace { part.removeLast() }
      return part
    }
    return parts.joined(separator: " ")
  }
}
