import ArabicTextResources
import UTF8Text

/// The words of numbers, from `Resources/numbers.tsv`, folded.
struct NumberWords: Sendable {
  static let shared = NumberWords()

  private(set) var units: [ByteKey: Int] = [:]
  /// What is a number before عشر alone: أحد is anyone else.
  private(set) var teens: [ByteKey: Int] = [:]
  private(set) var tens: [ByteKey: Int] = [:]
  private(set) var hundreds: [ByteKey: Int] = [:]
  private(set) var scales: [ByteKey: Int] = [:]
  private(set) var fractions: [ByteKey: Int] = [:]
  private(set) var ordinals: [ByteKey: Int] = [:]
  /// One word or two joined by a space.
  private(set) var percents: Set<ByteKey> = []

  private init() {
    let resource = arabic_text_numbers()
    for row in TSVRows(StaticBytes(resource.bytes, count: resource.count)) where row.count == 3 {
      guard let value = Int(row[1]) else { continue }
      for form in row[2].split(separator: "|") {
        let key = ByteKey(ArabicFold.fold(String(form)))
        switch row[0] {
        case "unit": units[key] = value
        case "teen": teens[key] = value
        case "ten": tens[key] = value
        case "hundred": hundreds[key] = value
        // ألفا is a thousand in the accusative more often than two thousand of something.
        case "scale": scales[key] = min(scales[key] ?? value, value)
        case "fraction": fractions[key] = value
        case "ordinal": ordinals[key] = value
        case "percent": percents.insert(key)
        default: break
        }
      }
    }
  }
}
