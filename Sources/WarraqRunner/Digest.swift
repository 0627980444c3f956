import CDigest
import SystemPackage
import Warraq
import WarraqCorpus

/// SHA-256, by OpenSSL.
struct Digest {
  private let context: Context

  /// Owns OpenSSL's state and frees it.
  private final class Context {
    let pointer: OpaquePointer?

    init() {
      pointer = EVP_MD_CTX_new()
      if let pointer { EVP_DigestInit_ex(pointer, EVP_sha256(), nil) }
    }

    deinit { EVP_MD_CTX_free(pointer) }
  }

  /// Nothing taken yet.
  init() { context = Context() }

  /// Takes bytes.
  func update(_ bytes: [UInt8]) {
    guard let pointer = context.pointer else { return }
    bytes.withUnsafeBytes { _ = EVP_DigestUpdate(pointer, $0.baseAddress, $0.count) }
  }

  /// Takes a text and a mark of its end.
  func update(_ text: String) { update(Array(text.utf8) + [0]) }

  /// The digest of what was taken, as 64 hexadecimal digits. Ends the taking.
  func finish() -> String {
    var bytes = [UInt8](repeating: 0, count: 32)
    if let pointer = context.pointer { EVP_DigestFinal_ex(pointer, &bytes, nil) }
    return bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The digest of a file, or nil when it cannot be read.
  static func ofFile(_ path: String) -> String? {
    guard let descriptor = try? FileDescriptor.open(FilePath(path), .readOnly) else { return nil }
    defer { try? descriptor.close() }
    let digest = Digest()
    while true {
      let chunk = try? [UInt8](unsafeUninitializedCapacity: 1 << 20) { memory, count in
        count = try descriptor.read(into: UnsafeMutableRawBufferPointer(memory))
      }
      guard let chunk else { return nil }
      if chunk.isEmpty { return digest.finish() }
      digest.update(chunk)
    }
  }

  /// The digest of a batch of records: what tells, when a run goes on, that they are the same.
  static func of(_ batch: [CorpusItem]) -> String {
    let digest = Digest()
    for item in batch {
      switch item {
      case .record(let record):
        digest.update(record.place)
        digest.update(record.bytes)
      case .failure(let error): digest.update(error.description)
      }
    }
    return digest.finish()
  }

  /// The digest of two digests, one after the other.
  static func chain(_ first: String, _ second: String) -> String {
    let digest = Digest()
    digest.update(first)
    digest.update(second)
    return digest.finish()
  }
}
