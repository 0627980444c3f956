import ArabicText
import JointSequence
import NamesResources
import Warraq

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Spells words of names that no lexicon knows as words like them are spelled: a joint-sequence model of
/// letters, learned from pairs.
public struct SpellingModel: Sendable {
  /// The model that is built in; nil when the build has none.
  public static let shared: SpellingModel? = {
    let resource = names_spelling_model()
    return SpellingModel(StaticBytes(resource.bytes, count: resource.count))
  }()

  /// The longest word, in letters, that is spelled by the model; a longer one is no name.
  static let longest = 32

  private let model: JointModel

  /// Opens a model; nil for bytes that are none.
  public init?(_ bytes: StaticBytes) {
    guard let model = JointModel(bytes) else { return nil }
    self.model = model
  }

  /// Spellings of a word as it is written, in lower case, the likeliest first; none for a word with a
  /// letter that the model does not know.
  public func spell(_ word: String, top: Int) -> [String] {
    let letters = Self.letters(of: word)
    guard !letters.isEmpty, letters.count <= Self.longest else { return [] }
    let answers = model.outputs(of: letters, limit: top)
    return answers.map { answer in
      String(String.UnicodeScalarView(answer.output.compactMap(Unicode.Scalar.init)))
    }.filter { !$0.isEmpty }
  }

  /// Spellings as of `spell`, each with the logarithm of its share among the likeliest.
  func scored(_ word: String, top: Int) -> [(latin: String, score: Double)] {
    let letters = Self.letters(of: word)
    guard !letters.isEmpty, letters.count <= Self.longest else { return [] }
    let answers = model.outputs(of: letters, limit: max(top, 5))
    guard let best = answers.first?.score else { return [] }
    let total = answers.reduce(0) { $0 + exp(Double($1.score - best)) }
    return answers.prefix(top).compactMap { answer in
      let latin = String(
        String.UnicodeScalarView(answer.output.compactMap(Unicode.Scalar.init)))
      return latin.isEmpty ? nil : (latin, Double(answer.score - best) - log(total))
    }
  }

  /// A word's letters without marks and tatweel; Persian and presentation forms as the plain ones.
  static func letters(of word: String) -> [UInt32] {
    word.unicodeScalars.compactMap { scalar in
      if ScalarClass.isArabicMark(scalar.value) || scalar.value == 0x0640 { return nil }
      switch scalar.value {
      case 0x06CC: return 0x064A
      case 0x06A9: return 0x0643
      case 0x0671: return 0x0627
      case 0x06C1, 0x06BE: return 0x0647
      default: return scalar.value
      }
    }
  }
}
