/// What is known of a word wherever it stands. A class: lines hand their words about.
final class KnownWord: Sendable {
  /// Its letters as the lexicon has them, UTF-8.
  let letters: [UInt8]
  /// Those of its romanizations that have a chance.
  let candidates: [RomanCandidate]
  /// What the network sees of the word, and of each candidate: rows.
  let view: [UInt8]

  init(letters: [UInt8], candidates: [RomanCandidate], view: [UInt8]) {
    self.letters = letters
    self.candidates = candidates
    self.view = view
  }

  /// What is known of a word that is not Arabic.
  static let none = KnownWord(letters: [], candidates: [], view: [])
}

extension KnownWord {
  /// Adds what the network sees of the word itself.
  func addView(to sums: UnsafeMutablePointer<Float>) {
    view.withUnsafeBytes { view in
      guard let base = view.baseAddress, view.count >= NetworkRow.size else { return }
      NetworkRow.add(base, to: sums)
    }
  }

  /// What the network's opinion says of a candidate, or of a capital for it.
  @inline(__always)
  func product(_ opinion: [Float], isCapital: Bool, _ candidate: Int) -> Float {
    let start = (candidate + 1) * NetworkRow.size
    return opinion.withUnsafeBufferPointer { opinion in
      view.withUnsafeBytes { view in
        guard let left = opinion.baseAddress, let right = view.baseAddress,
          start + NetworkRow.size <= view.count
        else { return 0 }
        return NetworkRow.product(left + (isCapital ? ContextNetwork.width : 0), right + start)
      }
    }
  }
}
