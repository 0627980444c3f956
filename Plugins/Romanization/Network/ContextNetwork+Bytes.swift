import UTF8Text

/// The form in a model's file: the numbers that all words share, 32-bit floats, little-endian; then the rows
/// (`NetworkRow`).
extension ContextNetwork {
  /// Bytes of a network.
  static let size = Layout.count * 4 + 2 * NetworkFeatures.rowCount * NetworkRow.size

  /// Opens a network; nil for bytes that are none.
  init?(_ bytes: StaticBytes) {
    let buffer = bytes.buffer
    guard buffer.count == Self.size, let base = buffer.baseAddress else { return nil }
    let raw = UnsafeRawBufferPointer(buffer)
    var parts = [SIMD16<Float>](repeating: .zero, count: Layout.partCount)
    for index in 0..<Layout.count {
      let bits = raw.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)
      let number = Float(bitPattern: UInt32(littleEndian: bits))
      // What is computed with numbers that are none is nothing to choose by.
      guard number.isFinite else { return nil }
      parts[index / 16][index % 16] = number
    }
    shared = parts
    rows = StaticBytes(base + Layout.count * 4, count: buffer.count - Layout.count * 4)
  }

  /// The bytes of a network.
  ///
  /// - Parameters:
  ///   - shared: `Layout.count` numbers.
  ///   - rows: The rows of words, then those of candidates.
  static func bytes(shared: [Float], rows: [Float]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    for number in shared {
      withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes += $0 }
    }
    for start in stride(from: 0, to: rows.count, by: width) {
      rows[start..<start + width].withUnsafeBufferPointer { NetworkRow.append($0, to: &bytes) }
    }
    return bytes
  }
}
