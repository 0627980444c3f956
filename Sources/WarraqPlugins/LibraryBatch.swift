import CWarraqPlugin
import UTF8Text
import Warraq

/// A batch of documents as C structs. Their bytes are gathered in one block first, so that all the
/// pointers lead into it.
struct LibraryBatch {
  private var bytes: [UInt8] = []
  private var annotations: [(span: TextSpan, label: Range<Int>, value: Range<Int>)] = []
  private var layers: [(name: Range<Int>, annotations: Range<Int>)] = []
  private var documents: [(id: Range<Int>, text: Range<Int>, layers: Range<Int>)] = []

  /// Gathers documents with those of the named layers that they have.
  init(_ batch: [Document], layers wanted: [LayerName]) {
    bytes.reserveCapacity(batch.reduce(0) { $0 + $1.text.count + 64 })
    for document in batch {
      let firstLayer = layers.count
      for name in wanted {
        guard let layer = document.layer(named: name) else { continue }
        let first = annotations.count
        for annotation in layer.annotations {
          let value = annotation.value?.compactJSON ?? ""
          annotations.append((annotation.span, append(annotation.label), append(value)))
        }
        layers.append((append(name.rawValue), first..<annotations.count))
      }
      let id = append(document.id)
      let start = bytes.count
      bytes += document.text.bytes
      documents.append((id, start..<bytes.count, firstLayer..<layers.count))
    }
  }

  private mutating func append(_ string: String) -> Range<Int> {
    let start = bytes.count
    bytes.append(contentsOf: string.utf8)
    return start..<bytes.count
  }

  /// Calls `body` with the documents; their pointers are valid until it returns.
  func withDocuments<Result>(
    _ body: (UnsafeBufferPointer<warraq_document>) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer { bytes in
      func text(_ range: Range<Int>) -> warraq_text {
        warraq_text(bytes: bytes.baseAddress.map { $0 + range.lowerBound }, count: range.count)
      }
      let annotations = annotations.map { annotation in
        warraq_annotation(
          start: UInt64(annotation.span.start), end: UInt64(annotation.span.end),
          label: text(annotation.label), value: text(annotation.value))
      }
      return annotations.withUnsafeBufferPointer { annotations in
        let layers = layers.map { layer in
          warraq_layer(
            name: text(layer.name),
            annotations: annotations.baseAddress.map { $0 + layer.annotations.lowerBound },
            count: layer.annotations.count)
        }
        return layers.withUnsafeBufferPointer { layers in
          let documents = documents.map { document in
            warraq_document(
              id: text(document.id), text: text(document.text),
              layers: layers.baseAddress.map { $0 + document.layers.lowerBound },
              layer_count: document.layers.count)
          }
          return documents.withUnsafeBufferPointer(body)
        }
      }
    }
  }
}
