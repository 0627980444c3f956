import CICU
import UTF8Text

/// Unicode normalization through ICU, with the edits kept.
public enum NormalizationForm: Int32, CaseIterable, Sendable {
  case nfc = 0
  case nfd = 1
  case nfkc = 2
  case nfkd = 3
  /// NFKC with case folding and default-ignorable code points removed.
  case nfkcCaseFold = 4

  /// The normalized text and its alignment; `text` itself when it is in the form already.
  ///
  /// - Throws: `ICUError` when ICU cannot normalize (texts beyond 2 GiB, or no memory).
  public func normalize(_ text: Text) throws(ICUError) -> (text: Text, alignment: Alignment) {
    if self == .nfc { return try normalizeSuspectLines(of: text) }
    if isNormalized(text.bytes) { return (text, .identity) }
    return try normalizeWithoutScan(text)
  }

  /// NFC of the lines that hold anything which NFC might change; the others are copied. A line end
  /// is inert, so that nothing reaches from one line into the next.
  ///
  /// A text in which most lines have to change is given to ICU whole, which then costs less.
  private func normalizeSuspectLines(
    of text: Text
  ) throws(ICUError) -> (text: Text, alignment: Alignment) {
    let bytes = text.bytes
    var result: [UInt8] = []
    var edits: [Alignment.Edit] = []
    var copied = 0
    var searched = 0
    var changedBytes = 0
    var position = nextSuspect(in: bytes, from: 0)
    while position < bytes.count {
      let start = bytes[searched..<position].lastIndex(of: 0x0A) ?? searched
      // The suspect scalar lies in the 32 bytes from here on, perhaps behind a line end.
      let end = bytes[min(position + 32, bytes.count)...].firstIndex(of: 0x0A) ?? bytes.count
      let isDense = changedBytes > 4096 && changedBytes * 2 > end
      if start == 0 && end == bytes.count || isDense { return try normalizeWithoutScan(text) }
      let line = bytes[start..<end]
      let (normal, alignment) = try normalizeWithoutScan(Text(wellFormed: Array(line)))
      if !normal.bytes.elementsEqual(line) {
        if changedBytes == 0 { result.reserveCapacity(bytes.count + 64) }
        changedBytes += line.count
        result.append(contentsOf: bytes[copied..<start])
        for edit in alignment.edits {
          edits.append(
            Alignment.Edit(
              source: TextSpan(edit.source.start + start, edit.source.end + start),
              result: TextSpan(
                edit.result.start + result.count, edit.result.end + result.count)))
        }
        result.append(contentsOf: normal.bytes)
        copied = end
      }
      searched = end
      position = nextSuspect(in: bytes, from: end)
    }
    guard changedBytes > 0 else { return (text, .identity) }
    result.append(contentsOf: bytes[copied...])
    return (Text(wellFormed: result), Alignment(edits: edits))
  }

  private func nextSuspect(in bytes: [UInt8], from start: Int) -> Int {
    bytes.withUnsafeBufferPointer { cicu_find_nfc_suspect($0.baseAddress, $0.count, start) }
  }

  private func isNormalized(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { cicu_is_normalized(rawValue, $0.baseAddress, $0.count) != 0 }
  }

  /// The view in this form, made by ICU without asking first whether anything has to change.
  ///
  /// - Throws: `ICUError` when ICU cannot normalize (texts beyond 2 GiB, or no memory).
  public func normalizeWithoutScan(
    _ text: Text
  ) throws(ICUError) -> (text: Text, alignment: Alignment) {
    guard let (ordered, first) = LongMarkRuns.sorted(text) else { return try runICU(text) }
    let (result, second) = try runICU(ordered)
    return (result, first.composed(with: second))
  }

  private func runICU(_ text: Text) throws(ICUError) -> (text: Text, alignment: Alignment) {
    let result = text.bytes.withUnsafeBufferPointer {
      cicu_normalize(rawValue, $0.baseAddress, $0.count)
    }
    guard result.status <= 0 else {
      throw ICUError(operation: "normalization", code: result.status)
    }
    if result.edit_count == 0 { return (text, .identity) }
    let edits = UnsafeBufferPointer(start: result.edits, count: result.edit_count).map {
      Alignment.Edit(
        source: TextSpan(Int($0.source_start), Int($0.source_end)),
        result: TextSpan(Int($0.result_start), Int($0.result_end)))
    }
    let bytes = Array(UnsafeBufferPointer(start: result.bytes, count: result.count))
    return (Text(wellFormed: bytes), Alignment(edits: edits))
  }
}
