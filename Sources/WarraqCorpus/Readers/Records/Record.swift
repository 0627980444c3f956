import Warraq

/// One document as it lay in its file, not yet parsed.
public struct Record: Sendable {
  /// What the bytes are.
  public enum Format: Sendable {
    /// A plain text.
    case text
    /// One JSON object.
    case json
    /// A web page.
    case html
  }

  /// The id to use when the record brings none: the file, with the line for JSON Lines.
  public let place: String
  /// What the bytes are.
  public let format: Format
  /// The bytes.
  public let bytes: [UInt8]

  /// Gathers a record's facts.
  public init(place: String, format: Format, bytes: [UInt8]) {
    self.place = place
    self.format = format
    self.bytes = bytes
  }
}

/// What a corpus yields next: a record, or news of something that could not be read.
public enum CorpusItem: Sendable {
  case record(Record)
  case failure(DocumentError)
}
