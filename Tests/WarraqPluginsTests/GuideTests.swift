import TestSupport
import Testing

/// The guides show the code that is compiled and tested here, line by line.
@Suite struct GuideTests {
  @Test(arguments: [
    ("PluginInC.md", ["CLibrary/plugin.json", "CLibrary/example.c"]),
    (
      "PluginInPython.md",
      ["PythonProcess/plugin.json", "PythonProcess/plugin.py", "PythonPackage/plugin.py"]
    ),
    (
      "PluginInSwift.md",
      [
        "SwiftPackage/Sources/Example/LongWordsStage.swift",
        "SwiftPackage/Sources/example-run/main.swift",
        "SwiftPackage/Tests/ExampleTests/LongWordsTests.swift", "SwiftLibrary/example.swift",
      ]
    ),
  ])
  func guideShowsThisCode(guide: String, files: [String]) {
    let text = Repository.text("Docs/" + guide)
    for file in files {
      let code = Repository.text("Plugins/Examples/" + file)
      #expect(!code.isEmpty && text.contains(code), "\(file)")
    }
  }
}
