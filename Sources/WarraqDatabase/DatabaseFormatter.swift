import Warraq
import WarraqCorpus

/// Writes what a database keeps of a document as a line of JSON, which `DatabaseWriter` reads.
public struct DatabaseFormatter: DocumentFormatter {
  private let pipeline: Pipeline
  private let finder: SearchTerms.Finder

  /// A formatter.
  ///
  /// - Parameters:
  ///   - pipeline: What documents went through; tells the unit of offsets.
  ///   - finder: Finds the words to index.
  public init(pipeline: Pipeline, finder: SearchTerms.Finder) {
    self.pipeline = pipeline
    self.finder = finder
  }

  public func append(_ document: Document, to bytes: inout [UInt8]) {
    // A document whose words cannot be found is kept and found by its title alone.
    let body = try? finder.terms(of: document.text)
    let title = document.title
    let titleTerms = title.flatMap { try? finder.terms(of: Text($0)) }
    var writer = JSONWriter()
    writer.beginObject()
    if let title {
      writer.key("title")
      writer.string(title)
    }
    let date = document[.structure]?.date
    if let date {
      writer.key("date")
      writer.string(date)
    }
    writer.key("metadata")
    writer.value(.object(document.metadata))
    writer.key("title_words")
    writer.string(titleTerms?.bases ?? "")
    writer.key("words")
    writer.string(body?.bases ?? "")
    writer.key("stems")
    writer.string([titleTerms?.stems, body?.stems].compactMap { $0 }.joined(separator: " "))
    writer.key("result")
    pipeline.write(
      document, layers: document.layerNames.filter { $0 != LayerKey.words.name },
      includesText: true, to: &writer)
    writer.endObject()
    writer.endLine()
    bytes += writer.bytes
  }

  public func append(_ failure: DocumentError, to bytes: inout [UInt8]) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("failure")
    var members: [JSONValue.Member] = [
      .init("id", .string(failure.documentID)), .init("problem", .string(failure.problem)),
    ]
    if let stage = failure.stage { members.append(.init("stage", .string(stage))) }
    if let mend = failure.mend { members.append(.init("mend", .string(mend))) }
    writer.value(.object(members))
    writer.endObject()
    writer.endLine()
    bytes += writer.bytes
  }
}
