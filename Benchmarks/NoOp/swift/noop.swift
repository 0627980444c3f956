import CWarraqPlugin
import Glibc

private let description = strdup("{\"id\":\"no-op-swift\",\"version\":\"1.0.0\",\"stages\":[\"nothing\"]}")

private let table: UnsafePointer<warraq_plugin> = {
  let table = UnsafeMutablePointer<warraq_plugin>.allocate(capacity: 1)
  table.initialize(
    to: warraq_plugin(
      abi: UInt32(WARRAQ_PLUGIN_ABI), describe: { UnsafePointer(description) },
      create: { _, _, _, _ in UnsafeMutableRawPointer(description) }, process: { _, _, _, _ in 0 },
      destroy: { _ in }))
  return UnsafePointer(table)
}()

@c(warraq_plugin_entry)
public func entry(_ hostABI: UInt32) -> UnsafePointer<warraq_plugin>? { table }
