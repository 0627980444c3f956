import Foundation
import TestSupport
import Testing

/// The direction of dependencies, read from the package's own description.
@Suite struct ArchitectureTests {
  private struct Description: Decodable {
    struct Target: Decodable {
      let name: String
      let type: String
      let path: String
      let targetDependencies: [String]?
      let productDependencies: [String]?
      enum CodingKeys: String, CodingKey {
        case name, type, path
        case targetDependencies = "target_dependencies"
        case productDependencies = "product_dependencies"
      }
    }
    let targets: [Target]
  }

  private static let targets: [Description.Target] = {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    // A scratch folder of its own: the test run holds the lock of the usual one.
    guard let folder = try? TemporaryFolder() else { return [] }
    process.arguments = [
      "swift", "package", "--package-path", Repository.root, "--scratch-path", folder.path,
      "describe",
      "--type", "json",
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return [] }
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let start = data.firstIndex(of: UInt8(ascii: "{")) ?? data.startIndex
    return (try? JSONDecoder().decode(Description.self, from: data[start...]))?.targets ?? []
  }()

  private func dependencies(of name: String) -> Set<String> {
    Set(Self.targets.first { $0.name == name }?.targetDependencies ?? [])
  }

  private var families: [Description.Target] {
    Self.targets.filter { $0.path.hasPrefix("Plugins/") && $0.name.hasPrefix("Warraq") }
  }

  @Test func packageIsDescribed() {
    #expect(Self.targets.count > 20)
    #expect(families.count == 10)
  }

  @Test func stageFamiliesKnowNoOtherFamilyAndNoFiles() {
    for family in families {
      let allowed: Set = [
        "Warraq", "UTF8Text", "ICUText", "ArabicText",
        String(family.name.dropFirst("Warraq".count)) + "Resources",
        "JointSequence", "Regression",
        // The family's own C.
        String(family.name.dropFirst("Warraq".count)) + "Kernel",
      ]
      #expect(dependencies(of: family.name).isSubset(of: allowed), "\(family.name)")
      #expect(family.productDependencies ?? [] == [], "\(family.name)")
    }
  }

  @Test func lowerModulesKnowNothingAbove() {
    #expect(dependencies(of: "CICU") == ["CVectors"])
    #expect(dependencies(of: "CVectors").isEmpty)
    #expect(dependencies(of: "CHashLines").isEmpty)
    #expect(dependencies(of: "UTF8Kernel") == ["CVectors"])
    #expect(dependencies(of: "UTF8Text") == ["CHashLines", "UTF8Kernel"])
    #expect(dependencies(of: "JointSequenceKernel") == ["CVectors"])
    #expect(dependencies(of: "JointSequence") == ["JointSequenceKernel", "UTF8Text"])
    #expect(dependencies(of: "RomanizationKernel") == ["CVectors"])
    #expect(dependencies(of: "Regression").isEmpty)
    #expect(
      dependencies(of: "WarraqEvaluation") == ["Warraq", "WarraqCorpus", "ICUText", "UTF8Text"])
    #expect(dependencies(of: "ICUText") == ["CICU", "UTF8Text"])
    #expect(
      dependencies(of: "ArabicText") == ["ArabicTextResources", "CStemmer", "ICUText", "UTF8Text"])
    #expect(dependencies(of: "Warraq") == ["UTF8Text"])
    #expect(
      dependencies(of: "WarraqCorpus") == [
        "Warraq", "UTF8Text", "ICUText", "CZlib", "CZstd", "CArchive", "CHTML",
        "WarraqCorpusResources",
      ])
    #expect(dependencies(of: "WarraqRunner") == ["Warraq", "WarraqCorpus", "CDigest"])
    #expect(
      dependencies(of: "WarraqDatabase") == ["Warraq", "WarraqCorpus", "WarraqDatabaseResources"])
    #expect(
      dependencies(of: "WarraqReport") == ["Warraq", "WarraqCorpus", "WarraqReportResources"])
  }

  @Test func onlyTheOverlayImportsTheShimOfICU() {
    for target in Self.targets where target.name != "ICUText" {
      #expect(!dependencies(of: target.name).contains("CICU"), "\(target.name)")
    }
  }
}
