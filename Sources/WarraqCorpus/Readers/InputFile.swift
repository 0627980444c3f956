#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A file to read, with the name by which its documents are known.
struct InputFile {
  /// Where it lies, or `-`.
  let path: String
  /// The path below the folder that was named, or as it was named.
  let name: String

  var isGzip: Bool { path.hasSuffix(".gz") }

  /// The format that the name tells; text for every other name.
  var format: InputFormat {
    let name = isGzip ? path.dropLast(3) : path[...]
    let ending = name.split(separator: ".").last.map(String.init) ?? ""
    return Self.formats[ending] ?? .text
  }

  private static let formats: [String: InputFormat] = [
    "jsonl": .jsonl, "ndjson": .jsonl, "json": .json, "csv": .csv, "tsv": .tsv, "txt": .text,
  ]
  /// What folders are searched for. Tables and arrays in a folder are as often lists of something
  /// else, so they are read only when they are named.
  private static let endings = [".txt", ".txt.gz", ".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz"]

  /// The files that inputs stand for, folders in the order of their paths.
  static func expand(_ inputs: [String]) throws(InputError) -> [InputFile] {
    var files: [InputFile] = []
    for input in inputs {
      if input == "-" {
        files.append(InputFile(path: "-", name: "stdin"))
        continue
      }
      var isDirectory = false
      guard FileManager.default.fileExists(atPath: input, isDirectory: &isDirectory) else {
        throw InputError(path: input, problem: "no such file or folder")
      }
      guard isDirectory else {
        files.append(InputFile(path: input, name: input))
        continue
      }
      let found = try list(input)
      if found.isEmpty {
        throw InputError(
          path: input, problem: "the folder holds no \(endings.joined(separator: ", ")) file")
      }
      files += found
    }
    return files
  }

  private static func list(_ folder: String) throws(InputError) -> [InputFile] {
    let names: [String]
    do {
      names = try FileManager.default.subpathsOfDirectory(atPath: folder)
    } catch {
      throw InputError(path: folder, problem: "the folder cannot be read")
    }
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    return names.sorted().filter { name in
      let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") }
      return !isHidden && endings.contains { name.hasSuffix($0) }
    }.map { InputFile(path: base + $0, name: $0) }
  }

  /// Bytes of all files, or nil when one is no regular file.
  static func totalSize(of files: [InputFile]) -> Int? {
    var total = 0
    for file in files {
      var facts = stat()
      guard file.path != "-", stat(file.path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
        return nil
      }
      total += Int(clamping: facts.st_size)
    }
    return total
  }
}
