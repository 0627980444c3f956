import Warraq
import WarraqCorpus
import WarraqStandard

/// What the commands that make tables share.
enum CorpusTables {
  /// Calls `body` with every document, its words found.
  static func forEachDocument(
    _ inputs: [String], _ input: InputOptions, _ body: (Document) -> Void
  ) throws {
    let pipeline = try RecipeLoader.pipeline(
      name: "corpus", stages: FilterOptions.reading, layers: nil)
    let decoder = DocumentDecoder(invalid: input.invalid, encoding: try input.textEncoding())
    var reader = try input.reader(inputs)
    while let item = reader.next() {
      do throws(DocumentError) {
        switch item {
        case .failure(let error): throw error
        case .record(let record):
          var document = try decoder.decode(record)
          try pipeline.process(&document)
          body(document)
        }
      } catch {
        Terminal.complain("warraq: \(error)")
      }
    }
  }

  /// Writes a table; the file appears when it is whole.
  static func write(_ bytes: [UInt8], to path: String) throws {
    do {
      var file = try OutputFile(path: path)
      try file.write(bytes)
      try file.finish()
    } catch {
      throw CommandFailure("warraq: \(error)", status: .failedDocuments)
    }
  }
}
