import ICUText
import Warraq
import WarraqSentences
import WarraqStandard

/// Sentences and words against ICU's bare break iterators.
struct SegmentationBenchmark {
  let articles: Articles

  func run() throws {
    try sentences()
    try words()
  }

  private func sentences() throws {
    let splitter = SentenceSplitter()
    let rows = [
      try bare("ICU sentence iterator on UTF-16, offsets mapped", .sentence),
      try Measurement.of("sentences, with the Arabic layer", bytes: articles.bytes) {
        for text in articles.texts { _ = try splitter.sentences(in: text, text.span) }
      },
    ]
    print(Measurement.table("Sentences, \(articles.bytes) bytes", rows))
  }

  /// The words stage alone: the documents come with their sentences.
  private func words() throws {
    let split = try stage("sentences")
    let words = try stage("words")
    var documents = try articles.texts.enumerated().map { number, text in
      var document = Document(id: String(number), text: text)
      try split.process(&document)
      return document
    }
    let rows = [
      try bare("ICU word iterator on UTF-16, offsets mapped", .word),
      // The stage keeps the forms of words that it has met: the first pass makes them all.
      try Measurement.of("words: the first pass over the text", bytes: articles.bytes, rounds: 1) {
        for index in documents.indices {
          var copy = documents[index]
          try words.process(&copy)
        }
      },
      try Measurement.of("words: further passes", bytes: articles.bytes) {
        for index in documents.indices {
          var copy = documents[index]
          try words.process(&copy)
        }
      },
    ]
    documents = []
    print(Measurement.table("Words, \(articles.bytes) bytes", rows))
  }

  private func bare(_ name: String, _ kind: BreakFinder.Kind) throws -> Measurement {
    let finder = BreakFinder(kind)
    var boundaries: [BreakFinder.Boundary] = []
    return try Measurement.of(name, bytes: articles.bytes) {
      for text in articles.texts {
        boundaries.removeAll(keepingCapacity: true)
        try text.bytes.withUnsafeBufferPointer {
          try finder.appendBoundaries(of: $0, to: &boundaries)
        }
      }
    }
  }

  private func stage(_ id: String) throws -> any DocumentProcessor {
    guard let entry = StageRegistry.standard[id] else {
      throw StageError("no stage is called \(id)")
    }
    return try entry.make(OptionValues())
  }
}
