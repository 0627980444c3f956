import Warraq
import WarraqNames

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Opens what `warraq train` made for names, or gives what is built in.
struct NameFiles {
  /// The command that asks, for messages.
  let command: String

  /// A lexicon; the built-in one without a file.
  func lexicon(at path: String?) throws -> NameLexicon {
    let lexicon = try opened(path, "lexicon of this version", by: "names") {
      let lexicon = NameLexicon($0)
      return lexicon.isReadable ? lexicon : nil
    }
    return lexicon ?? .shared
  }

  /// A model with words in use; the built-in ones without files.
  func model(at path: String?, attested: String?) throws -> SpellingModel? {
    let words = try opened(attested, "table", by: "attested") { AttestedWords($0) } ?? .shared
    guard
      let model = try opened(path, "model", by: "spelling", { SpellingModel($0, attested: words) })
    else { return attested == nil ? .shared : .builtIn(attested: words) }
    return model
  }

  /// Languages of names; the built-in ones without a file.
  func origins(at path: String?) throws -> OriginModel? {
    try opened(path, "table", by: "origins") { OriginModel($0) } ?? .shared
  }

  /// What a file holds that `warraq train` made; nil without a file.
  private func opened<Value>(
    _ path: String?, _ what: String, by training: String, _ open: (StaticBytes) -> Value?
  ) throws -> Value? {
    guard let path else { return nil }
    guard let data = FileManager.default.contents(atPath: path),
      let value = open(StaticBytes(keeping: [UInt8](data)))
    else {
      throw CommandFailure(
        "\(command): \(path) is no \(what): make one with `warraq train \(training)`")
    }
    return value
  }
}
