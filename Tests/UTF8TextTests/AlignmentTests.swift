import TestSupport
import Testing
import UTF8Text

@Suite struct AlignmentTests {
  private func edit(_ source: Range<Int>, _ result: Range<Int>) -> Alignment.Edit {
    Alignment.Edit(
      source: TextSpan(source.lowerBound, source.upperBound),
      result: TextSpan(result.lowerBound, result.upperBound))
  }

  @Test func identityMapsEverySpanToItself() {
    let span = TextSpan(3, 9)
    #expect(Alignment.identity.sourceSpan(ofResult: span) == span)
    #expect(Alignment.identity.resultSpan(ofSource: span) == span)
  }

  @Test func deletionAtTheRimIsLeftOut() {
    // abXXcd → abcd
    let alignment = Alignment(edits: [edit(2..<4, 2..<2)])
    #expect(alignment.sourceSpan(ofResult: TextSpan(0, 2)) == TextSpan(0, 2))
    #expect(alignment.sourceSpan(ofResult: TextSpan(2, 4)) == TextSpan(4, 6))
    #expect(alignment.sourceSpan(ofResult: TextSpan(1, 3)) == TextSpan(1, 5))
    #expect(alignment.resultSpan(ofSource: TextSpan(2, 4)).isEmpty)
  }

  @Test func spanInsideAnEditTakesTheEditWhole() {
    // aXb → aYYYb
    let alignment = Alignment(edits: [edit(1..<2, 1..<4)])
    #expect(alignment.sourceSpan(ofResult: TextSpan(2, 3)) == TextSpan(1, 2))
    #expect(alignment.sourceSpan(ofResult: TextSpan(0, 2)) == TextSpan(0, 2))
    #expect(alignment.sourceSpan(ofResult: TextSpan(3, 5)) == TextSpan(1, 3))
  }

  @Test func viewKeepsTrailingMarksOfAWord() {
    let source = Text("كَتَبَ زيد")
    let result = Text("كتب زيد")
    let alignment = Alignment(edits: [edit(2..<4, 2..<2), edit(6..<8, 4..<4), edit(10..<12, 6..<6)])
    let view = View(source: source, text: result, alignment: alignment)
    #expect(source[view.sourceSpan(of: TextSpan(0, 6))] == "كَتَبَ")
    #expect(source[view.sourceSpan(of: TextSpan(7, 13))] == "زيد")
    #expect(result[view.viewSpan(of: TextSpan(0, 12))] == "كتب")
  }

  /// A random rewriting of a byte string of unique numbers, so that where each came from is known.
  private func rewrite(
    _ source: [Int], using generator: inout SeededGenerator
  ) -> (result: [Int], alignment: Alignment) {
    var result: [Int] = []
    var edits: [Alignment.Edit] = []
    var index = 0
    while index < source.count {
      if Int.random(in: 0..<4, using: &generator) > 0 {
        result.append(source[index])
        index += 1
        continue
      }
      let length = Int.random(in: 0...min(3, source.count - index), using: &generator)
      let replacement = Int.random(in: length == 0 ? 1...2 : 0...3, using: &generator)
      edits.append(edit(index..<index + length, result.count..<result.count + replacement))
      result += (0..<replacement).map { _ in -1 }
      index += length
      if index < source.count {
        // Two edits are kept apart by at least one untouched byte.
        result.append(source[index])
        index += 1
      }
    }
    return (result, Alignment(edits: edits))
  }

  @Test(arguments: Array(UInt64(1)...40))
  func compositionKeepsUntouchedBytesInPlace(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let source = Array(0..<Int.random(in: 0...60, using: &generator))
    var text = source
    var alignment = Alignment.identity
    for _ in 0..<4 {
      let step = rewrite(text, using: &generator)
      text = step.result
      alignment = alignment.composed(with: step.alignment)
      var last = (source: 0, result: 0)
      for edit in alignment.edits {
        #expect(
          edit.source.start >= last.source && edit.result.start >= last.result, "seed \(seed)")
        #expect(edit.source.start - last.source == edit.result.start - last.result, "seed \(seed)")
        last = (edit.source.end, edit.result.end)
      }
      #expect(source.count - last.source == text.count - last.result, "seed \(seed)")
      // What lies outside all edits is the same byte, and maps back to its own place.
      for (index, value) in text.enumerated() where value >= 0 {
        let span = alignment.sourceSpan(ofResult: TextSpan(index, index + 1))
        #expect(span.start <= value && value < span.end, "seed \(seed)")
      }
    }
  }

  @Test(arguments: Array(UInt64(1)...20))
  func mappingIsMonotone(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let source = Array(0..<40)
    let step = rewrite(source, using: &generator)
    var last = TextSpan(0, 0)
    for start in 0..<step.result.count {
      let span = step.alignment.sourceSpan(ofResult: TextSpan(start, start + 1))
      #expect(span.start >= last.start && span.end >= last.end, "seed \(seed)")
      #expect(span.start >= 0 && span.end <= source.count, "seed \(seed)")
      last = span
    }
  }
}
