import CMemory
import Foundation
import Warraq

// Usage: warraq-bench normalization|segmentation FILE
//
// Measures on a text file of the user's, one thread, in pieces of the length of an article.

// As the command does.
memory_keep_freed()

guard CommandLine.arguments.count == 3,
  let data = FileManager.default.contents(atPath: CommandLine.arguments[2])
else {
  print("usage: warraq-bench normalization|segmentation FILE")
  exit(2)
}
let text = try Text(validating: [UInt8](data))
switch CommandLine.arguments[1] {
case "normalization": try NormalizationBenchmark(text: text).run()
case "segmentation": try SegmentationBenchmark(articles: Articles(text)).run()
case let name:
  print("no benchmark is called \(name)")
  exit(2)
}
