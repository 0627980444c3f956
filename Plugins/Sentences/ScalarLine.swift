import Warraq

/// One line as scalars with their places; invisible controls are left out, so that no rule needs
/// to step over them.
struct ScalarLine {
  /// The scalars.
  private(set) var scalars: [UInt32] = []
  /// Byte offset of each scalar in the text; the line's end behind the last.
  private(set) var offsets: [Int] = []
  /// Byte offset behind each scalar, before any invisible controls.
  private(set) var ends: [Int] = []

  var count: Int { scalars.count }

  /// Reads the line that fills `range` of the text's bytes, reusing this value's storage.
  mutating func assign(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    scalars.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, next) = UTF8Bytes.decode(bytes, at: index)
      if !ScalarClass.isInvisible(scalar) {
        scalars.append(scalar)
        offsets.append(index)
        ends.append(next)
      }
      index = next
    }
    offsets.append(range.upperBound)
  }

  /// The scalar at an index, or nil outside the line.
  func scalar(_ index: Int) -> UInt32? {
    scalars.indices.contains(index) ? scalars[index] : nil
  }

  /// True for letters, marks and tatweel: what a written word is made of.
  static func isWordPart(_ scalar: UInt32) -> Bool {
    ScalarClass.isArabicLetter(scalar) || ScalarClass.extendsCluster(scalar)
      || ScalarClass.isLatinLetter(scalar)
  }

  /// First index at or after `index` that is no white space.
  func skippingSpace(from index: Int) -> Int {
    var index = index
    while index < count, ScalarClass.isWhiteSpace(scalars[index]) { index += 1 }
    return index
  }

  /// The word that starts at `index`, without marks and tatweel.
  func word(at index: Int) -> String {
    var word = String.UnicodeScalarView()
    var index = index
    while index < count, Self.isWordPart(scalars[index]) {
      if !ScalarClass.extendsCluster(scalars[index]), let scalar = Unicode.Scalar(scalars[index]) {
        word.append(scalar)
      }
      index += 1
    }
    return String(word)
  }
}
