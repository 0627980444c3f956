import ArabicText
import RomanizationKernel
import Warraq

/// Texts as schemes of rules read them: presentation forms as the letters that they show, and names such as عبدالعزيز as
/// the two words that they are.
enum ReadableText {
  /// A text to read, and its alignment; nil for one that is read as it stands.
  static func of(_ text: Text) -> (text: Text, alignment: Alignment)? {
    let shown = ShownLetters.of(text)
    let letters = shown?.text ?? text
    let places = letters.bytes.withUnsafeBufferPointer { secondWords(in: $0) }
    guard !places.isEmpty else { return shown }
    let parted = letters.bytes.withUnsafeBufferPointer { bytes in
      var rewriter = TextRewriter(bytes)
      for place in places { rewriter.replace(place..<place, with: CollectionOfOne(0x20)) }
      return rewriter.finish(letters)
    }
    return (parted.text, shown?.alignment.composed(with: parted.alignment) ?? parted.alignment)
  }

  /// Well-formed UTF-8 to read; nil for what is read as it stands.
  static func bytes(of bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    if ShownLetters.mayContain(bytes) {
      return of(Text(wellFormed: Array(bytes)))?.text.bytes.map { $0 }
    }
    let places = secondWords(in: bytes)
    guard !places.isEmpty else { return nil }
    var parted: [UInt8] = []
    parted.reserveCapacity(bytes.count + places.count)
    var start = 0
    for place in places {
      parted += bytes[start..<place]
      parted.append(0x20)
      start = place
    }
    return parted + bytes[start...]
  }

  /// Where the second words of such names begin.
  private static func secondWords(in bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    var places: [Int] = []
    var index = 0
    while true {
      let found = compound_name_find(bytes.baseAddress, bytes.count, index)
      guard found < bytes.count else { break }
      index = found + 2
      guard beginsName(bytes, at: found) else { continue }
      let word = PhoneticRomanizer.word(of: bytes, at: found)
      if let second = CompoundNames.secondWord(of: word) {
        places.append(found + second)
        index = word.endIndex
      }
    }
    return places
  }

  private static let particles: Set<UInt32> = [0x0648, 0x0641, 0x0628, 0x0643, 0x0644]

  /// Whether a name may begin at an index: a word does, or all that stands before in the word is one particle.
  private static func beginsName(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    var letters = 0
    var start = index
    while start > 0 {
      var previous = start - 1
      while previous > 0, bytes[previous] & 0xC0 == 0x80 { previous -= 1 }
      let scalar = UTF8Bytes.decode(bytes, at: previous).scalar
      guard PhoneticRomanizer.isWordPart(scalar) else { return true }
      if ScalarClass.isArabicLetter(scalar) {
        letters += 1
        guard letters == 1, particles.contains(scalar) else { return false }
      }
      start = previous
    }
    return true
  }
}
