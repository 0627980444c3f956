/// Weights in rows of one size, their gradient, and the running means by which Adam turns it into steps. A row moves
/// only in steps that touched it.
///
/// Source: D. Kingma and J. Ba, "Adam: a method for stochastic optimization" (2015).
struct AdamWeights {
  private static let firstDecay: Float = 0.9
  private static let secondDecay: Float = 0.999
  private static let least: Float = 1e-8

  var values: [Float]
  /// What examples add up to since the last step.
  var gradient: [Float]
  private var firstMeans: [Float]
  private var secondMeans: [Float]
  private let rowSize: Int
  private var touched: [Int] = []
  private var isTouched: [Bool]
  private var wasTouched: [Bool]
  /// The powers of both rates of decay.
  private var firstPower: Float = 1
  private var secondPower: Float = 1

  /// Weights of 0.
  init(count: Int, rowSize: Int) {
    values = [Float](repeating: 0, count: count)
    gradient = values
    firstMeans = values
    secondMeans = values
    self.rowSize = rowSize
    isTouched = [Bool](repeating: false, count: count / rowSize)
    wasTouched = isTouched
  }

  /// Says that a row's gradient is added to.
  mutating func touch(_ row: Int) {
    guard !isTouched[row] else { return }
    isTouched[row] = true
    wasTouched[row] = true
    touched.append(row)
  }

  /// Calls `body` with the weights and their gradient.
  mutating func withPointers(
    _ body: (UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void
  ) {
    values.withUnsafeBufferPointer { values in
      gradient.withUnsafeMutableBufferPointer { gradient in
        guard let values = values.baseAddress, let gradient = gradient.baseAddress else { return }
        body(values, gradient)
      }
    }
  }

  /// Takes a step along the gradient of the rows that were touched, and begins a new one.
  mutating func step(rate: Float) {
    firstPower *= Self.firstDecay
    secondPower *= Self.secondDecay
    let first = rate / (1 - firstPower)
    let second = 1 / (1 - secondPower)
    for row in touched {
      for index in row * rowSize..<(row + 1) * rowSize {
        let slope = gradient[index]
        gradient[index] = 0
        let mean = firstMeans[index] * Self.firstDecay + slope * (1 - Self.firstDecay)
        let square = secondMeans[index] * Self.secondDecay + slope * slope * (1 - Self.secondDecay)
        firstMeans[index] = mean
        secondMeans[index] = square
        values[index] -= first * mean / ((square * second).squareRoot() + Self.least)
      }
      isTouched[row] = false
    }
    touched.removeAll(keepingCapacity: true)
  }

  /// The weights, those of rows that nothing ever touched as 0.
  var learnedValues: [Float] {
    var learned = values
    for row in wasTouched.indices where !wasTouched[row] {
      for index in row * rowSize..<(row + 1) * rowSize { learned[index] = 0 }
    }
    return learned
  }
}
