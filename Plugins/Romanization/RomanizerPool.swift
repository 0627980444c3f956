import Synchronization

/// Romanizers that wait for work; each remembers words, and serves one document at a time.
final class RomanizerPool<Romanizer: Sendable>: Sendable {
  private let waiting = Mutex<[Romanizer]>([])
  private let make: @Sendable () -> Romanizer

  /// - Parameter make: Makes one more when none is waiting.
  init(make: @escaping @Sendable () -> Romanizer) { self.make = make }

  func take() -> Romanizer { waiting.withLock { $0.popLast() } ?? make() }

  func give(_ romanizer: Romanizer) { waiting.withLock { $0.append(romanizer) } }
}
