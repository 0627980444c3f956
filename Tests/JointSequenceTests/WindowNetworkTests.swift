import Testing
import UTF8Text

@testable import JointSequence

@Suite struct WindowNetworkTests {
  private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  /// Words in which what the first letter becomes depends on the last one, four letters on: `k` before a
  /// final ن, else `q`. Between them stand letters in all orders.
  private static let words: [(arabic: String, latin: String)] = {
    let middle = [("ب", "b"), ("د", "d"), ("ر", "r")]
    var words: [(String, String)] = []
    for first in middle {
      for second in middle {
        for third in middle {
          let (arabic, latin) = (first.0 + second.0 + third.0, first.1 + second.1 + third.1)
          words.append(("ق" + arabic + "ن", "k" + latin + "n"))
          words.append(("ق" + arabic + "م", "q" + latin + "m"))
        }
      }
    }
    return words
  }()

  /// A model of the words but those whose middle is `without`.
  private func bytes(without: String, network: NetworkSettings?) -> [UInt8] {
    var builder = JointModelBuilder(order: 3)
    for word in Self.words where !word.arabic.contains(without) {
      let graphones = zip(word.arabic.unicodeScalars, word.latin.unicodeScalars).map {
        Graphone(letter: $0.value, output: [$1.value])
      }
      builder.add(graphones, weight: 1)
    }
    return builder.build(cutoffs: [], network: network)
  }

  private var settings: NetworkSettings {
    var settings = NetworkSettings()
    settings.passes = 60
    settings.batch = 8
    settings.share = 100
    return settings
  }

  private func best(_ bytes: [UInt8], _ word: String) throws -> String? {
    let model = try #require(JointModel(StaticBytes(keeping: bytes)))
    return model.outputs(of: scalars(word), limit: 1, width: 2).first.map { answer in
      String(String.UnicodeScalarView(answer.output.compactMap(Unicode.Scalar.init)))
    }
  }

  @Test func lettersFarAheadAreSeen() throws {
    let bytes = bytes(without: "بدر", network: settings)
    #expect(try best(bytes, "قبدرن") == "kbdrn")
    #expect(try best(bytes, "قبدرم") == "qbdrm")
    // The n-grams alone cannot tell one from the other.
    let plain = self.bytes(without: "بدر", network: nil)
    #expect(try best(plain, "قبدرن") != "kbdrn" || best(plain, "قبدرم") != "qbdrm")
  }

  @Test func networkComesOutOfItsBytes() throws {
    var network = WindowNetwork(letters: [0x0628, 0x0645], graphoneCount: 3)
    var random = TrainingRandom()
    for index in network.input.indices { network.input[index] = random.lane(0.3) }
    for index in network.bias.indices { network.bias[index] = random.lane(0.3) }
    for index in network.output.indices { network.output[index] = random.lane(0.3) }
    network.outputBias = [0.5, -0.25, 3]
    var bytes: [UInt8] = [7]
    network.append(to: &bytes)
    let storage = StaticBytes(keeping: bytes)
    let read = try #require(WindowNetwork(storage, at: 1, graphoneCount: 3))
    #expect(read.numbers == network.numbers)
    #expect(read.outputBias == network.outputBias)
    for (new, old) in zip(
      read.input + read.bias + read.output, network.input + network.bias + network.output)
    {
      for unit in new.indices { #expect(abs(new[unit] - old[unit]) < 0.004) }
    }
    #expect(WindowNetwork(storage, at: 1, graphoneCount: 4) == nil)
    #expect(WindowNetwork(storage, at: 0, graphoneCount: 3) == nil)
  }

  /// What a reader adds up beforehand comes to the same as the whole window.
  @Test func readerAgreesWithTheNetwork() throws {
    let letters = Array(scalars("بدرقنم"))
    var network = WindowNetwork(letters: letters, graphoneCount: letters.count * 2)
    var random = TrainingRandom()
    for index in network.input.indices { network.input[index] = random.lane(0.3) }
    for index in network.bias.indices { network.bias[index] = random.lane(0.3) }
    for index in network.output.indices { network.output[index] = random.lane(0.1) }
    let reader = NetworkReader(network, share: 1)
    let choices = [0, 1, 2].map { JointModel.Choice(symbol: UInt16($0 + 1), score: 0) }
    for length in 1...20 {
      let word = (0..<length).map { $0 % letters.count + 1 }
      for place in 0..<length {
        var rows = [Int](repeating: 0, count: WindowNetwork.width)
        var hidden = [WindowNetwork.Lane](repeating: .zero, count: WindowNetwork.lanes)
        network.findRows(of: word, around: place, into: &rows)
        network.activate(rows, into: &hidden)
        let weights = [0, 1, 2].map { network.weigh($0, by: hidden) }
        var scratch = NetworkReader.Scratch()
        reader.weigh(choices, of: word, at: place, into: &scratch)
        let bonuses = scratch.choices.map(\.bonus)
        #expect(bonuses == bonuses.sorted(by: >))
        let first = try #require(scratch.choices.first)
        let largest = try #require(weights.max())
        #expect(abs(weights[Int(first.symbol) - 1] - largest) < 1e-3, "\(length) \(place)")
        for choice in scratch.choices {
          let expected = weights[Int(choice.symbol) - 1] - largest
          #expect(abs(choice.bonus - first.bonus - expected) < 1e-3, "\(length) \(place)")
        }
      }
    }
  }

  /// Memory that other words were read with, unknown letters among them, changes nothing.
  @Test func answersDoNotDependOnMemory() throws {
    for network: NetworkSettings? in [settings, nil] {
      let model = try #require(
        JointModel(StaticBytes(keeping: bytes(without: "بدر", network: network))))
      var scratch = JointModel.Scratch()
      var found = 0
      for (index, word) in ["بدر", "قبدرن", "بxر", "ن", "", "درب", "بدر"].enumerated() {
        for limit in [1, 3] {
          let width = 2 + index % 3 * 4
          let fresh = model.outputs(of: scalars(word), limit: limit, width: width)
          let used = model.outputs(
            of: scalars(word), limit: limit, width: width, scratch: &scratch)
          #expect(used == fresh, "\(word)")
          found += fresh.count
        }
      }
      #expect(found > 10)
    }
  }

  @Test func sameWordsGiveTheSameBytesAndDamageNeverTraps() throws {
    var settings = settings
    settings.passes = 3
    let whole = bytes(without: "بدر", network: settings)
    #expect(whole == bytes(without: "بدر", network: settings))
    for length in stride(from: 0, to: whole.count, by: 61) {
      let cut = JointModel(StaticBytes(keeping: Array(whole[..<length])))
      _ = cut?.outputs(of: scalars("قبدرن"), limit: 2)
    }
    // Weights that are no numbers.
    var damaged = whole
    for index in damaged.indices.suffix(4000) { damaged[index] = 0xFF }
    _ = JointModel(StaticBytes(keeping: damaged))?.outputs(of: scalars("قبدرن"), limit: 2)
  }

  /// Settings that make no sense, and steps that are far too long, end in a model all the same.
  @Test func anySettingsAreAnswered() throws {
    for (batch, passes, dropout, rate) in [
      (0, 2, 40, 0.004), (-3, -1, -5, 0.004), (.max, 1, 2, 0.004), (4, 8, 0, 1e30),
    ] as [(Int, Int, Int, Float)] {
      var settings = NetworkSettings()
      settings.batch = batch
      settings.passes = passes
      settings.dropout = dropout
      settings.rate = rate
      let bytes = bytes(without: "بدر", network: settings)
      let model = try #require(JointModel(StaticBytes(keeping: bytes)))
      _ = model.outputs(of: scalars("قبدرن"), limit: 2)
    }
  }

  @Test(.timeLimit(.minutes(10))) func longWordsTakeLinearTime() throws {
    var settings = settings
    settings.passes = 1
    let model = try #require(
      JointModel(StaticBytes(keeping: bytes(without: "بدر", network: settings))))
    let long = [UInt32](repeating: scalars("ب")[0], count: 20_000)
    #expect(model.outputs(of: long, limit: 1).count == 1)
  }
}
