import NormalizationKernel
import UTF8Text

/// One pass of a `FoldPlan` over a text: the kernel's loop, with hard lines put in from outside.
struct FoldRun {
  private let source: UnsafeBufferPointer<UInt8>
  private let output: UnsafeMutableBufferPointer<UInt8>
  private let keepsEdits: Bool
  private var state = fold_state()
  private(set) var edits: [Alignment.Edit] = []
  private static let editsAtATime = 512

  /// Why a pass ended.
  enum Outcome {
    case done
    /// The line around the place that was reached holds something hard.
    case hardLine
    /// The whole text must go through the plain chain, or the output is too small.
    case hardText
  }

  init(
    source: UnsafeBufferPointer<UInt8>, output: UnsafeMutableBufferPointer<UInt8>, keepsEdits: Bool
  ) {
    self.source = source
    self.output = output
    self.keepsEdits = keepsEdits
  }

  /// Bytes of the output so far.
  var written: Int { state.written }
  /// True when the output differs from the source.
  var isChanged: Bool { state.changed != 0 }

  /// Goes on to the end of the text, or to what interrupts.
  mutating func advance(_ tables: UnsafePointer<fold_tables>) -> Outcome {
    guard keepsEdits else { return outcome(run(tables)) }
    return withUnsafeTemporaryAllocation(of: fold_edit.self, capacity: Self.editsAtATime) {
      buffer in
      state.edits = buffer.baseAddress
      state.edit_capacity = buffer.count
      defer { state.edits = nil }
      while true {
        state.edit_count = 0
        let status = run(tables)
        for edit in buffer.prefix(state.edit_count) {
          edits.append(
            Alignment.Edit(
              source: TextSpan(Int(edit.source_start), Int(edit.source_end)),
              result: TextSpan(Int(edit.result_start), Int(edit.result_end))))
        }
        if status != FOLD_EDITS_FULL { return outcome(status) }
      }
    }
  }

  private mutating func run(_ tables: UnsafePointer<fold_tables>) -> Int {
    Int(
      fold_run(
        tables, source.baseAddress, source.count, output.baseAddress, output.count, &state))
  }

  private func outcome(_ status: Int) -> Outcome {
    switch status {
    case FOLD_DONE: .done
    case FOLD_AT_HARD_LINE: .hardLine
    default: .hardText
    }
  }

  /// The line around the place that was reached, without its line end.
  ///
  /// - Parameter trimmed: True to leave out the spaces at its rims, which belong to the runs of
  ///   white space on either side where white space is made even.
  func currentLine(trimmed: Bool) -> Range<Int> {
    var start = min(state.read, source.count)
    while start > 0, source[start - 1] != 0x0A { start -= 1 }
    var end = min(state.read, source.count)
    while end < source.count, source[end] != 0x0A { end += 1 }
    guard trimmed else { return start..<end }
    while start < end, source[start] == 0x20 { start += 1 }
    while start < end, source[end - 1] == 0x20 { end -= 1 }
    return start..<end
  }

  /// Puts what the plain chain made of a line in place of what was written of it.
  ///
  /// - Returns: False when the output is too small.
  mutating func replaceLine(
    _ line: Range<Int>, by bytes: [UInt8], alignment: Alignment
  ) -> Bool {
    var start = state.written
    while start > 0, output[start - 1] != 0x0A { start -= 1 }
    guard start + bytes.count <= output.count else { return false }
    while let last = edits.last, last.source.start >= line.lowerBound { edits.removeLast() }
    if keepsEdits {
      for edit in alignment.edits {
        let source = edit.source
        let result = edit.result
        edits.append(
          Alignment.Edit(
            source: TextSpan(source.start + line.lowerBound, source.end + line.lowerBound),
            result: TextSpan(result.start + start, result.end + start)))
      }
    }
    for (index, byte) in bytes.enumerated() { output[start + index] = byte }
    if !bytes.elementsEqual(source[line]) { state.changed = 1 }
    state.written = start + bytes.count
    state.read = line.upperBound
    state.last_was_mark = 0
    return true
  }
}
