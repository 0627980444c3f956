import Warraq

/// The order of marks on one letter.
enum MarkOrder {
  /// Puts shadda before the vowel sign it stands with; canonical order has it behind. Both are one part of
  /// the alignment.
  static func shaddaFirst(_ text: Text) -> (text: Text, alignment: Alignment) {
    text.bytes.withUnsafeBufferPointer { bytes in
      var rewriter = TextRewriter(bytes)
      var index = 0
      while index + 3 < bytes.count {
        // Vowel signs are D9 8B to D9 90, shadda is D9 91.
        let isPair =
          bytes[index] == 0xD9 && (0x8B...0x90).contains(bytes[index + 1])
          && bytes[index + 2] == 0xD9 && bytes[index + 3] == 0x91
        if isPair {
          rewriter.replace(index..<index + 4, with: [0xD9, 0x91, 0xD9, bytes[index + 1]])
        }
        index += isPair ? 4 : 1
      }
      return rewriter.finish(text)
    }
  }
}
