import UTF8Text

/// The forms of words that were worked out together, packed: strings are made of them when they are
/// asked for. Documents that hold the same words share them.
public final class FormList: Sendable {
  /// Where a word's forms lie in `bytes`.
  private struct Record: Sendable {
    var folded: Range<UInt32>
    var base: Range<UInt32>
    var stem: Range<UInt32>
    var isStopWord: Bool
  }

  private let bytes: [UInt8]
  private let records: [Record]
  private let clitics: [TokenLayer.Clitics]

  /// Number of words.
  public var count: Int { records.count }

  private init(bytes: [UInt8], records: [Record], clitics: [TokenLayer.Clitics]) {
    self.bytes = bytes
    self.records = records
    self.clitics = clitics
  }

  /// The folded form of the word at a place.
  public func folded(_ place: Int) -> String { string(records[place].folded) }
  /// Its base form.
  public func base(_ place: Int) -> String { string(records[place].base) }
  /// Its stem.
  public func stem(_ place: Int) -> String { string(records[place].stem) }
  /// The same forms in UTF-8, of which nothing has to be made.
  public func foldedUTF8(_ place: Int) -> ArraySlice<UInt8> { slice(records[place].folded) }
  /// The base form in UTF-8.
  public func baseUTF8(_ place: Int) -> ArraySlice<UInt8> { slice(records[place].base) }
  /// The stem in UTF-8.
  public func stemUTF8(_ place: Int) -> ArraySlice<UInt8> { slice(records[place].stem) }
  /// Whether it carries no topic.
  public func isStopWord(_ place: Int) -> Bool { records[place].isStopWord }
  /// What is attached to it, where that was asked for.
  public func clitics(_ place: Int) -> TokenLayer.Clitics? {
    clitics.indices.contains(place) ? clitics[place] : nil
  }

  private func slice(_ range: Range<UInt32>) -> ArraySlice<UInt8> {
    bytes[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  private func string(_ range: Range<UInt32>) -> String {
    String(decoding: slice(range), as: UTF8.self)
  }

  /// Gathers the forms of a list.
  public struct Builder: Sendable {
    private var bytes: [UInt8] = []
    private var records: [Record] = []
    private var clitics: [TokenLayer.Clitics] = []

    /// Number of words so far.
    public var count: Int { records.count }

    /// A builder without words.
    public init() {}

    /// Adds a word whose forms are parts of its folded form, in UTF-8.
    ///
    /// - Parameters:
    ///   - folded: The folded form; a list holds fewer than 4 GiB of them.
    ///   - base: The part of it that is the base form.
    ///   - stem: The part of it that is the stem.
    ///   - isStopWord: Whether the word carries no topic.
    public mutating func add(
      folded: UnsafeBufferPointer<UInt8>, base: Range<Int>, stem: Range<Int>, isStopWord: Bool
    ) {
      let start = bytes.count
      bytes.append(contentsOf: folded)
      records.append(
        Record(
          folded: Self.range(0..<folded.count, from: start), base: Self.range(base, from: start),
          stem: Self.range(stem, from: start), isStopWord: isStopWord))
    }

    /// Gives the last word a stem that is no part of its folded form.
    public mutating func setLastStem(_ stem: UnsafeBufferPointer<UInt8>) {
      guard let last = records.indices.last else { return }
      records[last].stem = Self.range(0..<stem.count, from: bytes.count)
      bytes.append(contentsOf: stem)
    }

    /// Says what is attached to the last word; to be said of all words or of none.
    public mutating func setLastClitics(_ value: TokenLayer.Clitics) { clitics.append(value) }

    /// Adds a word of another list.
    public mutating func add(_ list: FormList, _ place: Int) {
      let record = list.records[place]
      let start = bytes.count
      let folded = record.folded
      bytes.append(contentsOf: list.bytes[Int(folded.lowerBound)..<Int(folded.upperBound)])
      let stem = record.stem
      let isApart = stem.lowerBound >= folded.upperBound
      records.append(
        Record(
          folded: Self.range(0..<folded.count, from: start),
          base: Self.range(Self.part(record.base, of: folded), from: start),
          stem: isApart
            ? Self.range(0..<stem.count, from: bytes.count)
            : Self.range(Self.part(stem, of: folded), from: start),
          isStopWord: record.isStopWord))
      if isApart {
        bytes.append(contentsOf: list.bytes[Int(stem.lowerBound)..<Int(stem.upperBound)])
      }
      if let value = list.clitics(place) { clitics.append(value) }
    }

    /// The list; the builder is empty afterwards.
    public mutating func finish() -> FormList {
      let list = FormList(bytes: bytes, records: records, clitics: clitics)
      self = Builder()
      return list
    }

    private static func range(_ range: Range<Int>, from start: Int) -> Range<UInt32> {
      let lower = UInt32(truncatingIfNeeded: start + range.lowerBound)
      return lower..<max(lower, UInt32(truncatingIfNeeded: start + range.upperBound))
    }

    private static func part(_ range: Range<UInt32>, of whole: Range<UInt32>) -> Range<Int> {
      Int(range.lowerBound - whole.lowerBound)..<Int(range.upperBound - whole.lowerBound)
    }
  }
}
