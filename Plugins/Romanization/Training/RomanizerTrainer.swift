import ICUText
import JointSequence
import Warraq

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Makes a romanizer out of library records and a table of words. The same rows in the same order give
/// the same bytes.
public struct RomanizerTrainer {
  /// The numbers of the training.
  public struct Settings: Sendable {
    /// Passes over the records.
    public var passes = 6
    /// What a form counts for beside a word of records, for each time that it is given.
    public var formShare = 0.5
    /// Weights that are kept of each kind.
    public var rankLimit = 850_000
    public var capitalLimit = 300_000
    /// Features that are kept of what tells a line's kind.
    public var kindLimit = 20_000
    /// Step and pull to 0 of the weights; capitals, which have fewer features, take longer steps.
    public var rankRate: Float = 0.06
    public var capitalRate: Float = 0.13
    public var decay: Float = 1e-4
    /// The joint model's longest n-gram, and counts below which n-grams of each order are left out.
    public var order = 4
    public var cutoffs: [Double] = [0, 0, 1.5, 2.5]
    /// Romanizations kept of a form.
    public var alternatives = 6

    /// How the network beside the n-grams of letters is learned.
    public var network: NetworkSettings? = NetworkSettings()
    /// How the network beside the weights of words in context is learned.
    public var context = ContextSettings()

    /// The numbers with which the built-in model was made.
    public init() {}
  }

  private let settings: Settings
  private var records: [RomanRecord] = []
  private var lexicon = LexiconCounts()
  /// What letters alone are learned from, beside the words of the lexicon.
  private var forms: [GraphoneAligner.Pair] = []
  /// Words that the lexicon has beside those that are learned from.
  private var others: [(arabic: [UInt8], latin: [UInt8], count: Int, isCapital: Bool)] = []

  /// A trainer.
  public init(settings: Settings = Settings()) { self.settings = settings }

  /// Adds a field of a record.
  ///
  /// - Parameters:
  ///   - tag: The field's tag in MARC 21, such as 245; `auto` for words that stand alone, of which nobody says what they
  ///     are.
  ///   - subfield: The subfield's letter.
  public mutating func addField(tag: String, subfield: String, arabic: String, latin: String) {
    guard let latin = try? NormalizationForm.nfc.normalize(Text(latin)).text.string,
      let record = RomanRecord(
        arabic: arabic, latin: latin, kind: Self.kind(tag: tag, subfield: subfield))
    else { return }
    records.append(record)
    for (index, answer) in record.answers.enumerated() {
      guard let answer else { continue }
      lexicon.add(
        Array(record.context.letters(of: index)), answer.latin, count: 1,
        isCapital: answer.isCapital, isTable: false)
    }
  }

  private static func kind(tag: String, subfield: String) -> FieldKind {
    tag == FieldKind.auto.rawValue ? .auto : FieldKind(marcTag: tag, subfield: subfield)
  }

  /// Adds a word of a table, and how often it stands in its catalogues.
  ///
  /// - Parameter isLearned: Whether it is like the words of the records; what is learned of words of other kinds of text
  ///   would mislead about theirs. The lexicon has it in either case.
  public mutating func addWord(
    arabic: String, latin: String, count: Int, isLearned: Bool = true
  ) {
    guard let latin = try? NormalizationForm.nfc.normalize(Text(latin)).text.string,
      let record = RomanRecord(arabic: arabic, latin: latin, kind: .text),
      record.answers.count == 1,
      let answer = record.answers[0]
    else { return }
    let letters = Array(record.context.letters(of: 0))
    guard isLearned else {
      others.append((letters, answer.latin, max(count, 1), answer.isCapital))
      return
    }
    lexicon.add(
      letters, answer.latin, count: max(count, 1), isCapital: answer.isCapital, isTable: true)
  }

  /// Adds a form of a word by which the letters of others are learned to be read. Verbs of running text, which records
  /// have seldom, are many and regular. The lexicon has it where it knows nothing of these letters, and its other forms
  /// do not tell it; of forms of the same letters the first one.
  ///
  /// - Parameter count: How much it counts for beside other forms.
  public mutating func addForm(arabic: String, latin: String, count: Int) {
    guard let latin = try? NormalizationForm.nfc.normalize(Text(latin)).text.string else { return }
    forms.append(
      GraphoneAligner.Pair(
        input: arabic.unicodeScalars.map(\.value), output: latin.unicodeScalars.map(\.value),
        weight: settings.formShare * Double(max(count, 1))))
  }

  /// Trains.
  ///
  /// - Parameter progress: Told what is being done, in words.
  /// - Returns: The model's bytes; nil when there are no rows.
  public func train(progress: (String) -> Void = { _ in }) -> [UInt8]? {
    guard !records.isEmpty else { return nil }
    progress("lexicon")
    let lexiconBytes = lexicon.table(alternatives: settings.alternatives)
    progress("joint model")
    let aligner = aligner()
    let jointBytes = jointModel(aligner)
    guard let table = RomanLexicon(StaticBytes(keeping: lexiconBytes)),
      let joint = JointModel(StaticBytes(keeping: jointBytes))
    else { return nil }
    let maker = CandidateMaker(lexicon: table, joint: joint, search: .learned)
    // What was seen once is learned with letters that did not see it, as words of other texts are.
    let folds = (0..<LexiconCounts.foldCount).compactMap { fold in
      JointModel(StaticBytes(keeping: jointModel(aligner, without: fold))).map {
        CandidateMaker(lexicon: table, joint: $0, search: .learned)
      }
    }
    let trainer = ContextTrainer(
      records: records, maker: maker, folds: folds, lexicon: lexicon, settings: settings)
    let learned = trainer.train(progress: progress)
    return RomanizerModel.bytes(
      lexicon: others.isEmpty && forms.isEmpty ? lexiconBytes : wholeLexicon(), joint: jointBytes,
      rank: learned.rank, capital: learned.capital,
      kinds: KindTrainer(records: records.filter(\.tellsKind)).train(limit: settings.kindLimit),
      network: learned.network)
  }

  /// The lexicon with words of other kinds of text, and forms.
  private func wholeLexicon() -> [UInt8] {
    var lexicon = lexicon
    for word in others {
      lexicon.add(
        word.arabic, word.latin, count: word.count, isCapital: word.isCapital, isTable: true)
    }
    for form in forms {
      lexicon.add(form: Self.bytes(form.input), Self.bytes(form.output))
    }
    return lexicon.table(alternatives: settings.alternatives)
  }

  private static func bytes(_ scalars: [UInt32]) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in scalars { UTF8Bytes.append(scalar, to: &bytes) }
    return bytes
  }

  private func aligner() -> GraphoneAligner {
    let letters = LetterTruth()
    return GraphoneAligner(lexicon.stemPairs() + forms, longest: 5, iterations: 4) {
      letter, output in
      letters.allows(letter, output) ? 1 : 1e-4
    }
  }

  private func jointModel(_ aligner: GraphoneAligner, without fold: Int? = nil) -> [UInt8] {
    let letters = LetterTruth()
    var builder = JointModelBuilder(order: settings.order)
    for pair in lexicon.stemPairs(without: fold) + forms {
      // Foreign names that keep their own spelling would teach it letters that are none.
      guard let graphones = aligner.align(pair.input, pair.output),
        graphones.allSatisfy({ letters.allows($0.letter, $0.output[...]) })
      else { continue }
      builder.add(graphones, weight: pair.weight)
    }
    return builder.build(cutoffs: settings.cutoffs, network: settings.network)
  }
}
