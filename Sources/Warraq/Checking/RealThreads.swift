import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Threads of their own, for checks that have to run at the same time: tasks share the threads of a
/// pool, which may be busy with other things and run them one after the other.
enum RealThreads {
  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  private final class Countdown: Sendable {
    let left: Mutex<Int>
    init(_ count: Int) { left = Mutex(count) }

    func isLast() -> Bool {
      left.withLock {
        $0 -= 1
        return $0 == 0
      }
    }
  }

  /// Runs `body` on so many threads at once and waits for all. A thread that cannot be made is
  /// replaced by none.
  static func run(_ count: Int, _ body: @escaping @Sendable () -> Void) async {
    await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
      let countdown = Countdown(count)
      for _ in 0..<count {
        let isStarted = start {
          body()
          if countdown.isLast() { continuation.resume() }
        }
        if !isStarted, countdown.isLast() { continuation.resume() }
      }
    }
  }

  private static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    let work = Unmanaged.passRetained(Work(body))
    var thread = pthread_t()
    let status = pthread_create(
      &thread, nil,
      { pointer in
        if let pointer { Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body() }
        return nil
      }, work.toOpaque())
    guard status == 0 else {
      work.release()
      return false
    }
    pthread_detach(thread)
    return true
  }
}
