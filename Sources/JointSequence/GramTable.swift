import UTF8Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// N-grams with their probabilities and backoff weights, in lines of one block of memory (`HashLines`): of
/// each 16 bits of the hash, and the negative logarithms of probability and weight in steps of 1/16 and 1/32.
///
/// An n-gram that is not there is taken for another in about one look of five thousand.
struct GramTable: Sendable {
  private static let slots = 15
  private static let firstProbability = 2 * slots
  private static let firstBackoff = 3 * slots
  private static let scale = 16.0
  private static let backoffScale = 32.0
  static let missing: UInt8 = .max

  private let lines: HashLines
  /// The offset behind the table.
  let end: Int

  /// Opens a table that begins at `offset`; nil when there is none.
  init?(_ bytes: StaticBytes, at offset: Int) {
    let buffer = bytes.buffer
    guard let count = LEB128.read(buffer, at: offset), let base = buffer.baseAddress else {
      return nil
    }
    let start = HashLines.start(from: count.next)
    guard count.value > 0, count.value <= (buffer.count - start) / HashLines.lineSize,
      let lines = HashLines(
        StaticBytes(base + start, count: count.value * HashLines.lineSize), slots: Self.slots)
    else { return nil }
    self.lines = lines
    end = start + count.value * HashLines.lineSize
  }

  /// What the table has of an n-gram, by its hash; nil when it is not there.
  @inline(__always)
  func find(_ hash: UInt64) -> (probability: UInt8, backoff: UInt8)? {
    guard let (line, slot) = lines.find(hash) else { return nil }
    return (line[Self.firstProbability + slot], line[Self.firstBackoff + slot])
  }

  /// Has the line of an n-gram fetched.
  @inline(__always)
  func fetch(_ hash: UInt64) { lines.fetch(hash) }

  /// The natural logarithm of a probability that is stored.
  @inline(__always)
  static func logarithm(probability stored: UInt8) -> Float { -Float(stored) / Float(scale) }

  /// The natural logarithm of a product of weights that are stored, by the sum of what stands for them.
  @inline(__always)
  static func logarithm(backoff stored: UInt64) -> Float { -Float(stored) / Float(backoffScale) }

  /// Gathers n-grams.
  struct Builder {
    private var places: [UInt64: Int] = [:]
    private var entries: [(hash: UInt64, probability: UInt8, backoff: UInt8)] = []

    mutating func set(_ gram: [UInt16], probability: Double) {
      entries[place(gram)].probability = Self.stored(probability, GramTable.scale)
    }

    mutating func set(_ gram: [UInt16], backoff: Double) {
      entries[place(gram)].backoff = Self.stored(backoff, GramTable.backoffScale)
    }

    private mutating func place(_ gram: [UInt16]) -> Int {
      var hash = GramHash.start
      for symbol in gram.reversed() { hash = GramHash.step(hash, symbol) }
      if let place = places[hash] { return place }
      entries.append((hash, GramTable.missing, 0))
      places[hash] = entries.count - 1
      return entries.count - 1
    }

    private static func stored(_ probability: Double, _ scale: Double) -> UInt8 {
      UInt8(min(max(-log(probability) * scale, 0), Double(GramTable.missing - 1)).rounded())
    }

    /// Appends the table to a model's bytes from their beginning on.
    func write(to bytes: inout [UInt8]) {
      var layout = HashLines.layOut(entries.map(\.hash), slots: slots)
      for (entry, place) in zip(entries, layout.places) {
        layout.bytes[place.line + firstProbability + place.slot] = entry.probability
        layout.bytes[place.line + firstBackoff + place.slot] = entry.backoff
      }
      LEB128.append(layout.bytes.count / HashLines.lineSize, to: &bytes)
      HashLines.pad(&bytes)
      bytes += layout.bytes
    }
  }
}
