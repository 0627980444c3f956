import ArabicText
import Warraq

/// Arabic names as keys: folded words joined by single spaces, of عبدالعزيز two.
enum NameKey {
  /// The key of a name as written.
  static func make(_ name: String) -> String {
    var name = name
    var folded: [UInt8] = []
    name.withUTF8 { ArabicFold.append($0, to: &folded) }
    var key: [UInt8] = []
    key.reserveCapacity(folded.count)
    folded.withUnsafeBufferPointer { bytes in
      var isOpen = false
      // Where the open word begins in the key.
      var start = 0
      var index = 0
      while index < bytes.count {
        let (scalar, next) = UTF8Bytes.decode(bytes, at: index)
        if isWord(scalar) {
          if !isOpen {
            if !key.isEmpty { key.append(0x20) }
            start = key.count
          }
          for place in index..<next { key.append(bytes[place]) }
          isOpen = true
        } else {
          part(&key, from: start)
          start = key.count
          isOpen = false
        }
        index = next
      }
      part(&key, from: start)
    }
    return String(decoding: key, as: UTF8.self)
  }

  /// Parts the word that ends a key where it is two.
  private static func part(_ key: inout [UInt8], from start: Int) {
    // ع begins few words: the rest is not looked at.
    guard key.count > start + 1, key[start] == 0xD8, key[start + 1] == 0xB9 else { return }
    if let second = CompoundNames.secondWord(of: key[start...]) {
      key.insert(0x20, at: start + second)
    }
  }

  private static func isWord(_ scalar: UInt32) -> Bool {
    if ScalarClass.isArabicLetter(scalar) || ScalarClass.isDigit(scalar) { return true }
    if scalar < 0x80 { return ScalarClass.isLatinLetter(scalar) }
    guard let properties = Unicode.Scalar(scalar)?.properties else { return false }
    return properties.isAlphabetic || properties.numericType != nil
  }

  /// The words of a name as they are written, cut as its key is.
  static func words(of name: String) -> [String] {
    name.unicodeScalars.split { !isWord($0.value) && !ScalarClass.extendsCluster($0.value) }
      .flatMap { scalars in
        let word = Substring(scalars)
        guard let second = CompoundNames.secondWord(of: word.utf8) else { return [String(word)] }
        return [String(word.utf8.prefix(second)), String(word.utf8.dropFirst(second))]
          .compactMap { $0 }
      }
  }

  /// The words of a part as they are written in a name, with a space between them or without.
  static func written(_ words: [String], in name: String) -> String {
    guard words.count > 1 else { return words.first ?? "" }
    let joined = words.joined()
    return name.contains(joined) ? joined : words.joined(separator: " ")
  }

  /// The key of a name that begins with أبا or أبي, which أبو is in other cases; nil for other keys. Latin knows no cases:
  /// رأيت أبا بكر is Abu Bakr too.
  static func nominative(of key: String) -> String? {
    for word in ["ابا ", "ابي "] where key.hasPrefix(word) {
      return "ابو " + key.dropFirst(word.count)
    }
    return nil
  }

  /// Whether a key is one word, or a compound such as `عبد الله`.
  static func isUnit(_ key: String) -> Bool {
    guard let space = key.utf8.firstIndex(of: 0x20) else { return true }
    return openers.contains(ByteKey(String(key[..<space]))) && units(of: key).count == 1
  }

  /// The words of a key, compounds such as `عبد الله` taken as one.
  static func units(of key: String) -> [String] {
    var units: [String] = []
    var isOpen = false
    var length = 0
    for word in key.utf8.split(separator: 0x20).compactMap({ String(Substring($0)) }) {
      if isOpen, let last = units.last {
        units[units.count - 1] = last + " " + word
        length += 1
      } else {
        units.append(word)
        length = 1
      }
      isOpen = length < longestUnit && openers.contains(ByteKey(word))
    }
    return units
  }

  /// Words of the longest unit; a longer chain of openers is no name.
  static let longestUnit = 4

  /// Words that form one unit with the next.
  static let openers: Set<ByteKey> = ["عبد", "ابو", "ابي", "ابا", "ام", "ذو", "ال"]
  /// Words that link two parts of a name.
  static let links: Set<ByteKey> = [
    "بن", "ابن", "بنت", "ولد", "فون", "دي", "دا", "دو", "فان", "لا", "او",
  ]
}
