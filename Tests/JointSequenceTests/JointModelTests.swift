import JointSequence
import Testing
import UTF8Text

@Suite struct JointModelTests {
  private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  private func model(_ words: [(String, String)], order: Int = 4) throws -> JointModel {
    let pairs = words.map {
      GraphoneAligner.Pair(input: scalars($0.0), output: scalars($0.1), weight: 1)
    }
    let aligner = GraphoneAligner(pairs)
    var builder = JointModelBuilder(order: order)
    for pair in pairs {
      builder.add(try #require(aligner.align(pair.input, pair.output)), weight: 1)
    }
    return try #require(JointModel(StaticBytes(keeping: builder.build(cutoffs: []))))
  }

  private func best(_ model: JointModel, _ word: String) -> String? {
    model.outputs(of: scalars(word), limit: 1).first.map { answer in
      String(String.UnicodeScalarView(answer.output.compactMap(Unicode.Scalar.init)))
    }
  }

  private static let words = [
    ("كتاب", "kitab"), ("كاتب", "katib"), ("باب", "bab"), ("كتب", "kutub"), ("بيت", "bayt"),
    ("شباك", "shubbak"), ("شراب", "sharab"), ("شارب", "sharib"), ("راكب", "rakib"),
    ("بريد", "barid"),
  ]

  @Test func wordsThatWereSeenComeBack() throws {
    let model = try model(Self.words)
    for (arabic, latin) in Self.words { #expect(best(model, arabic) == latin, "\(arabic)") }
  }

  @Test func wordsThatWereNotAreReadByTheirLetters() throws {
    let model = try model(Self.words)
    #expect(best(model, "شارك")?.hasPrefix("shar") ?? false)
    #expect(best(model, "غاب") == nil, "a letter that was never seen")
  }

  @Test func answersAreRankedAndBounded() throws {
    let model = try model(Self.words)
    let answers = model.outputs(of: scalars("كتاب"), limit: 5)
    #expect(answers.count > 1 && answers.count <= 5)
    #expect(zip(answers, answers.dropFirst()).allSatisfy { $0.score >= $1.score })
    #expect(Set(answers.map(\.output)).count == answers.count)
    #expect(answers.allSatisfy { $0.score <= 0 })
  }

  @Test(.timeLimit(.minutes(10))) func longWordsTakeLinearTime() throws {
    let model = try model(Self.words)
    let long = [UInt32](repeating: scalars("ب")[0], count: 20_000)
    #expect(model.outputs(of: long, limit: 1).count == 1)
  }

  @Test func sameWordsGiveTheSameBytesAndDamageNeverTraps() throws {
    func bytes() throws -> [UInt8] {
      let pairs = Self.words.map {
        GraphoneAligner.Pair(input: scalars($0.0), output: scalars($0.1), weight: 1)
      }
      let aligner = GraphoneAligner(pairs)
      var builder = JointModelBuilder(order: 3)
      for pair in pairs {
        builder.add(try #require(aligner.align(pair.input, pair.output)), weight: 1)
      }
      return builder.build(cutoffs: [])
    }
    let whole = try bytes()
    #expect(try whole == bytes())
    for length in stride(from: 0, to: whole.count, by: 7) {
      let cut = JointModel(StaticBytes(keeping: Array(whole[..<length])))
      _ = cut?.outputs(of: scalars("كتاب"), limit: 2)
    }
  }
}
