// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "example",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "warraq", path: "../warraq")],
  targets: [
    .target(name: "Example", dependencies: [.product(name: "Warraq", package: "warraq")]),
    .executableTarget(
      name: "example-run",
      dependencies: ["Example", .product(name: "Warraq", package: "warraq")]),
    .testTarget(
      name: "ExampleTests",
      dependencies: ["Example", .product(name: "Warraq", package: "warraq")]),
  ],
  swiftLanguageModes: [.v6]
)
