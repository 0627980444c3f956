import CMemory
import Foundation
import Warraq

// Usage: warraq-bench normalization|segmentation FILE
//        warraq-bench plugins FILE FOLDER
//        warraq-bench articles FILE COUNT      (writes a corpus to standard output)
//
// Measures on a text file of the user's, one thread, in pieces of the length of an article.

// As the command does.
memory_keep_freed()

guard CommandLine.arguments.count >= 3,
  let data = FileManager.default.contents(atPath: CommandLine.arguments[2])
else {
  print(
    "usage: warraq-bench normalization|segmentation FILE, plugins FILE FOLDER, or articles FILE COUNT"
  )
  exit(2)
}
let text = try Text(validating: [UInt8](data))
switch CommandLine.arguments[1] {
case "normalization": try NormalizationBenchmark(text: text).run()
case "segmentation": try SegmentationBenchmark(articles: Articles(text)).run()
case "plugins":
  try PluginBenchmark(articles: Articles(text), folder: CommandLine.arguments.last ?? ".").run()
case "articles":
  ArticleGenerator(text).write(Int(CommandLine.arguments.last ?? "") ?? 0)
case let name:
  print("no benchmark is called \(name)")
  exit(2)
}
