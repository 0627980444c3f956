import CICU
import UTF8Text

/// Runs of very many combining marks, put into canonical order beforehand.
///
/// ICU moves each mark to its place one by one, which takes the square of a run's length. A run
/// that is in order already costs it nothing, and sorting by combining class, marks of one class
/// keeping their order, is the canonical ordering itself (Unicode 15.0, section 3.11): all four
/// forms of the sorted text are those of the text.
enum LongMarkRuns {
  /// A run at least twice as long is surely found.
  private static let step = 256

  /// The text with its long runs sorted, or nil when it has none.
  static func sorted(_ text: Text) -> (text: Text, alignment: Alignment)? {
    var result: [UInt8]?
    var edits: [Alignment.Edit] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      var probe = step
      while probe < bytes.count {
        guard let run = run(around: probe, in: bytes), run.count >= step else {
          probe += step
          continue
        }
        let order = canonicalOrder(of: run, in: bytes)
        if !order.elementsEqual(bytes[run]) {
          if result == nil { result = text.bytes }
          result?.replaceSubrange(run, with: order)
          let span = TextSpan(run.lowerBound, run.upperBound)
          edits.append(Alignment.Edit(source: span, result: span))
        }
        probe = max(run.upperBound, probe) + step
      }
    }
    return result.map { (Text(wellFormed: $0), Alignment(edits: edits)) }
  }

  /// The marks around a byte, or nil when none stands there.
  private static func run(
    around probe: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Range<Int>? {
    var start = probe
    while start > 0, !UTF8Bytes.isBoundary(bytes[start]) { start -= 1 }
    var end = start
    while end < bytes.count {
      let (scalar, next) = UTF8Bytes.decode(bytes, at: end)
      if cicu_combining_class(scalar) == 0 { break }
      end = next
    }
    guard end > start else { return nil }
    while let (scalar, before) = UTF8Bytes.decode(bytes, before: start),
      cicu_combining_class(scalar) != 0
    {
      start = before
    }
    return start..<end
  }

  private static func canonicalOrder(
    of run: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>
  ) -> [UInt8] {
    var byClass: [[UInt8]] = Array(repeating: [], count: 256)
    var index = run.lowerBound
    while index < run.upperBound {
      let (scalar, next) = UTF8Bytes.decode(bytes, at: index)
      byClass[Int(cicu_combining_class(scalar))].append(contentsOf: bytes[index..<next])
      index = next
    }
    return Array(byClass.joined())
  }
}
