import ArabicText
import Warraq

/// The words that a worker has met, with their forms worked out: most words of a document stood in
/// an earlier one. What a document gets does not depend on what is remembered.
struct WordMemory {
  /// Behind so many forms the rarer ones are forgotten, so that a worker keeps to some 30 MB.
  private static let mostForms = 60_000

  /// The same behind so many bytes, for texts of endless words.
  private static let mostBytes = 16 << 20

  private let maker: FormMaker
  private var surfaces = SurfaceTable()
  private var keys = ByteInterner(minimumCapacity: 4096)
  private var stems = ByteInterner(minimumCapacity: 4096)
  /// One entry for each key.
  private var entries: [Entry] = []
  private var scratch: [UInt8] = []

  /// The forms, a list for each document that brought new ones.
  private var lists: [FormList] = []
  /// Forms that the present document brings.
  private var newForms = FormList.Builder()

  // The present document: the entry of each of its terms, and their stems.
  private var termEntries: [Int32] = []
  private var epoch: UInt32 = 0
  private var documentStems = Numbering()

  /// Where a form is, and its number in the document that `epoch` tells. All in one place: the cost
  /// of a look is that of fetching it.
  private struct Entry {
    let list: Int32
    let place: Int32
    let stem: Int32
    var number: Int32 = 0
    var epoch: UInt32 = 0

    init(list: Int, place: Int, stem: Int) {
      self.list = Int32(truncatingIfNeeded: list)
      self.place = Int32(truncatingIfNeeded: place)
      self.stem = Int32(truncatingIfNeeded: stem)
    }
  }

  init(_ maker: FormMaker) { self.maker = maker }

  /// Forgets the last document's terms, not its words.
  mutating func beginDocument() {
    if entries.count > Self.mostForms || surfaces.count > 2 * Self.mostForms
      || surfaces.size > Self.mostBytes
    {
      forgetRareWords()
    }
    termEntries.removeAll(keepingCapacity: true)
    documentStems.begin()
    epoch &+= 1
    // After four thousand million documents the epochs come round.
    if epoch == 0 {
      for index in entries.indices { entries[index].epoch = 0 }
      epoch = 1
    }
  }

  /// The number, among the document's terms, of a word as it stands.
  mutating func number(of word: UnsafeBufferPointer<UInt8>, isWord: Bool) -> Int {
    let surface = surfaces.number(of: word, isWord: isWord)
    if surfaces[surface].entry < 0 { surfaces[surface].entry = entry(of: word, isWord: isWord) }
    let index = surfaces[surface].entry
    if entries[Int(index)].epoch != epoch {
      entries[Int(index)].epoch = epoch
      entries[Int(index)].number = Int32(truncatingIfNeeded: termEntries.count)
      termEntries.append(index)
    }
    return Int(entries[Int(index)].number)
  }

  /// The document's terms, in the order in which they came.
  mutating func finishDocument() -> [TokenLayer.Term] {
    if newForms.count > 0 { lists.append(newForms.finish()) }
    return termEntries.map { index in
      let entry = entries[Int(index)]
      return TokenLayer.Term(
        lists[Int(entry.list)], at: Int(entry.place),
        stemNumber: documentStems.number(of: Int(entry.stem)))
    }
  }

  /// The entry of a word that is new. Under a stemmer of other makers, which reads the word as it
  /// stands, words of one folded form and two stems have two entries.
  private mutating func entry(of word: UnsafeBufferPointer<UInt8>, isWord: Bool) -> Int32 {
    scratch.removeAll(keepingCapacity: true)
    ArabicFold.append(word, to: &scratch)
    let length = scratch.count
    let stem = isWord ? maker.stemmer.stem(ofSurface: word) : nil
    // No folded form holds the byte FF: it parts the form from the stem, and words from the rest.
    if !isWord { scratch.append(0xFF) }
    if let stem { scratch += [0xFF] + stem }
    return scratch.withUnsafeBufferPointer { key in
      let form = UnsafeBufferPointer(rebasing: key[..<length])
      let hash = ByteInterner.hash(form)
      let found =
        length == key.count ? keys.intern(key, hash: hash) : keys.intern(key)
      if found.isNew {
        let given = stem.map { UnsafeBufferPointer(rebasing: key.suffix($0.count)) }
        let (list, place) = (lists.count, newForms.count)
        let number = maker.make(
          form, hash: hash, stem: given, isWord: isWord, into: &newForms
        ) { stems.intern($0).number }
        entries.append(Entry(list: list, place: place, stem: number))
      }
      return Int32(truncatingIfNeeded: found.number)
    }
  }

  /// Keeps the words that came most often, at most half of what there is room for.
  private mutating func forgetRareWords() {
    var threshold: UInt8 = 2
    while threshold < 128, surfaces.count(usedAtLeast: threshold) > Self.mostForms / 2 {
      threshold *= 2
    }
    var kept = WordMemory(maker)
    for number in 0..<surfaces.count where kept.entries.count <= Self.mostForms / 2 {
      let surface = surfaces[number]
      guard surface.uses >= threshold, surface.entry >= 0 else { continue }
      let entry = kept.adopt(Int(surface.entry), of: self)
      let copy = surfaces.withBytes(of: number) {
        kept.surfaces.number(of: $0, isWord: surface.isWord)
      }
      kept.surfaces[copy].entry = Int32(truncatingIfNeeded: entry)
      // Words that stay rare leave at the next turn.
      kept.surfaces[copy].uses = surface.uses / 2
    }
    // A list of their own: the old ones go with the words that nobody remembers.
    kept.lists.append(kept.newForms.finish())
    self = kept
  }

  private mutating func adopt(_ index: Int, of other: borrowing WordMemory) -> Int {
    let adopted = other.keys.withBytes(of: index) { keys.intern($0) }
    if adopted.isNew {
      let old = other.entries[index]
      let stem = other.stems.withBytes(of: Int(old.stem)) { stems.intern($0).number }
      entries.append(Entry(list: lists.count, place: newForms.count, stem: stem))
      newForms.add(other.lists[Int(old.list)], Int(old.place))
    }
    return adopted.number
  }

  /// Numbers from 0 in the order of first mention, begun anew with each document in no time.
  private struct Numbering {
    private var epoch: UInt32 = 0
    private var next = 0
    private var entries: [(epoch: UInt32, number: Int32)] = []

    mutating func begin() {
      next = 0
      epoch &+= 1
      // After four thousand million documents the epochs come round.
      if epoch == 0 {
        entries.removeAll(keepingCapacity: true)
        epoch = 1
      }
    }

    mutating func number(of key: Int) -> Int {
      while entries.count <= key { entries.append((0, 0)) }
      if entries[key].epoch != epoch {
        entries[key] = (epoch, Int32(truncatingIfNeeded: next))
        next += 1
      }
      return Int(entries[key].number)
    }
  }
}
