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
    let sample = Articles(text, bytes: 1 << 21).texts[0]

    var rows = [copied]
    rows.append(
      try Measurement.of("search, text only", bytes: size) { _ = try search.normalized(text) })
    let parts = Articles(text).texts
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
}
