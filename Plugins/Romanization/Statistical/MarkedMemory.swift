import Warraq

/// What the marks on words that were met say.
struct MarkedMemory: Sendable {
  /// A word in lower case, UTF-8, and how many bytes of it are particles and article.
  struct Reading: Sendable {
    let latin: [UInt8]
    let prefix: Int
  }

  /// Which words are in construct.
  var names = ConstructMemory()
  private var readings = AnswerMemory<Reading?>(capacity: 100_000)

  /// The reading of a word, which `read` gives when it is met first.
  ///
  /// - Parameters:
  ///   - word: With its marks, UTF-8.
  ///   - choice: Of its candidates, which are the same for the same letters but where a line begins.
  mutating func reading(
    of word: UnsafeBufferPointer<UInt8>, _ choice: StatisticalRomanizer.Choice,
    _ isConstruct: Bool, _ isFollowed: Bool, by read: () -> [UInt8]?
  ) -> Reading? {
    let place = choice.traits
    return readings.answer(
      (place.0, place.1, (isConstruct ? 1 : 0) | (isFollowed ? 2 : 0)), about: word
    ) {
      read().map {
        Reading(latin: $0, prefix: RomanClitics.shared.prefixLength(of: $0[...]))
      }
    }
  }
}
