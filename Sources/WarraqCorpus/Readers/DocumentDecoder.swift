import ICUText
import Warraq

/// Turns records into documents.
public struct DocumentDecoder: Sendable {
  /// What to do with bytes that are not UTF-8.
  public enum InvalidPolicy: String, CaseIterable, Sendable {
    /// Put U+FFFD in their place and count them.
    case replace
    /// Leave them out and count them.
    case skip
    /// Refuse the document.
    case fail
  }

  private let fields: Recipe.Input
  private let policy: InvalidPolicy
  private let encoding: TextEncoding

  /// A decoder for records with these field names.
  public init(
    fields: Recipe.Input = Recipe.Input(), invalid policy: InvalidPolicy = .replace,
    encoding: TextEncoding = .auto
  ) {
    self.fields = fields
    self.policy = policy
    self.encoding = encoding
  }

  /// The document of a record.
  ///
  /// - Throws: `DocumentError` naming the record's id or place, and the byte at fault.
  public func decode(_ record: Record) throws(DocumentError) -> Document {
    switch record.format {
    case .text: try decodeText(record)
    case .json: try decodeJSON(record)
    }
  }

  private func decodeText(_ record: Record) throws(DocumentError) -> Document {
    var bytes = record.bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    guard let name = encoding.resolve(bytes) else {
      var replacements = 0
      let text = try makeText(bytes, place: record.place, replacements: &replacements)
      return Document(id: record.place, text: text, replacements: replacements)
    }
    var replacements = 0
    do {
      let text = try TextDecoder.decode(bytes, encoding: name, replacements: &replacements)
      guard policy != .fail || replacements == 0 else {
        throw DocumentError(
          documentID: record.place, problem: "\(replacements) bytes have no meaning in \(name)",
          mend: "name the right encoding, or allow replacement")
      }
      return Document(
        id: record.place, text: text, metadata: [.init("encoding", .string(name))],
        replacements: replacements)
    } catch let error as DocumentError {
      throw error
    } catch {
      throw DocumentError(documentID: record.place, problem: "\(error)")
    }
  }

  private func decodeJSON(_ record: Record) throws(DocumentError) -> Document {
    var replacements = 0
    let valid = try makeText(record.bytes, place: record.place, replacements: &replacements)
    var scanner = JSONScanner(valid.bytes)
    var id: String?
    var text: [UInt8]?
    var metadata: [JSONValue.Member] = []
    do throws(JSONError) {
      try scanner.readObject { (scanner: inout JSONScanner, key: String) throws(JSONError) in
        if key == fields.text, scanner.peekToken() == UInt8(ascii: "\"") {
          text = try scanner.readStringBytes()
          return
        }
        let value = try scanner.readValue()
        if key == fields.id {
          id = value.stringValue ?? value.compactJSON
        } else if key != fields.text {
          let name = key == fields.title ? "title" : key
          metadata.removeAll { $0.key == name }
          metadata.append(JSONValue.Member(name, value))
        }
      }
      try scanner.expectEnd()
    } catch {
      throw DocumentError(
        documentID: id ?? record.place,
        problem: "broken JSON at byte \(error.byteOffset) of \(record.place): \(error.problem)")
    }
    guard let text else {
      throw DocumentError(
        documentID: id ?? record.place,
        problem: "\(record.place) has no text in the field `\(fields.text)`",
        mend: "name the field in the recipe's `input.text`")
    }
    guard policy != .fail || scanner.replacements == 0 else {
      throw DocumentError(
        documentID: id ?? record.place, problem: "\(record.place) has a lone surrogate escape")
    }
    let decoded = Text(repairing: text, replacements: &replacements)
    return Document(
      id: id ?? record.place, text: decoded, metadata: metadata,
      replacements: replacements + scanner.replacements)
  }

  private func makeText(
    _ bytes: [UInt8], place: String, replacements: inout Int
  ) throws(DocumentError) -> Text {
    if policy != .fail {
      return Text(repairing: bytes, skipping: policy == .skip, replacements: &replacements)
    }
    do {
      return try Text(validating: bytes)
    } catch {
      throw DocumentError(documentID: place, problem: error.description)
    }
  }
}
