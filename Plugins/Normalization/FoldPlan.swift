import ArabicText
import NormalizationKernel
import UTF8Text

/// What the fast path does to each scalar of a chain of the form NFC (or nothing), a map of
/// scalars, even spaces (or nothing).
///
/// Most scalars of running text are kept, deleted or replaced without a look at their neighbours.
/// The rest are *hard*: the line they stand in goes through the plain chain, so that both ways give
/// the same bytes.
struct FoldPlan: Sendable {
  private let ascii: [UInt32]
  private let twoByte: [UInt32]
  private let punctuation: [UInt32]
  private let presentation: [UInt32]
  private let otherThree: UInt32
  private let emoji: UInt32
  private let otherFour: UInt32
  private let vectors: FoldVectors
  private let usesVectors: Bool
  /// True when runs of white space are made even.
  let collapsesSpaces: Bool

  /// The plan for a chain, or nil when the chain has another form.
  ///
  /// - Parameter usesVectors: False to do every scalar by table, as on machines without vectors.
  init?(_ actions: [Operation.Action], usesVectors: Bool) {
    var rest = actions[...]
    var usesNFC = false
    if case .unicode(.nfc) = rest.first {
      usesNFC = true
      rest.removeFirst()
    }
    guard case .scalars(let map) = rest.popFirst() else { return nil }
    var collapsesSpaces = false
    if case .spaces = rest.first {
      collapsesSpaces = true
      rest.removeFirst()
    }
    // Lines could not be told apart if the map made or took line ends.
    let makesLines = map.replacements.contains { $0.key == 0x0A || $0.value.contains(0x0A) }
    guard rest.isEmpty, !makesLines else { return nil }
    let rules = Rules(map: map, usesNFC: usesNFC, collapsesSpaces: collapsesSpaces)
    self.collapsesSpaces = collapsesSpaces
    ascii = (0..<0x80).map(rules.action)
    twoByte = (0x80..<0x800).map(rules.action)
    punctuation = (0x2000..<0x2100).map(rules.action)
    presentation = (0xFB00..<0xFF00).map(rules.action)
    otherThree =
      usesNFC || collapsesSpaces
        || rules.maps { $0 >= 0x800 && $0 < 0x10000 && !Rules.hasTable($0) }
      ? UInt32(FOLD_HARD_LINE) : UInt32(FOLD_KEEP)
    emoji =
      rules.maps { (0x1F000...0x1FFFF).contains($0) } ? UInt32(FOLD_HARD_LINE) : UInt32(FOLD_KEEP)
    otherFour =
      usesNFC || rules.maps { $0 >= 0x10000 } ? UInt32(FOLD_HARD_LINE) : UInt32(FOLD_KEEP)
    vectors = FoldVectors(ascii: ascii, twoByte: twoByte)
    self.usesVectors = usesVectors && vectors.isUsable
  }

  /// Calls `body` with what the kernel reads; the pointers are valid inside it only.
  func withTables<Result>(_ body: (UnsafePointer<fold_tables>) -> Result) -> Result {
    ascii.withUnsafeBufferPointer { ascii in
      twoByte.withUnsafeBufferPointer { twoByte in
        punctuation.withUnsafeBufferPointer { punctuation in
          presentation.withUnsafeBufferPointer { presentation in
            vectors.stops.withUnsafeBufferPointer { stops in
              vectors.substitutions.withUnsafeBufferPointer { substitutions in
                var tables = fold_tables(
                  ascii: ascii.baseAddress, two_byte: twoByte.baseAddress,
                  punctuation: punctuation.baseAddress, presentation: presentation.baseAddress,
                  other_three: otherThree, emoji: emoji, other_four: otherFour,
                  stops: stops.baseAddress, stop_count: stops.count,
                  substitutions: substitutions.baseAddress,
                  substitution_count: substitutions.count,
                  uses_vectors: usesVectors ? 1 : 0,
                  lowers_ascii: vectors.lowersASCII ? 1 : 0,
                  collapses_spaces: collapsesSpaces ? 1 : 0)
                return body(&tables)
              }
            }
          }
        }
      }
    }
  }

  /// How a scalar's action follows from the chain.
  private struct Rules {
    let map: ScalarMap
    let usesNFC: Bool
    let collapsesSpaces: Bool

    func maps(_ isMeant: (UInt32) -> Bool) -> Bool {
      map.replacements.keys.contains(where: isMeant)
    }

    /// True for the scalars of three bytes that have a table of their own.
    static func hasTable(_ scalar: UInt32) -> Bool {
      (0x2000..<0x2100).contains(scalar) || (0xFB00..<0xFF00).contains(scalar)
    }

    func action(_ scalar: Int) -> UInt32 {
      let scalar = UInt32(scalar)
      if collapsesSpaces, ScalarClass.isWhiteSpace(scalar) {
        let isOtherLineEnd = ScalarClass.isNewline(scalar) && scalar != 0x0A
        // A map that changes blanks would have to run before they are made even.
        let isMapped = map[scalar] != nil
        return UInt32(isOtherLineEnd || isMapped ? FOLD_HARD_TEXT : FOLD_SPACE)
      }
      if usesNFC, Self.mayChangeInNFC(scalar) { return UInt32(FOLD_HARD_LINE) }
      guard let target = map[scalar] else {
        let isMark = usesNFC && ScalarClass.isArabicMark(scalar)
        return UInt32(isMark ? FOLD_KEEP_MARK : FOLD_KEEP)
      }
      // White space in a replacement may have to be evened out with what stands beside it.
      if target.contains(where: { $0 <= 0x20 }) { return UInt32(FOLD_HARD_LINE) }
      if target.isEmpty { return UInt32(FOLD_DELETE) }
      guard target.count <= 3 else { return UInt32(FOLD_HARD_LINE) }
      var packed = UInt32(target.count)
      for (index, byte) in target.enumerated() { packed |= UInt32(byte) << (8 * (index + 1)) }
      return packed
    }

    /// False for scalars that NFC surely leaves alone, marks on them aside: ASCII, the Latin and
    /// Arabic blocks, dashes, quotes and currency. Marks other than the simple Arabic ones may
    /// compose or change places.
    private static func mayChangeInNFC(_ scalar: UInt32) -> Bool {
      switch scalar {
      case 0x0653...0x0655: true
      case 0...0x02FF, 0x0600...0x06FF, 0x0750...0x077F: false
      case 0x200B...0x205E, 0x2060...0x2069, 0x20A0...0x20BF: false
      case 0xFB50...0xFDFF, 0xFE70...0xFEFF: false
      default: true
      }
    }
  }
}
