import Warraq

/// The order of marks on one letter.
enum MarkOrder {
  /// Puts shadda before the vowel sign it stands with; canonical order has it behind.
  static func shaddaFirst(_ text: Text) -> Text {
    let scalars = Array(text.string.unicodeScalars)
    var result = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      let isVowel = (0x064B...0x0650).contains(scalars[index].value)
      if isVowel, index + 1 < scalars.count, scalars[index + 1].value == 0x0651 {
        result.append(scalars[index + 1])
        result.append(scalars[index])
        index += 2
      } else {
        result.append(scalars[index])
        index += 1
      }
    }
    return Text(String(result))
  }
}
