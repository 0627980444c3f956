import ArabicText
import Warraq

/// Gives each distinct folded form of a document one number and works out its forms once.
struct TermInterner {
  private(set) var terms: [TokenLayer.Term] = []
  // Open addressing over the folded bytes, which lie one behind the other in `arena`.
  private var slots = [Int32](repeating: -1, count: 1024)
  private var arena: [UInt8] = []
  private var ranges: [Range<Int>] = []
  private var scratch: [UInt8] = []
  private var stems: [ByteKey: Int] = [:]

  /// The number of the form that `bytes` fold to.
  mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>, isWord: Bool) -> Int {
    scratch.removeAll(keepingCapacity: true)
    ArabicFold.append(bytes, to: &scratch)
    let hash = scratch.withUnsafeBufferPointer { Int(truncatingIfNeeded: StableHash.hash($0)) }
    var slot = hash & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if arena[ranges[index]].elementsEqual(scratch) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(truncatingIfNeeded: terms.count)
    ranges.append(arena.count..<arena.count + scratch.count)
    arena += scratch
    terms.append(makeTerm(isWord: isWord))
    if terms.count * 2 > slots.count { grow() }
    return terms.count - 1
  }

  private mutating func makeTerm(isWord: Bool) -> TokenLayer.Term {
    let folded = String(decoding: scratch, as: UTF8.self)
    guard isWord, !StopWords.contains(folded) else {
      return TokenLayer.Term(
        folded: folded, base: folded, stem: folded, isStopWord: true,
        stemNumber: number(ofStem: folded))
    }
    var base = folded
    var stem = folded
    var cut = 0
    scratch.withUnsafeBufferPointer { form in
      cut = CliticSplitter.shared.procliticLength(of: form)
      let bytes = UnsafeBufferPointer(rebasing: form[cut...])
      if cut > 0 { base = String(decoding: bytes, as: UTF8.self) }
      let length = LightStemmer.stemLength(of: bytes)
      stem = length == bytes.count ? base : String(decoding: bytes[..<length], as: UTF8.self)
    }
    return TokenLayer.Term(
      folded: folded, base: base, stem: stem,
      isStopWord: cut > 0 && StopWords.contains(base), stemNumber: number(ofStem: stem))
  }

  private mutating func number(ofStem stem: String) -> Int {
    let key = ByteKey(stem)
    if let number = stems[key] { return number }
    stems[key] = stems.count
    return stems.count - 1
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (index, range) in ranges.enumerated() {
      let hash = arena.withUnsafeBufferPointer {
        Int(truncatingIfNeeded: StableHash.hash(UnsafeBufferPointer(rebasing: $0[range])))
      }
      var slot = hash & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: index)
    }
  }
}
