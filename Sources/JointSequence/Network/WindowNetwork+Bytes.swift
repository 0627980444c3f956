import UTF8Text

/// The form in a model's file: the letters, then rows of a scale (a 32-bit float) and as many signed bytes
/// as there are hidden units.
extension WindowNetwork {
  private static let rowSize = 4 + units

  /// Opens a network for so many graphones; nil for bytes that are none.
  init?(_ bytes: StaticBytes, at offset: Int, graphoneCount: Int) {
    let buffer = bytes.buffer
    guard let reach = LEB128.read(buffer, at: offset), reach.value == Self.reach,
      let units = LEB128.read(buffer, at: reach.next), units.value == Self.units,
      let count = LEB128.read(buffer, at: units.next), count.value < 4096
    else { return nil }
    var letters: [UInt32] = []
    var next = count.next
    for _ in 0..<count.value {
      guard let letter = LEB128.read(buffer, at: next) else { return nil }
      letters.append(UInt32(truncatingIfNeeded: letter.value))
      next = letter.next
    }
    let rowCount = Self.width * (letters.count + 1) + 1 + graphoneCount
    guard Set(letters).count == letters.count,
      buffer.count - next >= rowCount * Self.rowSize + graphoneCount * 4
    else { return nil }
    self.init(letters: letters, graphoneCount: graphoneCount)
    let raw = UnsafeRawBufferPointer(buffer)
    Self.read(raw, at: &next, into: &input)
    Self.read(raw, at: &next, into: &bias)
    Self.read(raw, at: &next, into: &output)
    for index in outputBias.indices { outputBias[index] = Self.readFloat(raw, at: &next) }
  }

  /// Appends the network.
  func append(to bytes: inout [UInt8]) {
    LEB128.append(Self.reach, to: &bytes)
    LEB128.append(Self.units, to: &bytes)
    LEB128.append(numbers.count, to: &bytes)
    for (letter, _) in numbers.sorted(by: { $0.value < $1.value }) {
      LEB128.append(Int(letter), to: &bytes)
    }
    for rows in [input, bias, output] { Self.append(rows, to: &bytes) }
    for value in outputBias { Self.append(value, to: &bytes) }
  }

  private static func append(_ rows: [Lane], to bytes: inout [UInt8]) {
    for start in stride(from: 0, to: rows.count, by: lanes) {
      let row = rows[start..<min(start + lanes, rows.count)]
      let largest = row.reduce(Float.leastNormalMagnitude) { max($0, $1.max(), -$1.min()) }
      let scale = largest / 127
      append(scale, to: &bytes)
      for lane in row {
        for unit in lane.indices {
          let steps = (lane[unit] / scale).rounded()
          // Learning in steps that are too long ends in weights that are no numbers.
          bytes.append(UInt8(bitPattern: steps.isFinite ? Int8(min(max(steps, -127), 127)) : 0))
        }
      }
    }
  }

  private static func append(_ value: Float, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes += $0 }
  }

  private static func read(
    _ raw: UnsafeRawBufferPointer, at offset: inout Int, into rows: inout [Lane]
  ) {
    for start in stride(from: 0, to: rows.count, by: lanes) {
      let scale = readFloat(raw, at: &offset)
      for lane in start..<start + lanes {
        let stored = raw.loadUnaligned(fromByteOffset: offset, as: SIMD16<Int8>.self)
        rows[lane] = Lane(stored) * scale
        offset += Lane.scalarCount
      }
    }
  }

  private static func readFloat(_ raw: UnsafeRawBufferPointer, at offset: inout Int) -> Float {
    let bits = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    offset += 4
    return Float(bitPattern: bits)
  }
}
