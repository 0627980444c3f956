/// The escapes of tables of test cases: `\\ \t \n \r \uXXXX \UXXXXXXXX`.
enum LineEscapes {
  /// The text that an escaped line stands for. A lone surrogate becomes U+FFFD; an escape that is
  /// none stands for its letter.
  static func unescape(_ line: String) -> String {
    guard line.utf8.contains(UInt8(ascii: "\\")) else { return line }
    var result = String.UnicodeScalarView()
    var scalars = line.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      guard scalar == "\\", let letter = scalars.first else {
        result.append(scalar)
        continue
      }
      scalars.removeFirst()
      switch letter {
      case "t": result.append("\t")
      case "n": result.append("\n")
      case "r": result.append("\r")
      case "u": result.append(hexadecimal(&scalars, digits: 4) ?? letter)
      case "U": result.append(hexadecimal(&scalars, digits: 8) ?? letter)
      default: result.append(letter)
      }
    }
    return String(result)
  }

  /// The text as one line: controls, invisible characters and odd spaces escaped.
  static func escape(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\t": result += "\\t"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      default:
        let category = scalar.properties.generalCategory
        let isPlain =
          scalar == " "
          || category != .control && category != .format
            && category != .spaceSeparator && category != .lineSeparator
            && category != .paragraphSeparator && category != .unassigned
        if isPlain {
          result.unicodeScalars.append(scalar)
        } else {
          let code = String(scalar.value, radix: 16, uppercase: true)
          let width = scalar.value > 0xFFFF ? 8 : 4
          let zeros = String(repeating: "0", count: width - code.count)
          result += (width == 8 ? "\\U" : "\\u") + zeros + code
        }
      }
    }
    return result
  }

  private static func hexadecimal(
    _ scalars: inout Substring.UnicodeScalarView, digits: Int
  ) -> Unicode.Scalar? {
    let code = scalars.prefix(digits)
    guard code.count == digits, let value = UInt32(String(code), radix: 16) else { return nil }
    scalars.removeFirst(digits)
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
