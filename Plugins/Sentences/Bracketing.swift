import SentencesKernel
import Warraq

/// Quotation marks and brackets that open and close on one line.
struct Bracketing {
  /// For each mark of the line, the index of the mark that closes the innermost pair around it, or
  /// -1; empty when the line has no pair.
  private var closers: [Int] = []
  private var openers: [Int: Int] = [:]
  private var stack: [(index: Int, closer: UInt32)] = []
  private var pairs: [(open: Int, close: Int)] = []
  private var first = 0

  /// Index of the mark that opens the pair which closes at mark `closer`.
  func opener(ofCloser closer: Int) -> Int? {
    openers[closer - first].map { $0 + first }
  }

  /// Index of the mark that closes the innermost pair around mark `index`, or nil.
  func closer(around index: Int) -> Int? {
    let place = index - first
    guard closers.indices.contains(place), closers[place] >= 0 else { return nil }
    return closers[place] + first
  }

  /// Finds the pairs of a line's marks, reusing this value's storage. Linear in the marks.
  mutating func assign(_ marks: ArraySlice<sentence_mark>) {
    closers.removeAll(keepingCapacity: true)
    if !openers.isEmpty { openers.removeAll(keepingCapacity: true) }
    stack.removeAll(keepingCapacity: true)
    pairs.removeAll(keepingCapacity: true)
    first = marks.startIndex
    var openQuote: Int?
    for index in marks.indices {
      let scalar = marks[index].scalar
      if let closer = Self.closer(of: scalar) {
        stack.append((index - first, closer))
      } else if scalar == 0x22 {
        // Straight quotes pair up in the order they come.
        if let open = openQuote {
          pairs.append((open, index - first))
          openQuote = nil
        } else {
          openQuote = index - first
        }
      } else if Self.isCloser(scalar) {
        close(scalar, at: index - first)
      }
    }
    mark(count: marks.count)
  }

  private mutating func close(_ scalar: UInt32, at index: Int) {
    guard let match = stack.last else { return }
    if match.closer == scalar {
      stack.removeLast()
      pairs.append((match.index, index))
    } else if stack.count >= 2, stack[stack.count - 2].closer == scalar {
      // One opening mark was left open; what stands around it still closes.
      let outer = stack[stack.count - 2]
      stack.removeLast(2)
      pairs.append((outer.index, index))
    }
  }

  private mutating func mark(count: Int) {
    guard !pairs.isEmpty else { return }
    for _ in 0..<count { closers.append(-1) }
    pairs.sort { $0.open < $1.open }
    // A sweep with a stack of open pairs gives each place its innermost closer.
    var open: [(open: Int, close: Int)] = []
    var next = 0
    for index in 0..<count {
      while let last = open.last, last.close <= index { open.removeLast() }
      while next < pairs.count, pairs[next].open < index {
        if pairs[next].close > index { open.append(pairs[next]) }
        next += 1
      }
      closers[index] = open.last?.close ?? -1
    }
    for pair in pairs { openers[pair.close] = pair.open }
  }

  private static func closer(of scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x28: 0x29
    case 0x5B: 0x5D
    case 0xAB: 0xBB
    case 0x201C: 0x201D
    case 0xFD3F: 0xFD3E
    default: nil
    }
  }

  /// True for marks that close a pair.
  static func isCloser(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x29, 0x5D, 0xBB, 0x201D, 0xFD3E: true
    default: false
    }
  }
}
