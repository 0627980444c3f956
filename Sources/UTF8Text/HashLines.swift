public import CHashLines

/// A hash table in lines of 64 bytes: tags (16 bits of the hash), then what its owner keeps of each slot, and
/// last a byte that tells whether keys of a full line stand in the next one. A line is what a processor
/// fetches at once, so most keys cost one look, those that are not there as well.
///
/// Keys are not kept. One that is not there is taken for one that is in about one look of 65,536 for each tag
/// in its line.
public struct HashLines: Sendable {
  /// Bytes of a line.
  public static let lineSize = hash_line_size
  /// Where lines may begin, at `offset` or next behind it: a line then lies in one of the processor's when
  /// the whole block does.
  public static func start(from offset: Int) -> Int {
    (offset + lineSize - 1) / lineSize * lineSize
  }

  /// Appends zeros up to where lines may begin.
  public static func pad(_ bytes: inout [UInt8]) {
    bytes += [UInt8](repeating: 0, count: start(from: bytes.count) - bytes.count)
  }

  /// Where in a line the byte stands that tells whether the search goes on.
  @usableFromInline static let more = lineSize - 1

  @usableFromInline let bytes: StaticBytes
  @usableFromInline let lineCount: UInt64
  @usableFromInline let slots: UInt32

  /// Opens a table.
  ///
  /// - Parameters:
  ///   - bytes: Whole lines, at least one; nil comes back for others.
  ///   - slots: Tags in a line, from 1 to 31.
  public init?(_ bytes: StaticBytes, slots: Int) {
    let lines = bytes.buffer.count / Self.lineSize
    guard lines > 0, lines <= UInt32.max, bytes.buffer.count % Self.lineSize == 0,
      (1...Int(hash_line_most_slots)).contains(slots)
    else { return nil }
    self.bytes = bytes
    self.slots = UInt32(slots)
    lineCount = UInt64(lines)
  }

  /// The line and the slot of a key by its hash; nil when it is not there.
  @inlinable
  @inline(__always)
  public func find(_ hash: UInt64) -> (line: UnsafePointer<UInt8>, slot: Int)? {
    guard let base = bytes.buffer.baseAddress else { return nil }
    let tag = Self.tag(hash)
    var number = Self.line(of: hash, in: lineCount)
    for _ in 0..<lineCount {
      let line = base + Int(truncatingIfNeeded: number) * Self.lineSize
      let slot = hash_line_find(line, tag, slots)
      if slot < slots { return (line, Int(slot)) }
      if line[Self.more] == 0 { return nil }
      number = number + 1 == lineCount ? 0 : number + 1
    }
    return nil
  }

  /// Has the line fetched in which the search for a key begins, so that `find` does not wait for it later.
  @inlinable
  @inline(__always)
  public func fetch(_ hash: UInt64) {
    guard let base = bytes.buffer.baseAddress else { return }
    let number = Self.line(of: hash, in: lineCount)
    hash_line_fetch(base + Int(truncatingIfNeeded: number) * Self.lineSize)
  }

  /// Where the search for a key begins: its lower bits as a share of all lines.
  @inlinable
  @inline(__always)
  static func line(of hash: UInt64, in count: UInt64) -> UInt64 {
    ((hash & 0xFFFF_FFFF) &* count) >> 32
  }

  /// The upper bits of a hash; never 0, which is an empty slot.
  @inlinable
  @inline(__always)
  static func tag(_ hash: UInt64) -> UInt16 { max(UInt16(truncatingIfNeeded: hash >> 48), 1) }

  /// A table's lines with all tags in place, and where each key's are.
  public struct Layout {
    /// The lines, whose owner fills what stands behind the tags.
    public var bytes: [UInt8]
    /// For each key the index of its line's first byte, and its slot.
    public let places: [(line: Int, slot: Int)]
  }

  /// Lays keys out.
  ///
  /// - Parameters:
  ///   - hashes: The keys' hashes, each but once; those that come first are found first.
  ///   - slots: Tags in a line, from 1 to 31.
  ///   - extraLines: Lines more than four fifths full ones need.
  public static func layOut(_ hashes: [UInt64], slots: Int, extraLines: Int = 0) -> Layout {
    let lineCount = hashes.count / slots * 5 / 4 + 2 + extraLines
    var bytes = [UInt8](repeating: 0, count: lineCount * lineSize)
    var counts = [Int](repeating: 0, count: lineCount)
    var places: [(line: Int, slot: Int)] = []
    places.reserveCapacity(hashes.count)
    for hash in hashes {
      var number = Int(line(of: hash, in: UInt64(lineCount)))
      while counts[number] == slots {
        bytes[number * lineSize + more] = 1
        number = (number + 1) % lineCount
      }
      let start = number * lineSize
      let slot = counts[number]
      let tag = tag(hash)
      bytes[start + 2 * slot] = UInt8(truncatingIfNeeded: tag)
      bytes[start + 2 * slot + 1] = UInt8(truncatingIfNeeded: tag >> 8)
      places.append((start, slot))
      counts[number] += 1
    }
    return Layout(bytes: bytes, places: places)
  }
}
