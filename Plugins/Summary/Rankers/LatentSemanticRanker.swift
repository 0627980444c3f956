/// Latent semantic analysis (Steinberger and Ježek, "Using Latent Semantic Analysis in Text
/// Summarization and Summary Evaluation", 2004): the length of a sentence's vector in the space of
/// the document's strongest topics, each weighed by its strength.
struct LatentSemanticRanker {
  /// How many topics are looked at; fewer for fewer sentences.
  var topics = 5
  private let rounds = 60

  func scores(_ context: SentenceContext) -> [Double] {
    let table = context.table
    let count = context.count
    guard count > 0 else { return [] }
    var squares = [Double](repeating: 0, count: count)
    var found: [[Double]] = []
    for topic in 0..<min(topics, count) {
      // Power iteration from a start that depends on nothing but the topic's number.
      var vector = (0..<count).map { 1 + Double(($0 * 7 + topic * 3) % 11) / 11 }
      var strength = 0.0
      for _ in 0..<rounds {
        for other in found {
          let share = zip(vector, other).reduce(0) { $0 + $1.0 * $1.1 }
          for index in vector.indices { vector[index] -= share * other[index] }
        }
        let next = multiply(vector, table)
        let length = next.reduce(0) { $0 + $1 * $1 }.squareRoot()
        guard length > 1e-9 else {
          strength = 0
          break
        }
        vector = next.map { $0 / length }
        strength = length
      }
      guard strength > 1e-9 else { break }
      // The product is with the matrix and its transpose: its factor is the squared strength.
      for index in vector.indices { squares[index] += strength * vector[index] * vector[index] }
      found.append(vector)
    }
    return squares.map { $0.squareRoot() }
  }

  /// Sentences to terms and back.
  private func multiply(_ vector: [Double], _ table: SentenceTable) -> [Double] {
    var terms = [Double](repeating: 0, count: table.frequencies.count)
    for (index, sentence) in table.sentences.enumerated() {
      for entry in sentence.terms { terms[entry.stem] += Double(entry.count) * vector[index] }
    }
    return table.sentences.map { sentence in
      sentence.terms.reduce(0) { $0 + Double($1.count) * terms[$1.stem] }
    }
  }
}
