/// Takes phrases from the best on, leaving out those that live only inside chosen ones.
struct PhraseSelector {
  /// Share of a phrase's places that a longer chosen one must cover to drive it out.
  var cover = 0.75
  /// Share of a phrase's places that must hold a shorter chosen one to drive it out; above 1 none
  /// is.
  var holding = 0.75

  /// The first `top` phrases that stay.
  ///
  /// - Parameters:
  ///   - count: Number of phrases, the best first.
  ///   - phrase: The phrase of a rank, from 0.
  func select(_ count: Int, top: Int, _ phrase: (Int) -> RankedPhrase) -> [RankedPhrase] {
    var chosen: [RankedPhrase] = []
    for rank in 0..<count {
      if chosen.count == top { break }
      let next = phrase(rank)
      let isCovered = chosen.contains { other in
        Self.share(of: next, coveredBy: other) >= cover
          || holding <= 1 && Self.share(of: other, coveredBy: next) >= holding
      }
      if !isCovered { chosen.append(next) }
    }
    return chosen
  }

  /// Share of a phrase's places that lie inside places of another; both ascend.
  private static func share(of inner: RankedPhrase, coveredBy outer: RankedPhrase) -> Double {
    guard inner.words < outer.words else { return 0 }
    var covered = 0
    var index = 0
    for place in inner.places {
      while index < outer.places.count, outer.places[index].upperBound <= place.lowerBound {
        index += 1
      }
      var probe = index
      while probe < outer.places.count, outer.places[probe].lowerBound <= place.lowerBound {
        if outer.places[probe].upperBound >= place.upperBound {
          covered += 1
          break
        }
        probe += 1
      }
    }
    return Double(covered) / Double(inner.places.count)
  }
}
