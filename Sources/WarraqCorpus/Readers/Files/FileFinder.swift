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

/// Finds the files that inputs stand for, in an order that depends on names alone.
struct FileFinder {
  /// A file, or a place that could not be looked at.
  enum Found {
    case file(InputFile)
    case failure(DocumentPlaceError)
  }

  /// A folder or link that is passed over, and why.
  struct DocumentPlaceError {
    let place: String
    let problem: String
  }

  let filter: NameFilter

  /// The files of inputs: folders by the order of their paths.
  ///
  /// - Throws: `InputError` for an input that is not there, or a folder without a file to read.
  func find(_ inputs: [String]) throws(InputError) -> [Found] {
    var found: [Found] = []
    for input in inputs {
      if input == "-" {
        found.append(.file(InputFile(path: "-", name: "stdin")))
        continue
      }
      var isDirectory = false
      guard FileManager.default.fileExists(atPath: input, isDirectory: &isDirectory) else {
        throw InputError(path: input, problem: "no such file or folder")
      }
      guard isDirectory else {
        found.append(.file(InputFile(path: input, name: input)))
        continue
      }
      let below = try list(input)
      if below.isEmpty {
        throw InputError(
          path: input,
          problem: filter.isEmpty
            ? "the folder holds no \(InputFile.soughtEndings) file: --include names others"
            : "the folder holds no file that --include and --exclude leave")
      }
      found += below
    }
    return found
  }

  private func list(_ folder: String) throws(InputError) -> [Found] {
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    guard let root = Self.realPath(folder),
      let top = try? FileManager.default.contentsOfDirectory(atPath: folder)
    else { throw InputError(path: folder, problem: "the folder cannot be read") }
    var files: [(name: String, found: Found)] = []
    // Names still to be looked at: a list of its own, so that deep trees need no deep recursion.
    var open = top
    while let name = open.popLast() {
      if name.split(separator: "/").last?.hasPrefix(".") ?? true { continue }
      let path = base + name
      switch Self.kind(of: path) {
      case .folder:
        guard let children = try? FileManager.default.contentsOfDirectory(atPath: path) else {
          let problem = "the folder cannot be read"
          files.append((name, .failure(DocumentPlaceError(place: path, problem: problem))))
          continue
        }
        open += children.map { name + "/" + $0 }
      case .file:
        let file = InputFile(path: path, name: name)
        if filter.takes(name, byDefault: file.isSoughtInFolders) {
          files.append((name, .file(file)))
        }
      case .link:
        // What a link within the tree points at is found by its own name.
        guard
          filter.takes(name, byDefault: InputFile(path: path, name: name).isSoughtInFolders)
            || Self.isFolder(path)
        else { continue }
        let target = Self.realPath(path)
        if target == root || target?.hasPrefix(root + "/") ?? false { continue }
        let problem =
          target == nil
          ? "the link points at nothing"
          : "the link points out of the folder: name its target to read it"
        files.append((name, .failure(DocumentPlaceError(place: path, problem: problem))))
      case .other: continue
      }
    }
    return files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }.map(\.found)
  }

  private enum Kind {
    case file
    case folder
    case link
    case other
  }

  private static func kind(of path: String) -> Kind {
    var facts = stat()
    guard lstat(path, &facts) == 0 else { return .other }
    switch facts.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var facts = stat()
    return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Bytes of a regular file; nil for anything else.
  static func size(of path: String) -> Int? {
    var facts = stat()
    guard path != "-", stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    return Int(clamping: facts.st_size)
  }
}
