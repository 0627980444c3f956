/// The centroid of MEAD (Radev et al., "Centroid-based summarization of multiple documents", 2004):
/// a sentence's words weigh what they weigh in the document as a whole, weak words left out.
struct CentroidRanker {
  /// Share of the strongest word's weight below which a word is left out.
  var threshold = 0.1

  func scores(_ context: SentenceContext) -> [Double] {
    let table = context.table
    let rarity = SentenceRarity(table).values
    var centroid = table.frequencies.indices.map { Double(table.frequencies[$0]) * rarity[$0] }
    let strongest = centroid.max() ?? 0
    centroid = centroid.map { $0 < threshold * strongest ? 0 : $0 }
    return table.sentences.map { sentence in
      sentence.terms.reduce(0) { $0 + centroid[$1.stem] }
    }
  }
}
