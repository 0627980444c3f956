import ArgumentParser
import WarraqCorpus

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension InputFormat: ExpressibleByArgument {}
extension DocumentDecoder.InvalidPolicy: ExpressibleByArgument {}

/// How inputs are read; the same for every command that reads documents.
struct InputOptions: ParsableArguments {
  @Option(
    help: "How input is cut into documents: \(InputFormat.allValueStrings.joined(separator: ", "))."
  )
  var inputFormat = InputFormat.auto

  @Option(
    help: """
      Encoding: auto (told from the bytes), utf-8, windows-1256, iso-8859-6, mac-arabic, or any \
      that ICU knows.
      """)
  var encoding = "auto"

  @Option(help: "Bytes that are not UTF-8: replace or skip (and count), or fail the document.")
  var invalid = DocumentDecoder.InvalidPolicy.replace

  @Option(help: "Largest document, or line of a filter, in MiB; a larger one is refused.")
  var maxSize = 256

  @Option(help: "Most bytes that one compressed byte may become.")
  var maxRatio = 500

  @Option(
    help: """
      Read the files of folders and archives whose names match, instead of the usual endings; may \
      be given several times. `*` and `?` as in the shell, `**/` for any folders.
      """)
  var include: [String] = []

  @Option(help: "Pass over the files of folders and archives whose names match.")
  var exclude: [String] = []

  @Option(help: "Take a share of the records, such as 2/8: the second of every eight.")
  var shard: String?

  func validate() throws {
    if let shard, Shard(shard) == nil {
      throw ValidationError("--shard is a share such as 2/8, from 1/8 to 8/8")
    }
    if !(1...1_000_000).contains(maxRatio) {
      throw ValidationError("--max-ratio is a number from 1 to 1000000")
    }
    if !(1...2047).contains(maxSize) {
      throw ValidationError("--max-size is a number of MiB from 1 to 2047")
    }
  }

  /// The largest document in bytes.
  var limit: Int { maxSize << 20 }

  func textEncoding() throws -> TextEncoding {
    do {
      return try TextEncoding(encoding)
    } catch {
      throw CommandFailure(
        "unknown encoding `\(encoding)`: use auto, utf-8, windows-1256, iso-8859-6 or another "
          + "name that ICU knows")
    }
  }

  var readOptions: ReadOptions {
    var options = ReadOptions()
    options.format = inputFormat
    options.recordLimit = limit
    options.ratioLimit = maxRatio
    options.shard = shard.flatMap(Shard.init)
    options.filter = NameFilter(include: include, exclude: exclude)
    return options
  }

  func reader(_ inputs: [String]) throws -> CorpusReader {
    do {
      return try CorpusReader(inputs: inputs, options: readOptions)
    } catch {
      throw CommandFailure("\(error)")
    }
  }
}

/// How many documents, or blocks of lines, are processed at the same time.
struct JobsOption: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: "Documents, or blocks of lines, processed at the same time (default: the processors).")
  var jobs: Int?

  /// The number that was given, or that of the processors.
  var count: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs is a number from 1 to 1024")
    }
  }
}
