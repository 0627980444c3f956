import TestSupport
import Testing
import UTF8Text

@Suite struct ByteInternerTests {
  @Test(arguments: Array(UInt64(1)...4))
  func numbersFollowTheOrderOfFirstMention(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var interner = ByteInterner(minimumCapacity: 8)
    var expected: [[UInt8]: Int] = [:]
    for _ in 0..<5000 {
      let length = Int(generator.next() % 20)
      let bytes = (0..<length).map { _ in UInt8(generator.next() % 3) }
      let found = bytes.withUnsafeBufferPointer { interner.intern($0) }
      #expect(found.isNew == (expected[bytes] == nil), "seed \(seed)")
      let number = expected[bytes] ?? expected.count
      expected[bytes] = number
      #expect(found.number == number, "seed \(seed)")
      #expect(bytes.withUnsafeBufferPointer { interner.number(of: $0) } == number)
      #expect(interner.withBytes(of: number) { Array($0) } == bytes)
    }
    #expect(interner.count == expected.count)
    let unknown: [UInt8] = [9, 9]
    #expect(unknown.withUnsafeBufferPointer { interner.number(of: $0) } == nil)
  }
}
