import Warraq
import WarraqEvaluation

/// Results of evaluations as tables for people, in percent, and as JSON.
enum EvaluationText {
  static func summaries(_ result: SummaryEvaluation, _ other: SummaryEvaluation?) -> String {
    let means = result.means
    var text = "articles \(result.articles.count)\n"
    text += row("", ["P mean", "R mean", "F mean", "P max", "R max", "F max"])
    for (name, key) in [("ROUGE-1", "R1"), ("ROUGE-2", "R2"), ("ROUGE-L", "RL")] {
      let keys = ["P", "R", "F", "Pmax", "Rmax", "Fmax"]
      text += row(name, keys.map { percent(means[key + $0]) })
    }
    text += interval(
      "ROUGE-2 F1", result.articles.map { $0.measures["R2F"] ?? 0 }, over: "articles")
    text += "sentence agreement F1 \(percent(means["sentF"])), "
    text += "compression \(decimals(means["compression"] ?? 0, 3)), "
    text += "extractive \(percent(means["extractive"]))\n"
    guard let other else { return text }
    let others = Dictionary(other.articles.map { ($0.id, $0.measures) }) { first, _ in first }
    for (name, key) in [
      ("ROUGE-1 F1", "R1F"), ("ROUGE-2 F1", "R2F"), ("ROUGE-L F1", "RLF"),
      ("sentence F1", "sentF"),
    ] {
      text += difference(name, key, result.articles, others)
    }
    return text
  }

  static func keywords(_ result: KeywordEvaluation, _ other: KeywordEvaluation?) -> String {
    let means = result.means
    var text = "documents \(result.documents.count), keywords per document "
    text += decimals(means["surface n"] ?? 0, 1) + "\n"
    text += row("", ["k", "P", "R", "F1", "any"])
    for mode in ["surface", "stem"] {
      for rank in KeywordEvaluation.ranks {
        let figures = ["P", "R", "F", "any"].map { percent(means["\(mode) \($0)@\(rank)"]) }
        text += row(mode, [String(rank)] + figures)
      }
    }
    text += interval(
      "stem F1@10", result.documents.map { $0.measures["stem F@10"] ?? 0 }, over: "documents")
    guard let other else { return text }
    let others = Dictionary(other.documents.map { ($0.id, $0.measures) }) { first, _ in first }
    for key in ["surface F@10", "stem F@5", "stem F@10", "stem F@15"] {
      text += difference(key, key, result.documents, others)
    }
    return text
  }

  static func names(_ result: NameEvaluation) -> String {
    let columns = ["top1", "top5", "mrr", "fscore", "cer", "w-top1", "w-top5", "w-fscore"]
    var text = "items \(result.itemCount), without answer \(result.missingCount)\n"
    text += row("group", ["form", "items"] + columns)
    for group in result.groups {
      for (form, measures) in group.forms {
        let figures = columns.map { measures[$0].map { percent($0) } ?? "-" }
        text += row(group.name, [form.rawValue, String(group.count)] + figures)
      }
    }
    return text
  }

  static func json(_ result: NameEvaluation) -> String {
    let groups = result.groups.map { group in
      JSONValue.Member(
        group.name,
        .object(
          group.forms.map { form, measures in
            let items = JSONValue.Member("items", group.count.json)
            return .init(form.rawValue, .object([items] + (measures.json.objectValue ?? [])))
          }))
    }
    return JSONValue.object([
      .init("items", result.itemCount.json), .init("missing", result.missingCount.json),
      .init("groups", .object(groups)),
    ]).compactJSON
  }

  static func sentences(_ result: SentenceEvaluation, inner: Bool) -> String {
    var text = inner ? "ends inside texts\n" : "all ends\n"
    text += row("category", ["P", "R", "F1", "exact", "texts", "broken"])
    for (name, counts) in result.categories {
      let score = counts.score(inner: inner)
      text += row(
        name,
        [percent(score.precision), percent(score.recall), percent(score.f1)]
          + [counts.exact, counts.cases, counts.broken].map(String.init))
    }
    return text
  }

  static func json(_ result: SentenceEvaluation) -> String {
    JSONValue.object(
      result.categories.map { name, counts in
        let (all, inner) = (counts.score(inner: false), counts.score(inner: true))
        return .init(
          name,
          .object([
            .init("cases", counts.cases.json), .init("exact", counts.exact.json),
            .init("broken", counts.broken.json), .init("tp", counts.hits.json),
            .init("pred", counts.found.json), .init("gold", counts.gold.json),
            .init("itp", counts.innerHits.json), .init("ipred", counts.innerFound.json),
            .init("igold", counts.innerGold.json), .init("p", all.precision.json),
            .init("r", all.recall.json), .init("f1", all.f1.json),
            .init("ip", inner.precision.json), .init("ir", inner.recall.json),
            .init("if1", inner.f1.json),
            .init("acc", (Double(counts.exact) / Double(max(counts.cases, 1))).json),
          ]))
      }
    ).compactJSON
  }

  private static func interval(_ name: String, _ values: [Double], over: String) -> String {
    let (low, high) = Bootstrap.interval(values)
    let mean = values.reduce(0, +) / Double(max(values.count, 1))
    return "\(name) \(percent(mean)), 95 % interval over \(over) \(percent(low)) to "
      + "\(percent(high))\n"
  }

  private static func difference(
    _ name: String, _ key: String, _ mine: [(id: String, measures: Measures)],
    _ others: [String: Measures]
  ) -> String {
    let differences = mine.compactMap { id, measures in
      others[id].map { (measures[key] ?? 0) - ($0[key] ?? 0) }
    }
    return interval("difference \(name)", differences, over: "pairs")
  }

  private static func row(_ name: String, _ cells: [String]) -> String {
    let head = name + String(repeating: " ", count: max(0, 14 - name.count))
    return head
      + cells.map { String(repeating: " ", count: max(1, 9 - $0.count)) + $0 }.joined() + "\n"
  }

  private static func percent(_ share: Double?) -> String { decimals(100 * (share ?? 0), 2) }

  private static func decimals(_ value: Double, _ places: Int) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "-" }
    let scale = places == 1 ? 10 : places == 2 ? 100 : 1000
    let whole = Int((value * Double(scale)).rounded())
    let digits = String(abs(whole) % scale)
    return (whole < 0 ? "-" : "") + String(abs(whole) / scale) + "."
      + String(repeating: "0", count: max(0, places - digits.count)) + digits
  }
}
