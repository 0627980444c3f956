import Warraq

/// Splits into sentences against gold ones, by the places where sentences end.
///
/// White space and invisible marks do not count: a place is the number of other code points before
/// it.
public struct SentenceEvaluation: Sendable {
  /// What was counted over the texts of one category.
  public struct Counts: Sendable {
    /// Texts, and those of them with exactly the gold's ends.
    public internal(set) var cases = 0, exact = 0
    /// Texts whose answer does not give the text back.
    public internal(set) var broken = 0
    /// Right, found and gold ends, the end of the text among them.
    public internal(set) var hits = 0, found = 0, gold = 0
    /// The same inside texts, the end of the text left out.
    public internal(set) var innerHits = 0, innerFound = 0, innerGold = 0

    /// Precision and recall, of the ends inside texts or of all; 1 where nothing was to be found
    /// or given.
    public func score(inner: Bool) -> (precision: Double, recall: Double, f1: Double) {
      let (hits, found, gold) =
        inner ? (innerHits, innerFound, innerGold) : (self.hits, self.found, self.gold)
      let precision = found > 0 ? Double(hits) / Double(found) : gold == 0 ? 1 : 0
      let recall = gold > 0 ? Double(hits) / Double(gold) : 1
      let sum = precision + recall
      return (precision, recall, sum > 0 ? 2 * precision * recall / sum : 0)
    }
  }

  /// The counts of each category in the gold's order; `ALL` last.
  public let categories: [(name: String, counts: Counts)]

  /// Compares files of JSON Lines.
  ///
  /// - Parameters:
  ///   - gold: `id`, `text`, the list `sentences` and perhaps `category` on each line.
  ///   - answers: `id` and either `ends`, offsets behind each sentence in code points, or
  ///     `sentences`. A text without an answer counts as one sentence.
  public init(gold: String, answers: String) throws(EvaluationError) {
    let items = try GoldFile.objects(of: gold)
    let found = try GoldFile.answers(of: answers, for: items, isComplete: false)
    var names: [String] = []
    var all: [String: Counts] = [:]
    for item in items {
      let text = try GoldFile.string(item, "text", of: gold)
      guard let right = Self.ends(item.object, of: text) else {
        throw EvaluationError(
          file: gold, line: item.line, problem: "`sentences` do not give `text` back",
          mend: "write the text's own sentences")
      }
      let answer = found[item.id]?.object
      let given = answer.map { Self.ends($0, of: text) } ?? [Self.dense(text).count]
      let sentenceCount = answer?["sentences"]?.arrayValue?.count ?? 1
      let category = item.object["category"]?.stringValue ?? "-"
      for name in [category, "ALL"] {
        if all[name] == nil, name != "ALL" { names.append(name) }
        all[name, default: Counts()].add(
          right, given, total: Self.dense(text).count, sentenceCount: sentenceCount)
      }
    }
    categories = (names + ["ALL"]).map { ($0, all[$0] ?? Counts()) }
  }

  /// The ends in code points that count; nil when the sentences do not give the text back.
  private static func ends(_ object: JSONValue, of text: String) -> Set<Int>? {
    let total = dense(text)
    var ends: Set<Int> = []
    if let offsets = object["ends"]?.arrayValue {
      // How many code points that count stand before each place.
      var before = [0]
      for scalar in text.unicodeScalars {
        before.append((before.last ?? 0) + (counts(scalar) ? 1 : 0))
      }
      for offset in offsets {
        guard let offset = offset.intValue, offset > 0, offset < before.count else { return nil }
        ends.insert(before[offset])
      }
      return total.isEmpty ? [] : ends.union([total.count]).subtracting([0])
    }
    var joined: [Unicode.Scalar] = []
    for sentence in GoldFile.texts(object["sentences"]) ?? [text] {
      joined += dense(sentence)
      if !joined.isEmpty { ends.insert(joined.count) }
    }
    return joined == total ? ends : nil
  }

  private static func dense(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter(counts)
  }

  private static func counts(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B...0x200F, 0x2060, 0xFEFF, 0x202A...0x202E, 0x2066...0x2069, 0x1C...0x1F:
      return false
    default: return !scalar.properties.isWhitespace
    }
  }
}

extension SentenceEvaluation.Counts {
  mutating func add(_ right: Set<Int>, _ given: Set<Int>?, total: Int, sentenceCount: Int) {
    cases += 1
    gold += right.count
    innerGold += right.subtracting([total]).count
    guard let given else {
      broken += 1
      found += sentenceCount
      innerFound += max(0, sentenceCount - 1)
      return
    }
    if given == right { exact += 1 }
    let shared = right.intersection(given)
    hits += shared.count
    found += given.count
    innerHits += shared.subtracting([total]).count
    innerFound += given.subtracting([total]).count
  }
}
