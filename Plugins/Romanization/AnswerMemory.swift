import Warraq

/// Answers about words that were met, for as many as it has room for; texts are full of the same ones.
struct AnswerMemory<Answer: Sendable>: Sendable {
  /// The longest key, in bytes, that is remembered.
  private static var longest: Int { 96 }

  private let capacity: Int
  private var keys = ByteInterner()
  private var answers: [Answer] = []

  /// - Parameter capacity: Answers to keep; the common ones come first.
  init(capacity: Int) { self.capacity = capacity }

  /// The answer about a word, which `make` gives when it is met first.
  ///
  /// - Parameters:
  ///   - traits: All else that the answer depends on.
  ///   - word: UTF-8.
  mutating func answer(
    _ traits: (UInt8, UInt8, UInt8), about word: UnsafeBufferPointer<UInt8>, by make: () -> Answer
  ) -> Answer {
    guard word.count + 3 <= Self.longest else { return make() }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.longest) { key in
      (key[0], key[1], key[2]) = traits
      for (index, byte) in word.enumerated() { key[index + 3] = byte }
      let key = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(key)[..<(word.count + 3)])
      let hash = ByteInterner.hash(key)
      if let number = keys.number(of: key, hash: hash) { return answers[number] }
      let answer = make()
      if answers.count < capacity {
        _ = keys.intern(key, hash: hash)
        answers.append(answer)
      }
      return answer
    }
  }
}
