import UTF8Text

/// A rewriting of single scalars: each becomes some scalars or none. Maps compose into one map, so
/// that a chain of them costs one pass over the text.
public struct ScalarMap: Sendable {
  /// The changed scalars and the UTF-8 bytes that stand for them.
  public let replacements: [UInt32: [UInt8]]

  // Look-up in two steps for the Basic Multilingual Plane: page of 256 scalars, then index of the
  // replacement (0 = unchanged). Page 0 of `slots` is the page where nothing changes.
  private let pages: [UInt8]
  private let slots: [UInt16]
  private let targets: [[UInt8]]
  /// For each lead byte, whether any scalar that it opens may change.
  private let mayChange: [Bool]
  /// What bytes below 0x80 and the letters of U+0600 to U+06FF become: the first byte lowest, the length in
  /// the highest byte. Empty when one becomes more than seven bytes.
  private let short: [UInt64]

  /// The map that changes nothing.
  public static let identity = ScalarMap([:])

  /// Makes a map from the scalars that change to their UTF-8.
  public init(_ replacements: [UInt32: [UInt8]]) {
    var pages = [UInt8](repeating: 0, count: 256)
    var slots = [UInt16](repeating: 0, count: 256)
    var targets: [[UInt8]] = [[]]
    var mayChange = [Bool](repeating: false, count: 256)
    for scalar in replacements.keys.sorted() {
      var lead: [UInt8] = []
      UTF8Bytes.append(scalar, to: &lead)
      mayChange[Int(lead[0])] = true
      guard scalar < 0x10000, targets.count < Int(UInt16.max) else { continue }
      let page = Int(scalar >> 8)
      if pages[page] == 0 {
        pages[page] = UInt8(truncatingIfNeeded: slots.count / 256)
        slots += [UInt16](repeating: 0, count: 256)
      }
      slots[Int(pages[page]) * 256 + Int(scalar & 0xFF)] = UInt16(targets.count)
      targets.append(replacements[scalar] ?? [])
    }
    self.replacements = replacements
    short = Self.shortOutputs(replacements)
    self.pages = pages
    self.slots = slots
    self.targets = targets
    self.mayChange = mayChange
  }

  /// What stands for a scalar, or nil when it stays.
  public subscript(scalar: UInt32) -> [UInt8]? {
    guard scalar < 0x10000 else { return replacements[scalar] }
    let slot = slots[Int(pages[Int(scalar >> 8)]) * 256 + Int(scalar & 0xFF)]
    return slot == 0 ? nil : targets[Int(slot)]
  }

  /// The map that does this one, then `next`.
  public func followed(by next: ScalarMap) -> ScalarMap {
    ScalarMap(chain: [replacements, next.replacements])
  }

  /// The map that does each of several rewritings in turn, given as scalars that change and their UTF-8.
  public init(chain steps: [[UInt32: [UInt8]]]) {
    // From the last to the first: each scalar then goes through one look a step at the most.
    var combined: [UInt32: [UInt8]] = [:]
    for step in steps.reversed() {
      let further = combined
      for (scalar, bytes) in step {
        var result: [UInt8] = []
        bytes.withUnsafeBufferPointer { bytes in
          var index = 0
          while index < bytes.count {
            let (letter, next) = UTF8Bytes.decode(bytes, at: index)
            result += further[letter] ?? Array(bytes[index..<next])
            index = next
          }
        }
        combined[scalar] = result
      }
    }
    self.init(combined)
  }

  /// Appends the rewritten bytes, without keeping where they came from.
  public func append(_ bytes: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]) {
    guard !short.isEmpty else { return rewrite(bytes, into: &result) { _, _, _ in } }
    var start = 0
    while start < bytes.count {
      start = appendPiece(bytes, from: start, to: &result)
    }
  }

  /// Bytes of a piece that is rewritten in memory of the stack.
  private static let pieceSize = 2048
  private static let letterStart = 0x80

  private static func shortOutputs(_ replacements: [UInt32: [UInt8]]) -> [UInt64] {
    var outputs: [UInt64] = []
    outputs.reserveCapacity(0x180)
    var bytes: [UInt8] = []
    for scalar in [UInt32(0)...0x7F, 0x600...0x6FF].joined() {
      bytes.removeAll(keepingCapacity: true)
      if let other = replacements[scalar] {
        bytes += other
      } else {
        UTF8Bytes.append(scalar, to: &bytes)
      }
      guard bytes.count <= 7 else { return [] }
      var word = UInt64(bytes.count) << 56
      for (index, byte) in bytes.enumerated() { word |= UInt64(byte) << UInt64(8 * index) }
      outputs.append(word)
    }
    return outputs
  }

  /// Rewrites a piece, one look and eight bytes written for each letter; returns where the next begins.
  private func appendPiece(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to result: inout [UInt8]
  ) -> Int {
    let limit = min(start + Self.pieceSize, bytes.count)
    var index = start
    withUnsafeTemporaryAllocation(byteCount: 4 * (limit - start) + 16, alignment: 8) { target in
      var written = 0
      short.withUnsafeBufferPointer { short in
        while index < limit {
          let lead = bytes[index]
          let slot: Int
          if lead < 0x80 {
            slot = Int(lead)
            index += 1
          } else if lead & 0xFC == 0xD8, index + 1 < bytes.count {
            slot = Self.letterStart + (Int(lead & 3) << 6 | Int(bytes[index + 1] & 0x3F))
            index += 2
          } else {
            return
          }
          let output = short[slot]
          target.storeBytes(of: output.littleEndian, toByteOffset: written, as: UInt64.self)
          written += Int(output >> 56)
        }
      }
      result.append(contentsOf: UnsafeRawBufferPointer(rebasing: target[..<written]))
    }
    guard index < limit else { return index }
    // A scalar of other blocks.
    let (scalar, next) = UTF8Bytes.decode(bytes, at: index)
    if let other = self[scalar] {
      result.append(contentsOf: other)
    } else {
      result.append(contentsOf: bytes[index..<next])
    }
    return next
  }

  /// The rewritten text and its alignment; `text` itself when nothing changes.
  public func apply(to text: Text) -> (text: Text, alignment: Alignment) {
    var result: [UInt8] = []
    var edits: [Alignment.Edit] = []
    var isChanged = false
    text.bytes.withUnsafeBufferPointer { bytes in
      rewrite(bytes, into: &result) { source, replaced, lead in
        isChanged = true
        // One scalar for another of the same length moves no offset.
        let isPaired =
          source.count == replaced.count && UTF8Bytes.length(ofLead: lead) == source.count
        if !isPaired { edits.append(Alignment.Edit(source: source, result: replaced)) }
      }
    }
    return isChanged ? (Text(wellFormed: result), Alignment(edits: edits)) : (text, .identity)
  }

  private func rewrite(
    _ bytes: UnsafeBufferPointer<UInt8>, into result: inout [UInt8],
    onEdit: (_ source: TextSpan, _ result: TextSpan, _ lead: UInt8) -> Void
  ) {
    var index = 0
    var runStart = 0
    mayChange.withUnsafeBufferPointer { mayChange in
      while index < bytes.count {
        let lead = bytes[index]
        guard mayChange[Int(lead)] else {
          index += 1
          continue
        }
        let (scalar, next) = UTF8Bytes.decode(bytes, at: index)
        if let target = self[scalar] {
          if runStart < index { result.append(contentsOf: bytes[runStart..<index]) }
          let start = result.count
          result.append(contentsOf: target)
          onEdit(TextSpan(index, next), TextSpan(start, result.count), target.first ?? 0)
          runStart = next
        }
        index = next
      }
    }
    if runStart < bytes.count { result.append(contentsOf: bytes[runStart...]) }
  }
}
