import Synchronization

/// Statistical romanizers that wait for work; each remembers words, and serves one document at a time.
final class RomanizerPool: Sendable {
  private let waiting = Mutex<[StatisticalRomanizer]>([])
  private let model: RomanizerModel
  private let kind: FieldKind

  init(model: RomanizerModel, kind: FieldKind) {
    self.model = model
    self.kind = kind
  }

  func take() -> StatisticalRomanizer {
    waiting.withLock { $0.popLast() } ?? StatisticalRomanizer(model: model, kind: kind)
  }

  func give(_ romanizer: StatisticalRomanizer) {
    waiting.withLock { $0.append(romanizer) }
  }
}
