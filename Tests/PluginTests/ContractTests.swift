import FirstStage
import Foundation
import Synchronization
import TestSupport
import Testing
import Warraq
import WarraqStandard

@Suite struct ContractTests {
  @Test(arguments: StageRegistry.standard.ids)
  func stagesOfTheToolkitKeepTheirPromises(id: String) async {
    let breaches = await checkStage(id, in: .standard)
    #expect(breaches.isEmpty, "\(breaches)")
  }

  @Test func stageOfTheGuideKeepsItsPromises() async {
    var registry = StageRegistry.standard
    registry.register(ReadingTimeStage.self)
    #expect(await checkStage("reading-time", in: registry).isEmpty)
  }

  /// A stage that breaks one promise.
  private struct Breaker: DocumentProcessor {
    let promise: ContractBreach.Promise
    let calls = Counter()

    final class Counter: Sendable {
      let value = Mutex(0)
      func next() -> Int {
        value.withLock {
          $0 += 1
          return $0
        }
      }
    }

    func process(_ document: inout Document) throws(StageError) {
      let key = LayerKey<AnnotationLayer>("broken")
      var annotations = [Annotation(span: document.text.span)]
      switch promise {
      case .making: break
      case .success: if document.text.count == 0 { throw StageError("nothing to do") }
      case .layers: return
      case .untouched:
        document = Document(id: document.id, text: Text("another text"))
      case .offsets: annotations = [Annotation(span: TextSpan(0, document.text.count + 1))]
      case .determinism, .threads:
        annotations = [Annotation(span: TextSpan(0, 0), label: "\(calls.next())")]
      }
      try document.add(AnnotationLayer(annotations: annotations), as: key)
    }
  }

  @Test(arguments: [
    ContractBreach.Promise.success, .layers, .untouched, .offsets, .determinism, .making,
  ])
  func brokenPromisesAreFound(promise: ContractBreach.Promise) async {
    var registry = StageRegistry.standard
    registry.register(
      StageRegistry.Entry(
        descriptor: StageDescriptor(
          id: "breaker", summary: "Breaks a promise.",
          provides: [.layer(LayerKey<AnnotationLayer>("broken"))]),
        make: { _ throws(OptionError) in
          if promise == .making {
            throw OptionError(option: "", problem: "never", mend: "nothing helps")
          }
          return Breaker(promise: promise)
        }))
    let breaches = await checkStage("breaker", in: registry)
    #expect(breaches.contains { $0.promise == promise }, "\(breaches)")
  }

  /// A stage that finds something else when another thread is in it.
  private struct Crowded: DocumentProcessor {
    final class Guests: Sendable {
      let count = Mutex(0)
    }
    let guests = Guests()

    func process(_ document: inout Document) throws(StageError) {
      guests.count.withLock { $0 += 1 }
      usleep(2000)
      let isCrowded = guests.count.withLock { $0 > 1 }
      guests.count.withLock { $0 -= 1 }
      let label = isCrowded ? "crowded" : "alone"
      let annotation = Annotation(span: TextSpan(0, 0), label: label)
      try document.add(AnnotationLayer(annotations: [annotation]), as: LayerKey("crowded"))
    }
  }

  @Test(.enabled(if: ProcessInfo.processInfo.activeProcessorCount > 1))
  func whatThreadsDoToEachOtherIsFound() async {
    var registry = StageRegistry.standard
    registry.register(
      StageRegistry.Entry(
        descriptor: StageDescriptor(
          id: "crowded", summary: "Minds company.",
          provides: [.layer(LayerKey<AnnotationLayer>("crowded"))]),
        make: { _ throws(OptionError) in Crowded() }))
    let breaches = await checkStage("crowded", in: registry)
    #expect(breaches.contains { $0.promise == .threads }, "\(breaches)")
  }

  @Test func aSoundStageOfThatKindHasNoBreaches() async {
    var registry = StageRegistry.standard
    registry.register(
      StageRegistry.Entry(
        descriptor: StageDescriptor(
          id: "nothing", summary: "Finds nothing.",
          provides: [.layer(LayerKey<AnnotationLayer>("nothing"))]),
        make: { _ throws(OptionError) in Nothing() }))
    #expect(await checkStage("nothing", in: registry).isEmpty)
    #expect(await checkStage("unknown", in: registry).map(\.promise) == [.making])
  }

  private struct Nothing: DocumentProcessor {
    func process(_ document: inout Document) throws(StageError) {
      try document.add(AnnotationLayer(annotations: []), as: LayerKey("nothing"))
    }
  }
}
