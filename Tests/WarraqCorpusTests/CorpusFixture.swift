import TestSupport
import Warraq
import WarraqCorpus

/// Reads inputs whole, for tests that look at what comes out.
enum CorpusFixture {
  /// `id=text` of documents, `! id: problem` of failures; only the last part of each path.
  static func read(
    _ inputs: [String], options: ReadOptions = ReadOptions(), encoding: TextEncoding = .auto
  ) throws -> [String] {
    try documents(inputs, options: options, encoding: encoding).map { result in
      switch result {
      case .success(let document):
        "\(last(document.id))=\(document.text.string)"
      case .failure(let error): "! \(last(error.documentID)): \(error.problem)"
      }
    }
  }

  static func documents(
    _ inputs: [String], options: ReadOptions = ReadOptions(), encoding: TextEncoding = .auto
  ) throws -> [Result<Document, DocumentError>] {
    var reader = try CorpusReader(inputs: inputs, options: options)
    let decoder = DocumentDecoder(encoding: encoding)
    var found: [Result<Document, DocumentError>] = []
    while let item = reader.next() {
      switch item {
      case .failure(let error): found.append(.failure(error))
      case .record(let record):
        found.append(Result { () throws(DocumentError) in try decoder.decode(record) })
      }
    }
    return found
  }

  private static func last(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
