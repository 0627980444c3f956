import Warraq

/// What the overview of a report tells of all documents together.
struct ReportStatistics {
  private(set) var documents = 0
  private(set) var failures = 0
  private(set) var words = 0
  private(set) var titles: [String] = []
  private var sources: [String: Int] = [:]
  private var days: [String: Int] = [:]
  private var keywords: [String: Int] = [:]
  private var lengths = [Int](repeating: 0, count: LengthClass.count)
  private var problems: [String: Int] = [:]
  private(set) var failed: [(id: String, stage: String, problem: String)] = []
  /// A page that shows more is of use to nobody; the overview counts all of them.
  static let mostShown = 20_000

  mutating func add(_ line: JSONValue) {
    if let id = line["failed"]?.stringValue {
      failures += 1
      let stage = line["stage"]?.stringValue ?? ""
      problems[stage.isEmpty ? "القراءة" : stage, default: 0] += 1
      if failed.count < 200 {
        failed.append((id, stage, line["problem"]?.stringValue ?? ""))
      }
      return
    }
    documents += 1
    if titles.count < Self.mostShown { titles.append(line["title"]?.stringValue ?? "") }
    let length = line["length"]?.intValue ?? 0
    words += length
    lengths[LengthClass.of(length)] += 1
    let source = line["source"]?.stringValue ?? ""
    if !source.isEmpty { sources[source, default: 0] += 1 }
    let day = line["day"]?.stringValue ?? ""
    if !day.isEmpty { days[day, default: 0] += 1 }
    for keyword in line["keywords"]?.arrayValue ?? [] {
      keywords[keyword.stringValue ?? "", default: 0] += 1
    }
  }

  /// The commonest sources.
  var topSources: [(String, Int)] { Self.top(sources, 12) }
  /// The commonest keywords, by the documents that have them.
  var topKeywords: [(String, Int)] { Self.top(keywords, 15) }
  /// Failures by the stage that refused.
  var topProblems: [(String, Int)] { Self.top(problems, 8) }
  /// Documents by their number of words.
  var lengthClasses: [(String, Int)] {
    lengths.enumerated().map { (LengthClass.name($0.offset), $0.element) }
  }

  /// Documents by time, in at most 40 steps: days, else months, else years.
  var timeline: [(String, Int)] {
    for length in [10, 7, 4] {
      var sums: [String: Int] = [:]
      for (day, count) in days { sums[String(day.prefix(length)), default: 0] += count }
      if sums.count <= 40 || length == 4 {
        return sums.sorted { $0.key < $1.key }.suffix(40).map { ($0.key, $0.value) }
      }
    }
    return []
  }

  private static func top(_ counts: [String: Int], _ limit: Int) -> [(String, Int)] {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit).map {
      ($0.key, $0.value)
    }
  }

  /// Classes of length, in words, each twice as wide as the one before.
  private enum LengthClass {
    static let bounds = [50, 100, 200, 400, 800, 1600, 3200]
    static let count = bounds.count + 1

    static func of(_ length: Int) -> Int { bounds.firstIndex { length < $0 } ?? bounds.count }

    static func name(_ index: Int) -> String {
      index < bounds.count ? "أقل من \(bounds[index])" : "\(bounds[bounds.count - 1]) فأكثر"
    }
  }
}
