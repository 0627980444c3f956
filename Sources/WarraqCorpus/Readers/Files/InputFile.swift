/// A file to read, with the name by which its documents are known.
struct InputFile {
  /// Where it lies, or `-`.
  let path: String
  /// The path below the folder that was named, or as it was named.
  let name: String

  /// How its bytes are packed.
  enum Compression {
    case none
    case gzip
    case zstd
  }

  /// The compression that the name tells.
  var compression: Compression { Self.compression(of: name) }

  /// What the name says it holds; text for every other name.
  var format: InputFormat { Self.format(of: name) ?? .text }

  /// True for a name that tells an archive.
  var isArchive: Bool {
    let lower = name.lowercased()
    return Self.archiveEndings.contains { lower.hasSuffix($0) }
  }

  /// What folders and archives are searched for. Tables, arrays and XML in a folder are as often
  /// something else, so they are read only when they are named or included.
  var isSoughtInFolders: Bool {
    guard let format = Self.format(of: name) else { return isArchive }
    switch format {
    case .text, .jsonl, .html, .trec: return !name.lowercased().hasSuffix(".xml")
    default: return false
    }
  }

  /// The endings that folders are searched for, for messages.
  static let soughtEndings =
    ".txt, .jsonl, .ndjson, .html, .htm, .trec (also .gz, .zst), .tar or .zip"

  private static let archiveEndings = [".tar", ".tar.gz", ".tgz", ".tar.zst", ".zip"]

  private static let formats: [String: InputFormat] = [
    "jsonl": .jsonl, "ndjson": .jsonl, "json": .json, "csv": .csv, "tsv": .tsv, "txt": .text,
    "html": .html, "htm": .html, "xhtml": .html, "trec": .trec, "sgml": .trec, "sgm": .trec,
    "xml": .trec,
  ]

  private static func compression(of name: String) -> Compression {
    let lower = name.lowercased()
    return lower.hasSuffix(".gz") ? .gzip : lower.hasSuffix(".zst") ? .zstd : .none
  }

  /// The format of a known ending, below that of the compression.
  private static func format(of name: String) -> InputFormat? {
    var name = name.lowercased()[...]
    switch compression(of: String(name)) {
    case .none: break
    case .gzip: name = name.dropLast(3)
    case .zstd: name = name.dropLast(4)
    }
    return formats[name.split(separator: ".").last.map(String.init) ?? ""]
  }
}
