// Finds long words: the stage `example/long-words`, as a shared library.
import CWarraqPlugin

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// One instance of the stage.
final class LongWords {
  let minimum: Int

  /// Reads `{"minimum":7}`, which the host has checked against plugin.json.
  init?(options: String) {
    guard let number = options.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Int($0) })
    else { return nil }
    minimum = number
  }

  func process(_ text: UnsafeBufferPointer<UInt8>, _ report: (Range<Int>) -> Void) {
    for word in text.split(whereSeparator: { $0 == 0x20 || (0x09...0x0D).contains($0) }) {
      // Every byte that continues no code point begins one.
      let letters = word.lazy.filter { $0 & 0xC0 != 0x80 }.count
      if letters >= minimum { report(word.startIndex..<word.endIndex) }
    }
  }
}

private let description = strdup(
  "{\"id\":\"example\",\"version\":\"1.0.0\",\"stages\":[\"long-words\"]}")
private let label = strdup("long")

/// The table of functions, made once and never freed.
private let table: UnsafePointer<warraq_plugin> = {
  let table = UnsafeMutablePointer<warraq_plugin>.allocate(capacity: 1)
  table.initialize(
    to: warraq_plugin(
      abi: UInt32(WARRAQ_PLUGIN_ABI),
      describe: { UnsafePointer(description) },
      create: { stage, options, error, capacity in
        guard let options, let instance = LongWords(options: String(cString: options)) else {
          return nil
        }
        return Unmanaged.passRetained(instance).toOpaque()
      },
      process: { instance, documents, count, results in
        guard let instance, let results = results?.pointee else { return 1 }
        let stage = Unmanaged<LongWords>.fromOpaque(instance).takeUnretainedValue()
        for number in 0..<count {
          guard let text = documents?[number].text else { continue }
          stage.process(UnsafeBufferPointer(start: text.bytes, count: text.count)) { word in
            var annotation = warraq_annotation(
              start: UInt64(word.lowerBound), end: UInt64(word.upperBound),
              label: warraq_text(
                bytes: UnsafeRawPointer(label)?.assumingMemoryBound(to: UInt8.self), count: 4),
              value: warraq_text(bytes: nil, count: 0))
            results.add(results.context, number, &annotation)
          }
        }
        return 0
      },
      destroy: { instance in
        if let instance { Unmanaged<LongWords>.fromOpaque(instance).release() }
      }))
  return UnsafePointer(table)
}()

/// What the host looks for.
@c(warraq_plugin_entry)
public func entry(_ hostABI: UInt32) -> UnsafePointer<warraq_plugin>? {
  hostABI == UInt32(WARRAQ_PLUGIN_ABI) ? table : nil
}
