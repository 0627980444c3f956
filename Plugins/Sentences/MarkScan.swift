import SentencesKernel
import Warraq

/// The marks of a part of a text that a splitter has to look at, found with vectors.
struct MarkScan {
  private(set) var marks: [sentence_mark] = []

  /// Finds the marks of `range`, reusing this value's storage.
  mutating func assign(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    marks.removeAll(keepingCapacity: true)
    guard let base = bytes.baseAddress else { return }
    var start = range.lowerBound
    let chunk = 1024
    withUnsafeTemporaryAllocation(of: sentence_mark.self, capacity: chunk) { found in
      while start < range.upperBound {
        var next = start
        let count = sentences_find_marks(
          base, start, range.upperBound, found.baseAddress, chunk, &next)
        marks.append(contentsOf: UnsafeBufferPointer(rebasing: found[..<count]))
        start = next
      }
    }
  }
}

/// What a mark may do.
enum MarkClass {
  /// True for full stops, question and exclamation marks, ellipses.
  static func isTerminator(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E, 0x21, 0x3F, 0x061F, 0x06D4, 0x2026, 0x203C, 0x203D, 0x2047, 0x2048, 0x2049: true
    default: false
    }
  }

  /// True for the stops of other scripts, about which ICU decides.
  static func isForeignStop(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0964, 0x0965, 0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0xFF61, 0x0589, 0x1362: true
    default: false
    }
  }
}
