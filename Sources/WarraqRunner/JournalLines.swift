import SystemPackage
import Warraq

/// The lines of a journal, read and written.
struct JournalLines {
  /// What the run depends on; nil when the first line is none.
  let key: RunKey?
  /// Bytes of the lines that are whole.
  let wholeLength: Int
  private let entries: [JSONValue]

  /// Reads a journal; nil when there is none.
  init?(path: String) {
    guard let descriptor = try? FileDescriptor.open(FilePath(path), .readOnly) else { return nil }
    defer { try? descriptor.close() }
    var bytes: [UInt8] = []
    while true {
      let chunk = try? [UInt8](unsafeUninitializedCapacity: 1 << 16) { memory, count in
        count = try descriptor.read(into: UnsafeMutableRawBufferPointer(memory))
      }
      guard let chunk, !chunk.isEmpty else { break }
      bytes += chunk
    }
    var values: [JSONValue] = []
    var length = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
      guard let value = try? JSONScanner.parse(Array(line)) else { break }
      values.append(value)
      length += line.count + 1
    }
    wholeLength = length
    key = values.first.flatMap(Self.key)
    entries = Array(values.dropFirst())
  }

  private static func key(_ value: JSONValue) -> RunKey? {
    guard value["format"]?.intValue == 1, let facts = value["key"]?.objectValue else { return nil }
    var key = RunKey()
    for fact in facts { key.add(fact.key, fact.value.stringValue ?? "") }
    return key
  }

  /// The last point to go on from; nil when there is none that fits.
  func last(steps: Int, sinks: Int) -> Journal.Resumed? {
    guard let entry = entries.last, let records = entry["records"]?.intValue,
      let digest = entry["digest"]?.stringValue,
      let counts = entry["counts"]?.arrayValue?.compactMap(\.intValue), counts.count == 6,
      let times = entry["times"]?.arrayValue?.compactMap(\.doubleValue), times.count == steps
    else { return nil }
    var state = RunState(steps: steps)
    state.records = records
    state.digest = digest
    state.counts.read = counts[0]
    state.counts.written = counts[1]
    state.counts.filtered = counts[2]
    state.counts.failed = counts[3]
    state.counts.repairedDocuments = counts[4]
    state.counts.replacements = counts[5]
    for (step, seconds) in times.enumerated() { state.times.add(.seconds(seconds), step: step) }
    if entry["closed"]?.boolValue ?? false {
      return Journal.Resumed(state: state, positions: [], isClosed: true)
    }
    guard let positions = entry["positions"]?.arrayValue?.compactMap(\.intValue),
      positions.count == sinks
    else { return nil }
    return Journal.Resumed(state: state, positions: positions, isClosed: false)
  }

  static func line(for key: RunKey) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("format")
    writer.integer(1)
    writer.key("key")
    writer.beginObject()
    for fact in key.facts {
      writer.key(fact.name)
      writer.string(fact.value)
    }
    writer.endObject()
    writer.endObject()
    writer.endLine()
    return writer.bytes
  }

  static func line(for entry: Journal.Entry) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    let state: RunState
    switch entry {
    case .checkpoint(let reached, let positions):
      state = reached
      writer.key("positions")
      integers(positions, &writer)
    case .closed(let reached):
      state = reached
      writer.key("closed")
      writer.bool(true)
    }
    writer.key("records")
    writer.integer(state.records)
    writer.key("digest")
    writer.string(state.digest)
    writer.key("counts")
    let counts = state.counts
    integers(
      [
        counts.read, counts.written, counts.filtered, counts.failed, counts.repairedDocuments,
        counts.replacements,
      ], &writer)
    writer.key("times")
    writer.beginArray()
    for time in state.times.steps { writer.number(time / .seconds(1), decimals: 6) }
    writer.endArray()
    writer.endObject()
    writer.endLine()
    return writer.bytes
  }

  private static func integers(_ values: [Int], _ writer: inout JSONWriter) {
    writer.beginArray()
    for value in values { writer.integer(value) }
    writer.endArray()
  }
}
