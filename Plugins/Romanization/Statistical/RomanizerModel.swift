import JointSequence
import RomanizationResources
import Warraq

/// A trained romanizer: lexicon, joint model, weights and network in one block of memory.
///
/// Layout: the magic `WARRAQ12`; the lengths of six sections, UInt32 little-endian; zeros up to 64 bytes;
/// the sections: weights of ranks, weights of capitals, weights of kinds, network, joint model, lexicon. The lexicon comes last, so that
/// the lines of the others stand where a processor's do.
public final class RomanizerModel: Sendable {
  static let magic: [UInt8] = Array("WARRAQ12".utf8)
  static let headerSize = HashLines.lineSize

  let maker: CandidateMaker
  let rank: HashedWeights
  let capital: HashedWeights
  let kinds: KindWeights
  let network: ContextNetwork

  /// The model that is built in; nil when the build has none.
  public static let shared: RomanizerModel? = {
    let resource = romanization_model()
    return RomanizerModel(StaticBytes(resource.bytes, count: resource.count))
  }()

  /// Calls `body` with each word of the lexicon, a romanization of it, and how often it was seen.
  func forEachWord(_ body: (String, String, Int) -> Void) {
    maker.lexicon.forEachWord { letters, entry in
      body(
        letters, String(decoding: entry.latin, as: UTF8.self),
        4 * entry.count + entry.tableCount)
    }
  }

  /// Opens a model; nil for bytes that are none.
  public init?(_ bytes: StaticBytes) {
    let buffer = bytes.buffer
    guard buffer.count > Self.headerSize, buffer.prefix(8).elementsEqual(Self.magic) else {
      return nil
    }
    var start = Self.headerSize
    var sections: [(start: Int, count: Int)] = []
    for index in 0..<6 {
      var count = 0
      for byte in 0..<4 { count |= Int(buffer[8 + index * 4 + byte]) << (byte * 8) }
      guard count <= buffer.count - start else { return nil }
      sections.append((start, count))
      start += count
    }
    func part(_ index: Int) -> StaticBytes? {
      guard let base = buffer.baseAddress else { return nil }
      return StaticBytes(base + sections[index].start, count: sections[index].count)
    }
    guard let rank = part(0).flatMap({ HashedWeights($0) }),
      let capital = part(1).flatMap({ HashedWeights($0) }),
      let kinds = part(2).flatMap(KindWeights.init),
      let network = part(3).flatMap(ContextNetwork.init),
      let joint = part(4).flatMap(JointModel.init),
      let lexicon = part(5).flatMap(RomanLexicon.init)
    else { return nil }
    maker = CandidateMaker(lexicon: lexicon, joint: joint)
    self.rank = rank
    self.capital = capital
    self.kinds = kinds
    self.network = network
  }

  /// The bytes of a model made of its sections.
  static func bytes(
    lexicon: [UInt8], joint: [UInt8], rank: [UInt8], capital: [UInt8], kinds: [UInt8],
    network: [UInt8]
  ) -> [UInt8] {
    var bytes = magic
    let sections = [rank, capital, kinds, network, joint, lexicon]
    for section in sections {
      for shift in stride(from: 0, to: 32, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: section.count >> shift))
      }
    }
    bytes += [UInt8](repeating: 0, count: headerSize - bytes.count)
    return sections.reduce(bytes, +)
  }
}
