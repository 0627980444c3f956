import RomanizationKernel

/// A row of the network as it is kept: a power of two, then `ContextNetwork.width` signed bytes, each times that power.
enum NetworkRow {
  /// Bytes of a row.
  static let size = 1 + ContextNetwork.width
  /// Two to a lesser power is no normal number.
  private static let leastExponent: Int8 = -126

  /// Appends a row of `ContextNetwork.width` numbers; zeros for one that has others than numbers, as learning in steps
  /// that are too long ends in.
  static func append(_ row: UnsafeBufferPointer<Float>, to bytes: inout [UInt8]) {
    var largest: Float = 0
    var isFinite = row.count == ContextNetwork.width
    for number in row {
      largest = max(largest, abs(number))
      isFinite = isFinite && number.isFinite
    }
    guard isFinite, largest > 0, let numbers = row.baseAddress else {
      bytes.append(UInt8(bitPattern: leastExponent))
      bytes += [UInt8](repeating: 0, count: ContextNetwork.width)
      return
    }
    // The least power of two under which the largest number fits.
    let exponent = Int8(
      clamping: max(Int((largest / 127).exponent) + 1, Int(leastExponent)))
    withUnsafeTemporaryAllocation(of: Int8.self, capacity: ContextNetwork.width) { packed in
      guard let base = packed.baseAddress else { return }
      context_pack(numbers, 1 / power(exponent), base)
      bytes.append(UInt8(bitPattern: exponent))
      bytes.append(contentsOf: UnsafeRawBufferPointer(packed))
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
    Float(bitPattern: UInt32(max(Int(exponent), Int(leastExponent)) + 127) << 23)
  }
}
