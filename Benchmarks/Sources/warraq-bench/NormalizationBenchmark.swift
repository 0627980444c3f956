import ICUText
import Warraq
import WarraqNormalization

/// The search fold and NFC against ICU.
struct NormalizationBenchmark {
  let text: Text

  func run() throws {
    let size = text.count
    var copy = [UInt8](repeating: 0, count: size)
    let copied = Measurement.of("memcpy", bytes: size) {
      text.bytes.withUnsafeBufferPointer { source in
        copy.withUnsafeMutableBufferPointer { target in
          _ = target.update(fromContentsOf: source)
        }
      }
    }
    let search = Normalizer(Preset.search.operations.compactMap(Operation.named))
    let reading = Normalizer(Preset.reading.operations.compactMap(Operation.named))
    let lucene = Normalizer(Preset.lucene.operations.compactMap(Operation.named))
    let transform = try ICUTransform("NFKC; [:Mn:] Remove; NFC")
    let sample = Text(wellFormed: Array(text.bytes[..<lineEnd(near: min(size, 1 << 21))]))

    var rows = [copied]
    rows.append(
      try Measurement.of("search, text only", bytes: size) { _ = try search.normalized(text) })
    let parts = articles()
    rows.append(
      try Measurement.of("search, text only, by article", bytes: size) {
        for part in parts { _ = try search.normalized(part) }
      })
    rows.append(
      try Measurement.of("search, with alignment, by article", bytes: size) {
        for part in parts { _ = try search.normalize(part) }
      })
    rows.append(
      try Measurement.of("search, with alignment", bytes: size) { _ = try search.normalize(text) })
    rows.append(
      try Measurement.of("reading, with alignment", bytes: size) { _ = try reading.normalize(text) }
    )
    rows.append(
      try Measurement.of("lucene, with alignment", bytes: size) { _ = try lucene.normalize(text) })
    rows.append(
      try Measurement.of("ICU transliterator, NFKC; [:Mn:] Remove", bytes: sample.count, rounds: 3)
      {
        _ = try transform.apply(to: sample)
      })
    print(Measurement.table("Folding, \(size) bytes", rows))

    let clean = try NormalizationForm.nfc.normalize(text).text
    let forms = [
      try Measurement.of("NFC, ICU normalizeUTF8", bytes: size) {
        _ = try NormalizationForm.nfc.normalizeWithoutScan(text)
      },
      try Measurement.of("NFC, with scan", bytes: size) {
        _ = try NormalizationForm.nfc.normalize(text)
      },
      try Measurement.of("NFC, with scan, text in NFC already", bytes: clean.count) {
        _ = try NormalizationForm.nfc.normalize(clean)
      },
    ]
    print(Measurement.table("NFC", forms))

    // The worst case for the scan: letters and marks apart, hardly a line in NFC.
    let apart = try NormalizationForm.nfd.normalize(text).text
    let worst = [
      try Measurement.of("NFC of NFD, ICU normalizeUTF8", bytes: apart.count) {
        _ = try NormalizationForm.nfc.normalizeWithoutScan(apart)
      },
      try Measurement.of("NFC of NFD, with scan", bytes: apart.count) {
        _ = try NormalizationForm.nfc.normalize(apart)
      },
    ]
    print(Measurement.table("NFC of decomposed text", worst))
  }

  /// The text in pieces of some four thousand bytes, the length of an article.
  private func articles() -> [Text] {
    var parts: [Text] = []
    var start = 0
    while start < text.count {
      let end = max(lineEnd(near: min(start + 4000, text.count)), start)
      let next = end > start ? end : text.count
      parts.append(Text(wellFormed: Array(text.bytes[start..<next])))
      start = next
    }
    return parts
  }

  private func lineEnd(near offset: Int) -> Int {
    var end = offset
    while end > 0, text.bytes[end - 1] != 0x0A { end -= 1 }
    return end == 0 ? text.count : end
  }
}
