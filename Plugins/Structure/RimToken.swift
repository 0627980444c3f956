import ArabicText
import Warraq

/// A word or a mark near the rim of a line.
struct RimToken {
  /// Its place in the source.
  let span: TextSpan
  /// The mark's code point; 0 for a word.
  let mark: UInt32
  /// Whether white space stands before it.
  let isSpaced: Bool
  /// Whether the word has Arabic letters.
  let isArabic: Bool

  /// Whether it is a word.
  var isWord: Bool { mark == 0 }

  /// The word, folded.
  func folded(in text: Text) -> ByteKey { ByteKey(ArabicFold.fold(text[span])) }

  /// Bytes of the longest particle.
  private static let longestParticle = 6

  /// Whether a folded word is a particle or a pronoun, which names have none of. `علي` is a name here: folded, the
  /// preposition على is the same.
  static func isParticle(_ folded: ByteKey) -> Bool {
    folded.string.utf8.count <= longestParticle && folded != "علي"
      && StopWords.contains(folded.string)
  }

  /// Marks that end a sentence.
  var endsSentence: Bool {
    switch mark {
    case 0x2E, 0x21, 0x3F, 0x061F, 0x06D4, 0x2026: true
    default: false
    }
  }

  /// Quotation marks and brackets that may stand behind the end of a sentence.
  var closes: Bool {
    switch mark {
    case 0x22, 0x27, 0x29, 0x5D, 0xBB, 0x2019, 0x201D: true
    default: false
    }
  }

  /// Dashes, and the tatweel that many set for one.
  var isDash: Bool {
    switch mark {
    case 0x2D, 0x2013, 0x2014, 0x0640: true
    default: false
    }
  }

  /// The words and marks of a part of a text. Letters of another script begin a word of their own: addresses are often
  /// glued to what follows.
  static func tokens(of span: TextSpan, in text: Text) -> [RimToken] {
    text.bytes.withUnsafeBufferPointer { bytes in
      var tokens: [RimToken] = []
      var index = span.start
      var isSpaced = true
      while index < span.end {
        let start = index
        let (scalar, next) = UTF8Bytes.decode(bytes, at: index)
        index = next
        if ScalarClass.isWhiteSpace(scalar) || ScalarClass.isInvisible(scalar) {
          isSpaced = isSpaced || ScalarClass.isWhiteSpace(scalar)
          continue
        }
        let isArabic = isArabicPart(scalar)
        if isArabic || isOtherPart(scalar) {
          while index < span.end {
            let (scalar, next) = UTF8Bytes.decode(bytes, at: index)
            let goesOn =
              isArabic
              ? isArabicPart(scalar) || isLengthening(scalar, bytes, next, span.end)
              : isOtherPart(scalar)
            guard goesOn else { break }
            index = next
          }
          tokens.append(
            RimToken(
              span: TextSpan(start, index), mark: 0, isSpaced: isSpaced, isArabic: isArabic))
        } else {
          tokens.append(
            RimToken(
              span: TextSpan(start, index), mark: scalar, isSpaced: isSpaced,
              isArabic: false))
        }
        isSpaced = false
      }
      return tokens
    }
  }

  private static func isArabicPart(_ scalar: UInt32) -> Bool {
    ScalarClass.isArabicLetter(scalar) || ScalarClass.isArabicMark(scalar)
  }

  /// Whether a scalar is a tatweel that lengthens a word: another, or a letter, follows.
  private static func isLengthening(
    _ scalar: UInt32, _ bytes: UnsafeBufferPointer<UInt8>, _ next: Int, _ end: Int
  ) -> Bool {
    guard scalar == 0x0640, next < end else { return false }
    let following = UTF8Bytes.decode(bytes, at: next).scalar
    return following == 0x0640 || isArabicPart(following)
  }

  private static func isOtherPart(_ scalar: UInt32) -> Bool {
    ScalarClass.isLatinLetter(scalar) || ScalarClass.isDigit(scalar)
  }
}
