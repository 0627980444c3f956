/// What a model makes of a word that was seldom seen: kept in the lexicon, since asking the model takes ten
/// times as long as looking.
struct SpellingOpinion: Sendable {
  /// For each spelling that was seen the share that the model gives it, from 0 to 1.
  var shares: [Float] = []
  /// Other spellings that the model makes, with their shares.
  var others: [(latin: String, share: Float)] = []
}
