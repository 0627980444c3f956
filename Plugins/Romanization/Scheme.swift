import ArabicText
import ICUText
import RomanizationResources
import Warraq

/// A romanization scheme: a table of letters and a few named rules.
public struct Scheme: Sendable {
  /// How the table is used.
  enum Engine: Sendable {
    /// Each letter and mark for itself.
    case table(ScalarMap, shaddaFirst: Bool)
    /// By sound: words are read with their vowels, articles and endings.
    case phonetic(PhoneticRomanizer)
    /// A transform of ICU.
    case icu(ICUTransform)
  }

  /// How much of the Arabic comes back from the Latin.
  public enum Reversal: String, Sendable {
    /// All of it.
    case exact
    /// What most likely stood there.
    case guess
    case none
  }

  /// The name that recipes and the command line use.
  public let id: String
  /// The scheme's name for people.
  public let title: String
  /// The standard or paper that defines it.
  public let standard: String
  /// Whether the Arabic can be got back from the Latin.
  public let reversal: Reversal
  let engine: Engine
  /// The table as an automaton, where it fits one.
  let transducer: LetterTransducer?
  private let reverseTable: ReverseTable

  /// The built-in schemes, sorted by id.
  public static let all: [Scheme] = (0..<romanization_scheme_count()).compactMap { index in
    let resource = romanization_scheme(index)
    guard let name = resource.identifier else { return nil }
    return Scheme(
      id: String(cString: name), table: StaticBytes(resource.bytes, count: resource.count).string)
  }.sorted { $0.id < $1.id }

  /// The scheme of an id; `icu:` before a transform's identifier asks ICU for it.
  ///
  /// - Throws: `SchemeError` when there is none, with the nearest name.
  public static func named(_ id: String) throws(SchemeError) -> Scheme {
    if id.hasPrefix("icu:") {
      do {
        let transform = try ICUTransform(String(id.dropFirst(4)))
        return Scheme(
          id: id, title: "ICU transform \(transform.identifier)", standard: "ICU, Unicode CLDR",
          reversal: .none, engine: .icu(transform))
      } catch {
        throw SchemeError(
          id: id,
          mend: Suggestion.mend(
            for: id, among: nearICU(id) ?? all.map(\.id)))
      }
    }
    guard let scheme = all.first(where: { $0.id == id }) else {
      throw SchemeError(
        id: id, mend: Suggestion.mend(for: id, among: all.map(\.id) + ["icu:ID"]))
    }
    return scheme
  }

  private static func nearICU(_ id: String) -> [String]? {
    let identifiers = ICUTransform.identifiers().map { "icu:" + $0 }
    return Suggestion.nearest(to: id, among: identifiers).map { [$0] }
  }

  private init(
    id: String, title: String, standard: String, reversal: Reversal, engine: Engine
  ) {
    self.id = id
    self.title = title
    self.standard = standard
    self.reversal = reversal
    self.engine = engine
    transducer = nil
    reverseTable = ReverseTable([])
  }

  /// Reads a scheme from its table: lines of a letter, a tab and its Latin; lines that begin with `!` and a
  /// name describe it (`Docs/Schemes`). nil when the table has no letters.
  public init?(id: String, table: String) {
    var values: [String: String] = [:]
    for row in TSVRows(table) where row.count >= 2 { values[row[0]] = row[1] }
    let rules = Set((values["!rules"] ?? "").split(separator: ",").map(String.init))
    var letters: [UInt32: [UInt8]] = [:]
    var ordered: [(arabic: UInt32, latin: [UInt8])] = []
    for row in TSVRows(table) where row.count >= 2 && row[0].unicodeScalars.count == 1 {
      guard let scalar = row[0].unicodeScalars.first else { continue }
      letters[scalar.value] = Array(row[1].utf8)
      ordered.append((scalar.value, Array(row[1].utf8)))
    }
    guard !letters.isEmpty else { return nil }
    reverseTable = ReverseTable(ordered)
    self.id = id
    title = values["!title"] ?? id
    standard = values["!standard"] ?? ""
    reversal =
      rules.contains("reversible") ? .exact : rules.contains("best-guess") ? .guess : .none
    let shaddaFirst = rules.contains("shadda-first")
    transducer =
      values["!engine"] == "phonetic"
      ? nil : LetterTransducer(letters, shaddaFirst: shaddaFirst)
    engine =
      values["!engine"] == "phonetic"
      ? .phonetic(PhoneticRomanizer(values: values, rules: rules))
      : .table(ScalarMap(letters), shaddaFirst: shaddaFirst)
  }

  /// The romanized text. Parts in other scripts pass through.
  ///
  /// - Parameter kind: What the text is, for the capitals of schemes that go by sound.
  /// - Throws: `ICUError` from schemes that are ICU's.
  public func romanize(_ text: Text, kind: FieldKind = .auto) throws(ICUError) -> Text {
    switch engine {
    case .table(let map, let shaddaFirst):
      if let transducer {
        var bytes: [UInt8] = []
        text.bytes.withUnsafeBufferPointer { _ = transducer.append($0, to: &bytes) }
        return Text(wellFormed: bytes)
      }
      return map.apply(to: shaddaFirst ? MarkOrder.shaddaFirst(text).text : text).text
    case .phonetic(let romanizer):
      var romanizer = RuleRomanizer(romanizer, kind: kind)
      return romanizer.romanize(text)
    case .icu(let transform):
      return try transform.apply(to: text)
    }
  }

  /// The romanized text as a view of the Arabic, aligned letter by letter; word by word for transforms of
  /// ICU, which does not tell what came from where.
  ///
  /// - Parameter kind: What the text is, for the capitals of schemes that go by sound.
  /// - Throws: `ICUError` from schemes that are ICU's.
  public func view(of text: Text, kind: FieldKind = .auto) throws(ICUError) -> View {
    switch engine {
    case .table(let map, let shaddaFirst):
      let ordered = shaddaFirst ? MarkOrder.shaddaFirst(text) : (text, .identity)
      let (latin, alignment) = map.apply(to: ordered.text)
      return View(source: text, text: latin, alignment: ordered.alignment.composed(with: alignment))
    case .phonetic(let romanizer):
      let readable = ReadableText.of(text)
      let (latin, alignment) = romanizer.view(of: readable?.text ?? text, kind: kind)
      return View(
        source: text, text: latin,
        alignment: readable?.alignment.composed(with: alignment) ?? alignment)
    case .icu(let transform):
      let latin = try transform.apply(to: text)
      return View(source: text, text: latin, alignment: WordAlignment.alignment(text, latin))
    }
  }

  /// True for schemes that write what is said, and so need the vowels.
  public var goesBySound: Bool {
    if case .phonetic = engine { return true }
    return false
  }

  /// True for schemes that write each letter for itself, by an automaton.
  public var isAutomaton: Bool { transducer != nil }

  /// Appends the romanized form of well-formed UTF-8, for schemes whose table is an automaton.
  ///
  /// - Returns: How many Arabic letters the scheme does not know; they stay. nil for other schemes,
  ///   and nothing is appended.
  public func append(_ bytes: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]) -> Int? {
    transducer?.append(bytes, to: &result)
  }

  /// The Arabic of a romanized text, or nil when the scheme cannot be reversed.
  public func reversed(_ text: Text) -> Text? {
    if reversal == .guess {
      if case .phonetic(let romanizer) = engine {
        let lines = text.string.split(separator: "\n", omittingEmptySubsequences: false)
        let reverse =
          romanizer.isChatSpelling ? ArabiziReverser.shared.reverse : RomanReverser.shared.reverse
        return Text(lines.map { reverse(String($0)) }.joined(separator: "\n"))
      }
      return Text(wellFormed: reverseTable.reverse(text.bytes.map { $0 }))
    }
    guard reversal == .exact, case .table(let map, _) = engine else { return nil }
    var back: [UInt32: [UInt8]] = [:]
    for (scalar, bytes) in map.replacements {
      let latin = String(decoding: bytes, as: UTF8.self).unicodeScalars
      guard latin.count == 1, let letter = latin.first else { continue }
      var arabic: [UInt8] = []
      UTF8Bytes.append(scalar, to: &arabic)
      back[letter.value] = arabic
    }
    return ScalarMap(back).apply(to: text).text
  }
}

/// A scheme that does not exist, or whose file says what nobody would understand.
public struct SchemeError: Error, Hashable, CustomStringConvertible {
  /// The id or path that was asked for.
  public let id: String
  /// What to ask for, or to write, instead.
  public let mend: String
  /// What is wrong with it.
  public let problem: String

  /// Names an id and the mend.
  public init(id: String, mend: String, problem: String = "unknown romanization scheme") {
    self.id = id
    self.mend = mend
    self.problem = problem
  }

  /// The problem, the id and the mend, in one line.
  public var description: String { "\(problem) `\(id)`: \(mend)" }
}
