import UTF8Text
import Warraq

/// The lines of the process protocol, version 1: one JSON object each. Offsets are code points.
enum ProcessMessages {
  static let version = 1

  /// The last line to a process.
  static let bye = Array("{\"type\":\"bye\"}\n".utf8)

  /// The first line to a process.
  static func hello(_ plugin: String, stage: String, options: String) -> [UInt8] {
    let name = JSONValue.string(plugin).compactJSON
    let stage = JSONValue.string(stage).compactJSON
    return Array(
      "{\"type\":\"hello\",\"protocol\":\(version),\"plugin\":\(name),\"stage\":\(stage),\"options\":\(options)}\n"
        .utf8)
  }

  /// Checks the process's first line.
  static func checkHello(_ line: [UInt8]) throws(PluginConnection.Failure) {
    guard let answer = try? JSONScanner.parse(line), answer["type"]?.stringValue == "hello" else {
      throw PluginConnection.Failure(
        "the plugin's first line is no hello",
        mend: "answer with {\"type\":\"hello\",\"protocol\":\(version)}")
    }
    guard answer["protocol"]?.intValue == version else {
      let spoken = answer["protocol"]?.compactJSON ?? "none"
      throw PluginConnection.Failure(
        "the plugin speaks protocol \(spoken), this toolkit \(version)",
        mend: "bring them to one version")
    }
  }

  /// A batch of documents with those of the named layers that they have.
  static func batch(_ number: Int, _ documents: [Document], layers: [LayerName]) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("type")
    writer.string("batch")
    writer.key("id")
    writer.integer(number)
    writer.key("documents")
    writer.beginArray()
    for document in documents {
      writer.beginObject()
      writer.key("id")
      writer.string(document.id)
      writer.key("text")
      writer.string(document.text, document.text.span)
      writer.key("layers")
      writer.beginObject()
      for name in layers {
        guard let layer = document.layer(named: name) else { continue }
        writer.key(name.rawValue)
        write(layer.annotations, of: document, to: &writer)
      }
      writer.endObject()
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    return writer.bytes + [0x0A]
  }

  private static func write(
    _ annotations: [Annotation], of document: Document, to writer: inout JSONWriter
  ) {
    let context = OutputContext(text: document.text, unit: .codepoints)
    writer.beginArray()
    for annotation in annotations {
      writer.beginObject()
      context.writeSpanMembers(annotation.span, to: &writer)
      annotation.writeFindings(to: &writer)
      writer.endObject()
    }
    writer.endArray()
  }

  /// The answer to a batch: for each document what it got.
  ///
  /// - Throws: `PluginConnection.Failure` when the line is no answer to this batch; what is wrong
  ///   with one document fails that document.
  static func results(
    _ line: [UInt8], of number: Int, _ documents: [Document]
  ) throws(PluginConnection.Failure) -> [ReceivedAnnotations] {
    let answer: JSONValue
    do {
      answer = try JSONScanner.parse(line)
    } catch {
      throw PluginConnection.Failure(
        "the plugin's answer is broken JSON at byte \(error.byteOffset): \(error.problem)")
    }
    guard answer["type"]?.stringValue == "results", answer["id"]?.intValue == number,
      let elements = answer["documents"]?.arrayValue, elements.count == documents.count
    else {
      throw PluginConnection.Failure(
        "the plugin's answer is none to batch \(number) of \(documents.count) documents",
        mend: "give type \"results\", the batch's id and a result for each document in order")
    }
    return zip(elements, documents).map { received($0, $1.text) }
  }

  private static func received(_ element: JSONValue, _ text: Text) -> ReceivedAnnotations {
    var received = ReceivedAnnotations(text)
    if let error = element["error"]?.stringValue {
      received.fail("says: \(error)")
      return received
    }
    guard let annotations = element["annotations"]?.arrayValue else {
      received.fail("gave neither `annotations` nor `error`")
      return received
    }
    if annotations.isEmpty { return received }
    let offsets = CodePointOffsets(text)
    for (number, annotation) in annotations.enumerated() {
      guard let start = annotation["start"]?.intValue, let end = annotation["end"]?.intValue else {
        received.fail("gave annotation \(number) without `start` and `end`")
        return received
      }
      guard let first = offsets.byte(start), let last = offsets.byte(end) else {
        received.fail(
          "gave annotation \(number) from \(start) to \(end), and the text has \(offsets.count) code points",
          mend: "give offsets within the text")
        return received
      }
      received.add(
        start: first, end: last, label: annotation["label"]?.stringValue ?? "",
        value: annotation["value"])
    }
    return received
  }
}

/// Byte offsets of a text's code points.
private struct CodePointOffsets {
  private var starts: [Int] = []

  init(_ text: Text) {
    starts.reserveCapacity(text.count / 2 + 1)
    for (index, byte) in text.bytes.enumerated() where UTF8Bytes.isBoundary(byte) {
      starts.append(index)
    }
    starts.append(text.count)
  }

  /// Number of code points.
  var count: Int { starts.count - 1 }

  /// The byte offset of a code point, or nil outside the text.
  func byte(_ offset: Int) -> Int? { starts.indices.contains(offset) ? starts[offset] : nil }
}
