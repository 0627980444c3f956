import CZlib
import TestSupport

/// Compressed data for tests, made with zlib itself.
enum GzipFixture {
  static func compress(_ text: String, in folder: TemporaryFolder) throws -> [UInt8] {
    let path = folder.path + "fixture.gz"
    guard let file = gzopen(path, "wb") else { throw TestFailure() }
    let bytes = Array(text.utf8)
    gzwrite(file, bytes, UInt32(bytes.count))
    gzclose(file)
    guard let compressed = folder.read("fixture.gz") else { throw TestFailure() }
    return compressed
  }
}
