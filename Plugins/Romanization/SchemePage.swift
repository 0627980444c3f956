import Warraq

extension Scheme {
  /// The scheme's page of reference as Markdown: its source, samples, rules, what is lost, and its table.
  public var page: String {
    var lines = ["# \(title)", "", "`\(id)` · \(standard)", ""]
    lines += ["| Arabic | Latin |", "|---|---|"]
    for sample in Self.samples {
      let latin = (try? romanize(Text(sample)).string) ?? ""
      lines.append("| \(sample) | \(Self.cell(latin)) |")
    }
    lines += ["", "## Rules"] + rules.map { "- \($0)" }
    lines += ["", "## What is lost", reversal == .exact ? Self.nothingLost : losses, ""]
    let rows = letterRows
    if !rows.isEmpty {
      lines += ["## Letters", "", "| Arabic | Latin |", "|---|---|"]
      lines += rows.map { "| \($0.0) | \(Self.cell($0.1)) |" }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }

  private static let samples = [
    "كِتَابُ الشَّمْسِ", "جُمْهُورِيَّة", "قُرْآن", "مَدِينَة القَاهِرَة", "إِلَى الآنَ", "عَبْد الرَّحْمَن",
  ]

  private static let nothingLost = "Nothing: `--reverse` gives the Arabic back."

  private var losses: String {
    let guess = reversal == .guess ? " `--reverse` gives a best guess." : ""
    return lost + guess
  }

  private var lost: String {
    switch engine {
    case .table: "Letters that share a sign cannot be told apart again."
    case .phonetic:
      "Silent letters, the carrier of hamza, and which alef or ya a long vowel was."
    case .icu: "What the transform does not keep."
    }
  }

  private var rules: [String] {
    switch engine {
    case .table(_, let isShaddaFirst):
      ["Each letter and sign is written for itself."]
        + (isShaddaFirst ? ["A shadda is written before the vowel of its letter."] : [])
    case .icu: ["The rules of the transform."]
    case .phonetic(let romanizer):
      romanizer.rules
        + (id == "ala-lc"
          ? ["Text without vowel signs has the capitals that library records would give it."] : [])
    }
  }

  private var letterRows: [(String, String)] {
    let letters: [UInt32: String]
    switch engine {
    case .table(let map, _):
      letters = map.replacements.mapValues { String(decoding: $0, as: UTF8.self) }
    case .phonetic(let romanizer): letters = romanizer.letters
    case .icu: return []
    }
    return letters.sorted { $0.key < $1.key }.compactMap { letter, latin in
      guard let scalar = Unicode.Scalar(letter) else { return nil }
      // A sign is shown on the tatweel.
      let isSign = ScalarClass.isArabicMark(letter)
      return ((isSign ? "\u{640}" : "") + String(scalar), latin)
    }
  }

  /// Text in a cell of a table; an empty one is shown as such.
  private static func cell(_ text: String) -> String {
    text.isEmpty ? "(nothing)" : text.replacing("|", with: "\\|")
  }
}
