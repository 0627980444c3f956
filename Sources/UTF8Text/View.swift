/// A text derived from a source text, such as a normalized form, that knows where each part of it
/// came from.
public struct View: Sendable {
  /// The text that the view was made from.
  public let source: Text
  /// The derived text. Shares the source's storage when nothing changed.
  public let text: Text
  /// How `text` lies on `source`.
  public let alignment: Alignment

  /// The view in which nothing is changed.
  public init(of source: Text) {
    self.source = source
    text = source
    alignment = .identity
  }

  /// Pairs a derived text with its alignment; the caller vouches that they fit.
  public init(source: Text, text: Text, alignment: Alignment) {
    self.source = source
    self.text = text
    self.alignment = alignment
  }

  /// The source bytes for a span of the view.
  ///
  /// A span that ends where marks or tatweels were taken away takes them along, since they belong
  /// to the letter before them; any other deletion at a rim is left out.
  public func sourceSpan(of span: TextSpan) -> TextSpan {
    var mapped = alignment.sourceSpan(ofResult: span)
    if alignment.isIdentity || span.isEmpty { return mapped }
    source.bytes.withUnsafeBufferPointer { bytes in
      while mapped.end < bytes.count, bytes[mapped.end] >= 0xCC {
        let (scalar, next) = UTF8Bytes.decode(bytes, at: mapped.end)
        guard ScalarClass.extendsCluster(scalar), isDeleted(TextSpan(mapped.end, next)) else {
          return
        }
        mapped.end = next
      }
    }
    return mapped
  }

  /// The view's bytes for a span of the source.
  public func viewSpan(of span: TextSpan) -> TextSpan {
    alignment.resultSpan(ofSource: span)
  }

  /// A further derivation of this view, seen from the same source.
  public func deriving(_ next: Text, alignment step: Alignment) -> View {
    View(source: source, text: next, alignment: alignment.composed(with: step))
  }

  private func isDeleted(_ span: TextSpan) -> Bool {
    alignment.resultSpan(ofSource: span).isEmpty
  }
}
