import Warraq

/// What a run depends on: two runs with one key write the same bytes.
public struct RunKey: Sendable, Hashable {
  /// A fact, and how a message names what it is about.
  struct Fact: Sendable, Hashable {
    let name: String
    let value: String
  }

  private(set) var facts: [Fact] = []

  /// No facts yet.
  public init() {}

  /// Adds a fact, such as `("the recipe", digest)`.
  public mutating func add(_ name: String, _ value: String) {
    facts.append(Fact(name: name, value: value))
  }

  /// Adds what a pipeline is: its recipe, and the version of every stage.
  ///
  /// - Parameter json: The recipe as it was read; spacing does not count.
  public mutating func add(_ pipeline: Pipeline, recipe json: [UInt8]) {
    add("the recipe", Self.digest(ofRecipe: json))
    for step in pipeline.steps {
      let version = step.version.map { "\($0)" } ?? WarraqVersion.current
      add("the version of `\(step.descriptor.id)`", version)
    }
  }

  /// SHA-256 of a recipe without its spacing, as 64 hexadecimal digits.
  public static func digest(ofRecipe json: [UInt8]) -> String {
    let digest = Digest()
    digest.update((try? JSONScanner.parse(json))?.compactJSON ?? "")
    return digest.finish()
  }

  /// How another key differs, in words.
  func differences(from other: RunKey) -> [String] {
    let old = Dictionary(other.facts.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    let new = Dictionary(facts.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    var differences: [String] = []
    for fact in facts {
      guard let was = old[fact.name] else {
        differences.append("\(fact.name) is new")
        continue
      }
      if was != fact.value {
        let isShort = was.count <= 24 && fact.value.count <= 24
        differences.append(
          "\(fact.name) has changed" + (isShort ? " (\(was) to \(fact.value))" : ""))
      }
    }
    for fact in other.facts where new[fact.name] == nil {
      differences.append("\(fact.name) is gone")
    }
    return differences
  }
}
