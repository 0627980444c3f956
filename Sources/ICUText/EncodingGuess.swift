import CICU

/// ICU's guess of the encoding that bytes are in.
public struct EncodingGuess: Sendable, Hashable {
  /// ICU's name of the encoding.
  public let name: String
  /// From 1 to 100.
  public let confidence: Int

  /// Asks ICU's detector; nil when it has no guess.
  public init?(_ bytes: [UInt8]) {
    var confidence: Int32 = 0
    let name = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { room in
      room.initialize(repeating: 0)
      confidence = bytes.withUnsafeBufferPointer {
        cicu_detect($0.baseAddress, $0.count, room.baseAddress, room.count)
      }
      return room.baseAddress.map { String(cString: $0) } ?? ""
    }
    guard confidence > 0, !name.isEmpty else { return nil }
    self.name = name
    self.confidence = Int(confidence)
  }
}
