import ArabicTextResources
import ICUText
import UTF8Text

/// The named rewritings of letters, from `Resources/letter-maps.tsv` and ICU's tables.
public enum LetterMaps {
  /// The map of an operation such as `alef` or `tatweel`, or nil when there is none by that name.
  public static func named(_ operation: String) -> ScalarMap? { maps[operation] }

  private static let maps: [String: ScalarMap] = tables.mapValues(ScalarMap.init)

  /// What the `search` preset does to single scalars: presentation forms to letters, no invisible
  /// controls, marks or tatweel, plain alef, ya, hamza carriers left alone, ta marbuta as ha,
  /// Persian letters as Arabic ones, ASCII digits, lower-case Latin.
  ///
  /// Keys of every lexicon and table in the toolkit are folded by this map.
  public static let search: ScalarMap = {
    let operations = [
      "invisible", "marks", "tatweel", "persian-letters", "alef", "ya", "ta-marbuta",
      "digits-ascii", "separators-ascii",
    ]
    return ScalarMap(
      chain: [presentationForms.replacements] + operations.compactMap { tables[$0] }
        + [caseFolding.replacements])
  }()

  /// Presentation forms (U+FB50–FDFF, U+FE70–FEFF) to the letters they show, through NFKC.
  public static let presentationForms: ScalarMap = {
    var replacements: [UInt32: [UInt8]] = [:]
    for scalar in Array(UInt32(0xFB50)...0xFDFF) + Array(UInt32(0xFE70)...0xFEFC) {
      guard let unicode = Unicode.Scalar(scalar) else { continue }
      let text = Text(String(unicode))
      guard let form = try? NormalizationForm.nfkc.normalize(text).text, form != text else {
        continue
      }
      replacements[scalar] = form.bytes
    }
    return ScalarMap(replacements)
  }()

  /// Upper-case Latin, Greek and Cyrillic letters to lower case, through the standard library.
  public static let caseFolding: ScalarMap = {
    var replacements: [UInt32: [UInt8]] = [:]
    let ranges: [ClosedRange<UInt32>] = [
      0x41...0x5A, 0xC0...0xDE, 0x100...0x24F, 0x370...0x3FF, 0x400...0x52F, 0x1E00...0x1EFF,
      0xFF21...0xFF3A,
    ]
    for scalar in ranges.joined() {
      guard let unicode = Unicode.Scalar(scalar) else { continue }
      let lower = unicode.properties.lowercaseMapping
      if lower != String(unicode) { replacements[scalar] = Array(lower.utf8) }
    }
    return ScalarMap(replacements)
  }()

  /// Names of the operations that the resource file defines, sorted.
  public static let names: [String] = tables.keys.sorted()

  /// The operations of the resource file, each as the scalars that it changes and their UTF-8.
  private static let tables: [String: [UInt32: [UInt8]]] = {
    var replacements: [String: [UInt32: [UInt8]]] = [:]
    let resource = arabic_text_letter_maps()
    for row in TSVRows(StaticBytes(resource.bytes, count: resource.count)) where row.count >= 2 {
      let bounds = row[1].split(separator: "-").compactMap { UInt32($0, radix: 16) }
      guard let first = bounds.first, let last = bounds.last, first <= last else { continue }
      var target: [UInt8] = []
      if row.count > 2 {
        for code in row[2].split(separator: " ") {
          if let scalar = UInt32(code, radix: 16) { UTF8Bytes.append(scalar, to: &target) }
        }
      }
      for scalar in first...last { replacements[row[0], default: [:]][scalar] = target }
    }
    return replacements
  }()
}
