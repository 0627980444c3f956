extension StatisticalRomanizer {
  /// Where the words around are not asked, since they would hardly ever turn what is known without them. Found on records
  /// that neither weights nor network have seen.
  struct Gates: Sendable {
    /// How far behind the best one, by its fixed weights and the network, a candidate may lie to be weighed by the words
    /// around as well.
    var reach: Float = 2.5
    /// How sure the weights are of a capital, at least, for the network not to be asked about a word that has one
    /// romanization.
    var doubt: Float = 2
    /// How sure what is the same in all places and the network are of a capital together, at least, for the words around
    /// not to be asked.
    var certainty: Float = 3
  }
}
