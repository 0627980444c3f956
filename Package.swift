// swift-tools-version: 6.2
import PackageDescription

/// A stage family: its Swift module and, where it has data tables, the C target that builds them
/// into the binary.
func family(
  _ name: String, dependencies: [Target.Dependency] = [], exclude: [String] = [],
  hasResources: Bool
) -> [Target] {
  let path = "Plugins/\(name)"
  var needs: [Target.Dependency] = ["Warraq", "UTF8Text", "ICUText", "ArabicText"] + dependencies
  if hasResources { needs.append(.target(name: "\(name)Resources")) }
  let module = Target.target(
    name: "Warraq\(name)", dependencies: needs, path: path,
    exclude: exclude + (hasResources ? ["Resources", "README.md"] : ["README.md"]))
  return hasResources
    ? [module, resources("\(name)Resources", path: "\(path)/Resources")] : [module]
}

/// A C target whose one source file embeds data files.
func resources(_ name: String, path: String) -> Target {
  .target(name: name, path: path, sources: ["resources.c"], publicHeadersPath: "include")
}

let families: [Target] =
  family("Structure", hasResources: true)
  + family(
    "Normalization", dependencies: ["NormalizationKernel"], exclude: ["Kernel"],
    hasResources: true)
  + family(
    "Sentences", dependencies: ["SentencesKernel"], exclude: ["Kernel"], hasResources: true)
  + family("Words", hasResources: false)
  + family("Expressions", hasResources: false)
  + family("Filter", hasResources: false)
  + family("Keywords", dependencies: ["Regression"], hasResources: true)
  + family("Names", dependencies: ["JointSequence"], hasResources: true)
  + family(
    "Romanization", dependencies: ["JointSequence", "RomanizationKernel"], exclude: ["Kernel"],
    hasResources: true)
  + family("Summary", dependencies: ["Regression"], hasResources: true)

let familyNames: [String] = families.map(\.name).filter { $0.hasPrefix("Warraq") }

let package = Package(
  name: "warraq",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "warraq", targets: ["WarraqCommand"]),
    .library(
      name: "Warraq",
      targets: [
        "Warraq", "WarraqStandard", "WarraqCorpus", "WarraqRunner", "WarraqPlugins",
        "WarraqDatabase", "WarraqReport", "WarraqEvaluation", "ICUText", "CMemory",
      ]
        + familyNames),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .target(name: "CVectors"),
    .target(
      name: "CICU", dependencies: ["CVectors"],
      linkerSettings: [
        .linkedLibrary("icui18n"), .linkedLibrary("icuuc"), .linkedLibrary("icudata"),
      ]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(name: "CArchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CDigest", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    // The only code that sees libxml2.
    .target(name: "CHTML", dependencies: ["CXML"]),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .target(name: "CMemory"),
    .target(name: "CHashLines"),
    .target(
      name: "UTF8Kernel", dependencies: ["CVectors"], path: "Sources/UTF8Text/Kernel"),
    .target(
      name: "UTF8Text", dependencies: ["CHashLines", "UTF8Kernel"], exclude: ["Kernel"]),
    .target(
      name: "JointSequenceKernel", dependencies: ["CVectors"], path: "Sources/JointSequence/Kernel"),
    .target(
      name: "JointSequence", dependencies: ["JointSequenceKernel", "UTF8Text"],
      exclude: ["Kernel"]),
    .target(name: "Regression"),
    .target(name: "ICUText", dependencies: ["CICU", "UTF8Text"]),
    resources("ArabicTextResources", path: "Sources/ArabicText/Resources"),
    .target(
      name: "ArabicText", dependencies: ["ArabicTextResources", "CStemmer", "ICUText", "UTF8Text"],
      exclude: ["Resources"]),
    .target(name: "Warraq", dependencies: ["UTF8Text"]),
    resources("WarraqCorpusResources", path: "Sources/WarraqCorpus/Resources"),
    .target(
      name: "WarraqCorpus",
      dependencies: [
        "Warraq", "UTF8Text", "ICUText", "CZlib", "CZstd", "CArchive", "CHTML",
        "WarraqCorpusResources", .product(name: "SystemPackage", package: "swift-system"),
      ],
      exclude: ["Resources"]),
    // Only its header: the interface of library plugins.
    .target(name: "CWarraqPlugin"),
    .target(name: "CPluginProcess"),
    .target(
      name: "WarraqPlugins",
      dependencies: [
        "Warraq", "UTF8Text", "CWarraqPlugin", "CPluginProcess", "PluginTemplates",
      ]),
    .target(
      name: "PluginTemplates", path: "Plugins/Examples", sources: ["templates.c"],
      publicHeadersPath: "include"),
    .target(name: "WarraqRunner", dependencies: ["Warraq", "WarraqCorpus", "CDigest"]),
    .target(
      name: "WarraqEvaluation", dependencies: ["Warraq", "WarraqCorpus", "ICUText", "UTF8Text"]),
    resources("WarraqDatabaseResources", path: "Sources/WarraqDatabase/Resources"),
    .target(
      name: "WarraqDatabase",
      dependencies: [
        "Warraq", "WarraqCorpus", "WarraqDatabaseResources",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Resources"]),
    resources("WarraqReportResources", path: "Sources/WarraqReport/Resources"),
    .target(
      name: "WarraqReport", dependencies: ["Warraq", "WarraqCorpus", "WarraqReportResources"],
      exclude: ["Resources"]),
    // The one handler of signals, which is C since Swift code may not run in one.
    .target(name: "CSignals"),
    .target(
      name: "ShippedRecipeFiles", path: "Sources/WarraqStandard/Recipes", sources: ["recipes.c"],
      publicHeadersPath: "include"),
    .target(
      name: "WarraqStandard",
      dependencies: ["Warraq", "ShippedRecipeFiles"]
        + familyNames.map { Target.Dependency.target(name: $0) },
      exclude: ["Recipes"]),
    .executableTarget(
      name: "WarraqCommand",
      dependencies: [
        "CMemory", "CSignals", "WarraqStandard", "WarraqCorpus", "WarraqRunner", "WarraqPlugins",
        "WarraqDatabase", "WarraqReport", "WarraqEvaluation", "WarraqKeywords",
        "WarraqNames",
        "WarraqNormalization", "WarraqRomanization", "WarraqSummary", "WarraqWords",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    .target(
      name: "NormalizationKernel", dependencies: ["CVectors"],
      path: "Plugins/Normalization/Kernel"),
    .target(
      name: "RomanizationKernel", dependencies: ["CVectors"],
      path: "Plugins/Romanization/Kernel"),
    .target(
      name: "SentencesKernel", dependencies: ["CVectors"], path: "Plugins/Sentences/Kernel"),
    .target(
      name: "FirstStage", dependencies: ["Warraq"], path: "Plugins/Examples/FirstStage"),
    // The example that becomes a package of its own, compiled and tested here as it stands.
    .target(
      name: "Example", dependencies: ["Warraq", "WarraqStandard"],
      path: "Plugins/Examples/SwiftPackage/Sources/Example"),
    .testTarget(
      name: "ExampleTests", dependencies: ["Example", "Warraq", "WarraqStandard"],
      path: "Plugins/Examples/SwiftPackage/Tests/ExampleTests"),
    .testTarget(
      name: "WarraqPluginsTests",
      dependencies: ["WarraqPlugins", "WarraqRunner", "WarraqStandard", "TestSupport"]),
    .target(
      name: "TestSupport", dependencies: ["Warraq", "WarraqStandard"], path: "Tests/TestSupport"),
    .testTarget(name: "UTF8TextTests", dependencies: ["UTF8Text", "TestSupport"]),
    .testTarget(name: "JointSequenceTests", dependencies: ["JointSequence", "UTF8Text"]),
    .testTarget(name: "ICUTextTests", dependencies: ["ICUText", "TestSupport"]),
    .testTarget(name: "ArabicTextTests", dependencies: ["ArabicText", "TestSupport"]),
    .testTarget(name: "WarraqTests", dependencies: ["Warraq", "WarraqStandard", "TestSupport"]),
    .testTarget(
      name: "PluginTests",
      dependencies: ["Warraq", "WarraqStandard", "FirstStage", "TestSupport"]
        + familyNames.map { Target.Dependency.target(name: $0) },
      exclude: ["Prose", "Published"]),
    .testTarget(name: "WarraqCorpusTests", dependencies: ["WarraqCorpus", "CZlib", "TestSupport"]),
    .testTarget(
      name: "WarraqRunnerTests", dependencies: ["WarraqRunner", "WarraqStandard", "TestSupport"]),
    .testTarget(
      name: "WarraqDatabaseTests",
      dependencies: ["WarraqDatabase", "WarraqStandard", "TestSupport"]),
    .testTarget(name: "RegressionTests", dependencies: ["Regression", "TestSupport"]),
    .testTarget(
      name: "WarraqEvaluationTests", dependencies: ["WarraqEvaluation", "TestSupport"]),
    .testTarget(
      name: "WarraqReportTests", dependencies: ["WarraqReport", "WarraqStandard", "TestSupport"]),
    .testTarget(
      name: "WarraqCommandTests", dependencies: ["WarraqCommand", "WarraqStandard", "TestSupport"]),
  ] + families,
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x,
  cxxLanguageStandard: .cxx17
)
