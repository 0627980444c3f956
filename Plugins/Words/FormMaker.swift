import ArabicText
import Warraq

/// Works out the forms of a word.
struct FormMaker: Sendable {
  /// Whose stems.
  var stemmer = WordStemmer.light
  /// Whether clitics are wanted.
  var findsClitics = false
  /// Further words that carry no topic, folded.
  var extraStopWords: Set<ByteKey> = []

  /// Adds the forms of a word to a list and gives its stem.
  ///
  /// - Parameters:
  ///   - form: The folded form.
  ///   - hash: Its `ByteInterner.hash`.
  ///   - given: The stem when it comes from the word as it stands.
  ///   - isWord: False for numbers, punctuation and addresses, which have no inner forms.
  ///   - take: Called with the stem in UTF-8.
  func make<Result>(
    _ form: UnsafeBufferPointer<UInt8>, hash: UInt32, stem given: UnsafeBufferPointer<UInt8>?,
    isWord: Bool, into list: inout FormList.Builder, _ take: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let isListed = !isWord || StopWords.contains(form, hash: hash)
    let cut = isListed ? 0 : CliticSplitter.shared.procliticLength(of: form)
    let base = UnsafeBufferPointer(rebasing: form[cut...])
    var isStopWord = isListed || cut > 0 && StopWords.contains(base)
    if !isStopWord, !extraStopWords.isEmpty {
      isStopWord =
        extraStopWords.contains(ByteKey(String(decoding: form, as: UTF8.self)))
        || extraStopWords.contains(ByteKey(String(decoding: base, as: UTF8.self)))
    }
    let isStemmed = given == nil && stemmer == .light && !isListed
    let stemLength = isStemmed ? LightStemmer.stemLength(of: base) : base.count
    list.add(
      folded: form, base: cut..<form.count, stem: cut..<cut + stemLength, isStopWord: isStopWord)
    if let given { list.setLastStem(given) }
    if findsClitics {
      list.setLastClitics(
        isWord
          ? clitics(of: form, proclitics: cut)
          : TokenLayer.Clitics(proclitics: [], enclitic: 0))
    }
    return take(given ?? UnsafeBufferPointer(rebasing: base[..<stemLength]))
  }

  private func clitics(
    of form: UnsafeBufferPointer<UInt8>, proclitics cut: Int
  ) -> TokenLayer.Clitics {
    let splitter = CliticSplitter.shared
    let found = splitter.clitics(of: form, procliticLength: cut)
    return TokenLayer.Clitics(
      proclitics: splitter.proclitics(of: form, length: found.proclitics),
      enclitic: found.enclitic / 2)
  }
}
