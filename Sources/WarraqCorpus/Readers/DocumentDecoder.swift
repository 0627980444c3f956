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
    case .html: try decodeHTML(record)
    }
  }

  private func decodeText(_ record: Record) throws(DocumentError) -> Document {
    let (text, name, replacements) = try read(record.bytes, place: record.place)
    let metadata = name.map { [JSONValue.Member("encoding", .string($0))] } ?? []
    return Document(id: record.place, text: text, metadata: metadata, replacements: replacements)
  }

  private func decodeHTML(_ record: Record) throws(DocumentError) -> Document {
    let declared = HTMLEncoding.declared(in: record.bytes)
    let page = try read(record.bytes, place: record.place, declared: declared)
    guard let article = HTMLArticle(page.text.bytes) else {
      throw DocumentError(
        documentID: record.place, problem: "the page is too large for the memory there is")
    }
    guard !article.text.isEmpty else {
      throw DocumentError(
        documentID: record.place, problem: "the page holds no running text",
        mend: "leave it out, or read its markup with --input-format text")
    }
    // The parser gives UTF-8, so nothing is repaired here.
    var repairs = 0
    let text = Text(repairing: article.text, replacements: &repairs)
    var metadata = article.metadata
    if let name = page.encoding { metadata.append(.init("encoding", .string(name))) }
    return Document(
      id: record.place, text: text, metadata: metadata, replacements: page.replacements)
  }

  /// The text of bytes in the encoding that is asked for or that they seem to be in, with its name
  /// unless it is UTF-8. A byte order mark is no part of the text.
  private func read(
    _ bytes: [UInt8], place: String, declared: String? = nil
  ) throws(DocumentError) -> (text: Text, encoding: String?, replacements: Int) {
    var replacements = 0
    // Most texts are UTF-8, and reading them as that tells so.
    if encoding == .auto, !bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      let text = Text(repairing: bytes, replacements: &replacements)
      if replacements == 0, !EncodingDetector.holdsNUL(bytes) { return (text, nil, 0) }
      replacements = 0
    }
    guard let name = encoding.resolve(bytes, declared: declared) else {
      var bytes = bytes
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
      let text = try makeText(bytes, place: place, replacements: &replacements)
      return (text, nil, replacements)
    }
    do {
      let text = try TextEncoding.decode(bytes, name: name, replacements: &replacements)
      guard policy != .fail || replacements == 0 else {
        throw DocumentError(
          documentID: place, problem: "\(replacements) bytes have no meaning in \(name)",
          mend: "name the right encoding, or allow replacement")
      }
      return (text, name, replacements)
    } catch let error as DocumentError {
      throw error
    } catch {
      throw DocumentError(documentID: place, problem: "\(error)")
    }
  }

  private func decodeJSON(_ record: Record) throws(DocumentError) -> Document {
    let (valid, encodingName, repaired) = try read(record.bytes, place: record.place)
    var replacements = repaired
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
    if let encodingName, !metadata.contains(where: { $0.key == "encoding" }) {
      metadata.append(.init("encoding", .string(encodingName)))
    }
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
