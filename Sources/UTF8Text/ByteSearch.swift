#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension UnsafeBufferPointer<UInt8> {
  /// The index of the first byte of a value from an index on, found as fast as memory is read; nil for none.
  public func firstIndex(of byte: UInt8, from index: Int) -> Int? {
    guard let base = baseAddress, indices.contains(index),
      let found = memchr(base + index, Int32(byte), count - index)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
