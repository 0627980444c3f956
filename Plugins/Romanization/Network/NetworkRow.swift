import RomanizationKernel

/// A row of the network as it is kept: a power of two, then `ContextNetwork.width` signed bytes, each times that power.
enum NetworkRow {
  /// Bytes of a row.
  static let size = 1 + ContextNetwork.width

  /// Appends a row of numbers.
  static func append(_ row: some Sequence<Float>, to bytes: inout [UInt8]) {
    let largest = row.reduce(Float(0)) { max($0, abs($1)) }
    // The least power of two under which the largest number fits.
    let exponent =
      largest > 0 && largest.isFinite ? max(Int((largest / 127).exponent) + 1, -126) : -126
    let scale = power(Int8(clamping: exponent))
    bytes.append(UInt8(bitPattern: Int8(clamping: exponent)))
    for number in row {
      // Learning in steps that are too long ends in weights that are no numbers.
      let steps = (number / scale).rounded()
      bytes.append(UInt8(bitPattern: steps.isFinite ? Int8(min(max(steps, -127), 127)) : 0))
    }
  }

  /// Adds the row that begins at a place.
  @inline(__always)
  static func add(_ row: UnsafeRawPointer, to sums: UnsafeMutablePointer<Float>) {
    let bytes = row.assumingMemoryBound(to: Int8.self)
    context_add_bytes(bytes + 1, power(bytes[0]), sums)
  }

  /// The product of numbers and the row that begins at a place.
  @inline(__always)
  static func product(_ numbers: UnsafePointer<Float>, _ row: UnsafeRawPointer) -> Float {
    let bytes = row.assumingMemoryBound(to: Int8.self)
    return context_product(numbers, bytes + 1) * power(bytes[0])
  }

  /// Adds the row that begins at a place of many; nothing where none does.
  @inline(__always)
  static func add(
    _ rows: UnsafeBufferPointer<UInt8>, at place: Int, to sums: UnsafeMutablePointer<Float>
  ) {
    guard let base = rows.baseAddress, place >= 0, place + size <= rows.count else { return }
    add(UnsafeRawPointer(base + place), to: sums)
  }

  /// The product of numbers, from one on, and the row that begins at a place of many; 0 where none does.
  @inline(__always)
  static func product(
    _ numbers: [Float], from start: Int, _ rows: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> Float {
    numbers.withUnsafeBufferPointer { numbers in
      guard let left = numbers.baseAddress, let base = rows.baseAddress, place >= 0,
        place + size <= rows.count, start + ContextNetwork.width <= numbers.count
      else { return 0 }
      return product(left + start, UnsafeRawPointer(base + place))
    }
  }

  /// Two to a power from -126 to 127.
  @inline(__always)
  private static func power(_ exponent: Int8) -> Float {
    Float(bitPattern: UInt32(max(Int(exponent), -126) + 127) << 23)
  }
}
