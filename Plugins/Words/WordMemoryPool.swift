import Synchronization

/// Memories at rest; each document borrows one.
final class WordMemoryPool: Sendable {
  private let maker: FormMaker
  private let resting = Mutex<[WordMemory]>([])

  init(_ maker: FormMaker) { self.maker = maker }

  /// Takes a memory out, or makes one.
  func take() -> WordMemory {
    resting.withLock { $0.popLast() } ?? WordMemory(maker)
  }

  /// Gives a memory back.
  func give(_ memory: consuming WordMemory) {
    let memory = memory
    resting.withLock { $0.append(memory) }
  }
}
