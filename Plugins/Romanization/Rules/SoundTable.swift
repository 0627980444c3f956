import Warraq

/// What a scheme of rules writes for letters and for what its table names, such as `long-a`: found without hashing, and
/// handed about without counting references.
final class SoundTable: Sendable {
  /// What is written for something, as the place of its UTF-8 among that of all.
  struct Sound: Sendable, Hashable {
    fileprivate let start: UInt32
    fileprivate let count: UInt32
    /// Whether it is of several code points.
    let isDigraph: Bool
    /// The byte that it is made of; 0 where there are more, or none.
    let onlyByte: UInt8
    /// Whether it ends in n, as tanwin does.
    let endsInN: Bool

    var isEmpty: Bool { count == 0 }
  }

  /// The code points whose letters lie in an array.
  private static let block: Range<UInt32> = 0x0600..<0x0700

  private let bytes: [UInt8]
  private let blockLetters: [Sound?]
  private let otherLetters: [UInt32: Sound]

  let longA: Sound
  let longI: Sound
  let longU: Sound
  let alefMaqsura: Sound
  let taMarbuta: Sound
  let hamza: Sound
  let iyy: Sound
  let uww: Sound
  let diphthongAw: Sound
  let diphthongAy: Sound
  let divider: Sound
  /// What بن is written but for its last letter.
  let binStart: Sound
  /// The short vowels, without and with tanwin, and the t of the construct.
  let a: Sound
  let i: Sound
  let u: Sound
  let an: Sound
  let `in`: Sound
  let un: Sound
  let t: Sound

  /// - Parameters:
  ///   - values: What is named.
  ///   - letters: By code points.
  init(values: [String: String], letters: [UInt32: String]) {
    var builder = Builder()
    var block = [Sound?](repeating: nil, count: Self.block.count)
    var others: [UInt32: Sound] = [:]
    for (letter, latin) in letters.sorted(by: { $0.key < $1.key }) {
      let sound = builder.add(latin)
      if Self.block.contains(letter) {
        block[Int(letter - Self.block.lowerBound)] = sound
      } else {
        others[letter] = sound
      }
    }
    func named(_ name: String) -> Sound { builder.add(values[name] ?? "") }
    longA = named("long-a")
    longI = named("long-i")
    longU = named("long-u")
    alefMaqsura = named("alef-maqsura")
    taMarbuta = named("ta-marbuta")
    hamza = builder.add(letters[0x0621] ?? "")
    iyy = named("iyy")
    uww = named("uww")
    diphthongAw = named("diphthong-aw")
    diphthongAy = named("diphthong-ay")
    divider = named("digraph-divider")
    binStart = builder.add(String((values["bin"] ?? "").dropLast()))
    a = builder.add("a")
    i = builder.add("i")
    u = builder.add("u")
    an = builder.add("an")
    `in` = builder.add("in")
    un = builder.add("un")
    t = builder.add("t")
    bytes = builder.bytes
    blockLetters = block
    otherLetters = others
  }

  /// What a letter is written; nil for one that the table does not have.
  @inline(__always)
  func letter(_ letter: UInt32) -> Sound? {
    Self.block.contains(letter)
      ? blockLetters[Int(letter - Self.block.lowerBound)] : otherLetters[letter]
  }

  @inline(__always)
  func append(_ sound: Sound, to result: inout [UInt8]) {
    for place in Int(sound.start)..<Int(sound.start) + Int(sound.count) {
      result.append(bytes[place])
    }
  }

  /// Whether something that was written ends in a sound; every text ends in an empty one.
  func ends(_ latin: ArraySlice<UInt8>, in sound: Sound) -> Bool {
    let count = Int(sound.count)
    guard latin.count >= count else { return false }
    for place in 0..<count
    where latin[latin.endIndex - count + place] != bytes[Int(sound.start) + place] {
      return false
    }
    return true
  }

  private struct Builder {
    var bytes: [UInt8] = []

    mutating func add(_ latin: String) -> Sound {
      let utf8 = Array(latin.utf8)
      let start = bytes.count
      bytes += utf8
      return Sound(
        start: UInt32(clamping: start), count: UInt32(clamping: utf8.count),
        isDigraph: latin.unicodeScalars.count > 1, onlyByte: utf8.count == 1 ? utf8[0] : 0,
        endsInN: utf8.last == UInt8(ascii: "n"))
    }
  }
}
