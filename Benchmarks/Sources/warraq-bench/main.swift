import CMemory
import Foundation
import ICUText
import Warraq
import WarraqNormalization

// Usage: warraq-bench normalization FILE
//
// Measures on a text file of the user's, one thread, each line of the file a document of its own
// and the whole file as one.

// As the command does.
memory_keep_freed()

guard CommandLine.arguments.count == 3, CommandLine.arguments[1] == "normalization",
  let data = FileManager.default.contents(atPath: CommandLine.arguments[2])
else {
  print("usage: warraq-bench normalization FILE")
  exit(2)
}
let text = try Text(validating: [UInt8](data))
try NormalizationBenchmark(text: text).run()
