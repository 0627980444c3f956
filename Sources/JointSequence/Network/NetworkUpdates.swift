/// A gradient and the running means by which Adam turns it into steps.
struct NetworkUpdates {
  private typealias Lane = WindowNetwork.Lane

  var input: [WindowNetwork.Lane]
  var bias: [WindowNetwork.Lane]
  var output: [WindowNetwork.Lane]
  var outputBias: [Float]

  private var inputMeans: Means<Lane>
  private var biasMeans: Means<Lane>
  private var outputMeans: Means<Lane>
  private var outputBiasMeans: Means<Float>
  /// The powers of both rates of decay.
  private var firstPower: Float = 1
  private var secondPower: Float = 1

  /// Means of the gradient and of its square.
  private struct Means<Value> {
    var first: [Value]
    var second: [Value]
  }

  private static let firstDecay: Float = 0.9
  private static let secondDecay: Float = 0.999
  private static let least: Float = 1e-8

  /// Begins with a gradient of zeros.
  init(_ network: WindowNetwork) {
    input = [Lane](repeating: .zero, count: network.input.count)
    bias = [Lane](repeating: .zero, count: network.bias.count)
    output = [Lane](repeating: .zero, count: network.output.count)
    outputBias = [Float](repeating: 0, count: network.outputBias.count)
    inputMeans = Means(first: input, second: input)
    biasMeans = Means(first: bias, second: bias)
    outputMeans = Means(first: output, second: output)
    outputBiasMeans = Means(first: outputBias, second: outputBias)
  }

  /// Takes a step along the gradient times `scale`, and begins a new one.
  mutating func apply(to network: inout WindowNetwork, scale: Float, rate: Float, decay: Float) {
    firstPower *= Self.firstDecay
    secondPower *= Self.secondDecay
    let step = Step(
      scale: scale, rate: rate, kept: 1 - rate * decay, first: 1 / (1 - firstPower),
      second: 1 / (1 - secondPower))
    step.take(&network.input, &input, &inputMeans)
    step.take(&network.bias, &bias, &biasMeans)
    step.take(&network.output, &output, &outputMeans)
    for index in network.outputBias.indices {
      let slope = outputBias[index] * scale
      outputBias[index] = 0
      let first = outputBiasMeans.first[index] * Self.firstDecay + slope * (1 - Self.firstDecay)
      let second =
        outputBiasMeans.second[index] * Self.secondDecay + slope * slope * (1 - Self.secondDecay)
      outputBiasMeans.first[index] = first
      outputBiasMeans.second[index] = second
      network.outputBias[index] -=
        rate * first * step.first / ((second * step.second).squareRoot() + Self.least)
    }
  }

  /// One step for rows of lanes.
  private struct Step {
    let scale: Float
    let rate: Float
    let kept: Float
    /// What makes up for the means having begun at zero.
    let first: Float
    let second: Float

    func take(_ weights: inout [Lane], _ gradient: inout [Lane], _ means: inout Means<Lane>) {
      for index in weights.indices {
        let slope = gradient[index] * scale
        gradient[index] = .zero
        let mean = means.first[index] * firstDecay + slope * (1 - firstDecay)
        let square = means.second[index] * secondDecay + slope * slope * (1 - secondDecay)
        means.first[index] = mean
        means.second[index] = square
        weights[index] =
          weights[index] * kept - mean * (rate * first) / ((square * second).squareRoot() + least)
      }
    }
  }
}
