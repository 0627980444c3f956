// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that building the toolkit never waits for its benchmarks.
let package = Package(
  name: "warraq-benchmarks",
  dependencies: [.package(name: "warraq", path: "..")],
  targets: [
    .executableTarget(
      name: "warraq-bench", dependencies: [.product(name: "Warraq", package: "warraq")])
  ],
  swiftLanguageModes: [.v6]
)
