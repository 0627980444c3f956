import ArabicText
import NormalizationResources
import UTF8Text

/// A list of the characters that stay or change; all others are deleted.
struct CharacterList: Sendable {
  /// The map arclean of CAMeL Tools.
  static let arclean: CharacterList = {
    let resource = normalization_camel_arclean()
    return CharacterList(rows: TSVRows(StaticBytes(resource.bytes, count: resource.count)))
  }()

  private var kept: Set<UInt32> = []
  private var replacements: [UInt32: [UInt8]] = [:]

  init(rows: TSVRows) {
    for row in rows where row.count == 2 {
      let bounds = row[0].split(separator: "-").compactMap { UInt32($0, radix: 16) }
      guard let first = bounds.first, let last = bounds.last, first <= last else { continue }
      if row[1] == "=" {
        kept.formUnion(first...last)
        continue
      }
      var target: [UInt8] = []
      for code in row[1].split(separator: " ") {
        if let scalar = UInt32(code, radix: 16) { UTF8Bytes.append(scalar, to: &target) }
      }
      for scalar in first...last { replacements[scalar] = target }
    }
  }

  func apply(_ text: Text) -> (text: Text, alignment: Alignment) {
    text.bytes.withUnsafeBufferPointer { bytes in
      var rewriter = TextRewriter(bytes)
      var index = 0
      while index < bytes.count {
        let (scalar, next) = UTF8Bytes.decode(bytes, at: index)
        if !kept.contains(scalar) {
          rewriter.replace(index..<next, with: replacements[scalar] ?? [])
        }
        index = next
      }
      return rewriter.finish(text)
    }
  }
}
