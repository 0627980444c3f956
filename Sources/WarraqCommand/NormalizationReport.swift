import Warraq
import WarraqNormalization

/// Tells what operations change in a text, for people.
enum NormalizationReport {
  /// A line for each change: place in the source in code points, what stood there, what stands
  /// there now, and the operation with its reason.
  static func text(_ source: String, _ operations: [Operation]) -> String {
    let text = Text(source)
    let offsets = OffsetConverter(text, unit: .codepoints)
    var view = View(of: text)
    var rows: [String] = []
    for operation in operations {
      guard let step = try? Normalizer([operation]).normalize(view.text) else { continue }
      for change in Changes.between(view.text, step.text, step.alignment) {
        let span = view.sourceSpan(of: change.source)
        let place = "\(offsets.offset(ofByte: span.start))–\(offsets.offset(ofByte: span.end))"
        let before = show(view.text[change.source])
        rows.append(
          "\(place)\t\(before) → \(show(step.text[change.result]))\t"
            + "\(operation.name): \(operation.summary)")
      }
      view = view.deriving(step.text, alignment: step.alignment)
    }
    if rows.isEmpty { rows = ["nothing is changed"] }
    return ([view.text.string] + rows).joined(separator: "\n") + "\n"
  }

  /// A piece of text with its code points.
  private static func show(_ piece: String) -> String {
    if piece.isEmpty { return "∅" }
    let codes = piece.unicodeScalars.map { scalar in
      let code = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(4 - code.count, 0)) + code
    }
    let isVisible = piece.unicodeScalars.contains { $0.properties.isAlphabetic }
    return (isVisible ? piece + " " : "") + "(\(codes.joined(separator: " ")))"
  }
}
