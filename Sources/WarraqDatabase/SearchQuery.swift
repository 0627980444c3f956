import Warraq

/// A query as the index understands it.
struct SearchQuery {
  /// An expression of FTS5.
  let expression: String
  /// The stems that are asked for.
  let stems: Set<String>

  /// Reads words, `"phrases"` and `-word`.
  ///
  /// - Throws: `SearchError` for a query without a word to look for, `DocumentError` when it cannot be
  ///   cut into words.
  init(_ query: String, finder: SearchTerms.Finder) throws {
    var wanted: [String] = []
    var unwanted: [String] = []
    var stems: Set<String> = []
    for part in Self.parts(of: query) {
      let terms = try finder.terms(of: Text(part.text))
      if terms.words.isEmpty { continue }
      if part.isPhrase {
        let words = terms.words.map { Self.quoted($0.base) }
        wanted.append("({title words} : \(words.joined(separator: " + ")))")
      } else {
        for word in terms.words {
          let roots = word.stems.map(Self.quoted).joined(separator: " OR ")
          let either = "({title words} : \(Self.quoted(word.base)) OR stems : (\(roots)))"
          if part.isUnwanted { unwanted.append(either) } else { wanted.append(either) }
        }
      }
      if !part.isUnwanted { stems.formUnion(terms.words.flatMap(\.stems)) }
    }
    guard !wanted.isEmpty else {
      throw SearchError(problem: "the query has no word to look for: name at least one")
    }
    let base = wanted.joined(separator: " AND ")
    expression =
      unwanted.isEmpty ? base : "(\(base)) NOT (\(unwanted.joined(separator: " OR ")))"
    self.stems = stems
  }

  private struct Part {
    var text = ""
    var isPhrase = false
    var isUnwanted = false
  }

  private static func parts(of query: String) -> [Part] {
    var parts: [Part] = []
    for (index, stretch) in query.split(separator: "\"", omittingEmptySubsequences: false)
      .enumerated()
    {
      // Every other stretch stands between quotation marks; one that is never closed is plain words.
      let isPhrase = index % 2 == 1
      if isPhrase {
        parts.append(Part(text: String(stretch), isPhrase: true))
        continue
      }
      for word in stretch.split(separator: " ") {
        let isUnwanted = word.hasPrefix("-") && word.count > 1
        parts.append(
          Part(text: String(isUnwanted ? word.dropFirst() : word), isUnwanted: isUnwanted))
      }
    }
    return parts
  }

  /// A string of FTS5.
  private static func quoted(_ word: String) -> String {
    "\"" + word.replacing("\"", with: "") + "\""
  }
}
