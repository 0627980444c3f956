import UTF8Text
import Warraq

/// The annotations of one document as a plugin gives them, each looked at before it is believed.
struct ReceivedAnnotations {
  private let text: Text
  private(set) var annotations: [Annotation] = []
  /// Why the document fails, once something was wrong with it.
  private(set) var error: StageError?

  init(_ text: Text) { self.text = text }

  /// More annotations than this are a flood, not a finding: four for each byte of the text.
  static func limit(_ text: Text) -> Int { 1000 + 4 * min(text.count, 1 << 40) }

  /// Takes an annotation whose span is meant as UTF-8 bytes of the text.
  mutating func add(start: Int, end: Int, label: String, value: JSONValue?) {
    guard error == nil else { return }
    let number = annotations.count
    guard number < Self.limit(text) else {
      return fail("gave more than \(Self.limit(text)) annotations", mend: "give fewer")
    }
    guard start >= 0, start <= end, end <= text.count else {
      return fail(
        "annotation \(number) spans bytes \(start) to \(end), and the text has \(text.count)",
        mend: "give offsets within the text, the end behind the start")
    }
    guard text.isScalarBoundary(start), text.isScalarBoundary(end) else {
      return fail(
        "annotation \(number) cuts a code point at byte \(text.isScalarBoundary(start) ? end : start)",
        mend: "give offsets on the borders of code points")
    }
    annotations.append(Annotation(span: TextSpan(start, end), label: label, value: value))
  }

  /// Fails the document; the first cause counts.
  mutating func fail(_ problem: String, mend: String? = nil) {
    if error == nil { error = StageError("the plugin " + problem, mend: mend) }
    annotations = []
  }

  /// Adds what came to a document, as one layer.
  func apply(to document: inout Document, as layer: LayerName) throws(StageError) {
    if let error { throw error }
    try document.add(
      AnnotationLayer(annotations: annotations), as: LayerKey<AnnotationLayer>(layer))
  }
}
