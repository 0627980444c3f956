import UTF8Text

/// A network with one hidden layer that says how likely each graphone of a letter is, given the letters
/// around it on both sides: what an n-gram of graphones, which looks back only, cannot see.
///
/// Source: R. Collobert et al., "Natural Language Processing (Almost) from Scratch", Journal of Machine
/// Learning Research 12 (2011), section 3.2 (the window approach). The first layer is a sum of rows, one
/// for each place in the window and letter that stands there.
struct WindowNetwork: Sendable {
  /// Sixteen hidden units.
  typealias Lane = SIMD16<Float>

  /// Letters on either side that are looked at.
  static let reach = 7
  /// Places in the window.
  static let width = 2 * reach + 1
  /// Lanes of the hidden layer.
  static let lanes = 8
  /// Hidden units.
  static let units = lanes * Lane.scalarCount

  /// The number of each letter, from 1; 0 is the place before or behind a word.
  let numbers: [UInt32: Int]
  /// Rows of the first layer: of each place in the window the rows of the letters.
  var input: [Lane]
  /// What the hidden units start from.
  var bias: [Lane]
  /// Rows of the second layer, one for each graphone.
  var output: [Lane]
  /// What the graphones start from.
  var outputBias: [Float]

  /// A network of zeros.
  init(letters: [UInt32], graphoneCount: Int) {
    numbers = Dictionary(uniqueKeysWithValues: zip(letters, 1...))
    input = [Lane](repeating: .zero, count: Self.width * (letters.count + 1) * Self.lanes)
    bias = [Lane](repeating: .zero, count: Self.lanes)
    output = [Lane](repeating: .zero, count: graphoneCount * Self.lanes)
    outputBias = [Float](repeating: 0, count: graphoneCount)
  }

  /// Fills an array with the letters' numbers; false when one is unknown.
  func number(_ word: [UInt32], into result: inout [Int]) -> Bool {
    result.removeAll(keepingCapacity: true)
    for letter in word {
      guard let number = numbers[letter] else { return false }
      result.append(number)
    }
    return true
  }

  /// Where the first layer's row of a letter at a place of the window begins.
  @inline(__always)
  func row(_ number: Int, at place: Int) -> Int {
    (place * (numbers.count + 1) + number) * Self.lanes
  }

  /// The places of the rows that a letter's window adds up, those outside the word as well.
  ///
  /// - Parameters:
  ///   - word: The word's letters as numbers.
  ///   - center: The letter that is looked at.
  ///   - rows: Filled with `width` places.
  @inline(__always)
  func findRows(of word: [Int], around center: Int, into rows: inout [Int]) {
    for place in 0..<Self.width {
      let index = center + place - Self.reach
      let number = index >= 0 && index < word.count ? word[index] : 0
      rows[place] = row(number, at: place)
    }
  }

  /// The hidden units of a window, given the places of its rows.
  @inline(__always)
  func activate(_ rows: [Int], into hidden: inout [Lane]) {
    for lane in 0..<Self.lanes {
      var sum = bias[lane]
      for row in rows { sum += input[row + lane] }
      hidden[lane] = sum.replacing(with: 0, where: sum .< 0)
    }
  }

  /// How much the hidden units speak for a graphone, before all are made to sum to one.
  @inline(__always)
  func weigh(_ graphone: Int, by hidden: [Lane]) -> Float {
    var sum = Lane.zero
    let row = graphone * Self.lanes
    for lane in 0..<Self.lanes { sum += hidden[lane] * output[row + lane] }
    // Halves are added in one instruction each; `sum()` goes unit by unit.
    let eight = sum.lowHalf + sum.highHalf
    let four = eight.lowHalf + eight.highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y + outputBias[graphone]
  }
}
