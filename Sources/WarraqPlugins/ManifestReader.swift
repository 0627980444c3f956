import Warraq

/// Reads the parts of a `plugin.json`, each with its place.
struct ManifestReader {
  let path: String
  let root: JSONValue

  func checkKeys(_ value: JSONValue, _ allowed: [String], at pointer: String) throws(PluginError) {
    guard let members = value.objectValue else {
      throw PluginError(
        path, at: pointer, "an object is wanted, not a \(value.typeName)", mend: "write { … }")
    }
    for member in members where !allowed.contains(member.key) {
      throw PluginError(
        path, at: "\(pointer)/\(JSONPointer.escape(member.key))", "unknown key `\(member.key)`",
        mend: Suggestion.mend(for: member.key, among: allowed))
    }
  }

  func string(_ value: JSONValue?, at pointer: String) throws(PluginError) -> String {
    guard let text = value?.stringValue, !text.isEmpty else {
      throw PluginError(path, at: pointer, "a string is wanted", mend: "add one that is not empty")
    }
    return text
  }

  func strings(_ value: JSONValue?, at pointer: String) throws(PluginError) -> [String] {
    guard let list = value.flatMap([String].init(json:)) else {
      throw PluginError(path, at: pointer, "a list of strings is wanted", mend: "write [\"…\"]")
    }
    return list
  }

  /// Lower-case ASCII letters, digits and hyphens.
  func name(_ value: JSONValue?, at pointer: String) throws(PluginError) -> String {
    let text = try string(value, at: pointer)
    let isName = text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
    guard isName, text.utf8.count <= 64 else {
      throw PluginError(
        path, at: pointer, "`\(text)` is no name",
        mend: "use lower-case letters, digits and hyphens")
    }
    return text
  }

  func limits(_ value: JSONValue?) throws(PluginError) -> PluginManifest.Limits {
    var limits = PluginManifest.Limits()
    guard let value else { return limits }
    try checkKeys(value, ["seconds", "megabytes", "batch"], at: "/limits")
    if let seconds = value["seconds"] {
      limits.seconds = try number(seconds, 0.01...86_400, at: "/limits/seconds")
    }
    if let megabytes = value["megabytes"] {
      limits.megabytes = Int(try number(megabytes, 16...1_048_576, at: "/limits/megabytes"))
    }
    if let batch = value["batch"] {
      limits.batch = Int(try number(batch, 1...1024, at: "/limits/batch"))
    }
    return limits
  }

  private func number(
    _ value: JSONValue, _ range: ClosedRange<Double>, at pointer: String
  ) throws(PluginError) -> Double {
    guard let number = value.doubleValue, range.contains(number) else {
      throw PluginError(
        path, at: pointer, "\(value.compactJSON) does not fit",
        mend: "write a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  func stages(
    _ value: JSONValue?, plugin: String
  ) throws(PluginError) -> [PluginManifest.StageDeclaration] {
    guard let elements = value?.arrayValue, !elements.isEmpty else {
      throw PluginError(path, at: "/stages", "no stages", mend: "list at least one")
    }
    var stages: [PluginManifest.StageDeclaration] = []
    for (index, element) in elements.enumerated() {
      let stage = try stage(element, plugin: plugin, at: "/stages/\(index)")
      if stages.contains(where: { $0.name == stage.name }) {
        throw PluginError(
          path, at: "/stages/\(index)/id", "the stage `\(stage.name)` stands twice",
          mend: "keep one")
      }
      stages.append(stage)
    }
    return stages
  }

  private func stage(
    _ value: JSONValue, plugin: String, at pointer: String
  ) throws(PluginError) -> PluginManifest.StageDeclaration {
    try checkKeys(
      value,
      ["id", "summary", "options", "requires", "uses", "provides", "deterministic"], at: pointer)
    let name = try name(value["id"], at: pointer + "/id")
    let layer = LayerName(try self.name(value["provides"], at: pointer + "/provides"))
    var options: [AnyStageOption] = []
    if let declared = value["options"] {
      guard let members = declared.objectValue else {
        throw PluginError(
          path, at: pointer + "/options", "options are an object",
          mend: "write { \"name\": { \"type\": …, \"default\": … } }")
      }
      for member in members {
        options.append(
          try OptionSchema.option(
            member.key, member.value, path: path,
            at: "\(pointer)/options/\(JSONPointer.escape(member.key))"))
      }
    }
    let descriptor = StageDescriptor(
      id: "\(plugin)/\(name)", summary: try string(value["summary"], at: pointer + "/summary"),
      options: options,
      requires: try layers(value["requires"], at: pointer + "/requires"),
      uses: try layers(value["uses"], at: pointer + "/uses"),
      provides: [.layer(LayerKey<AnnotationLayer>(layer))],
      isDeterministic: value["deterministic"]?.boolValue ?? true)
    return PluginManifest.StageDeclaration(name: name, descriptor: descriptor, layer: layer)
  }

  private func layers(_ value: JSONValue?, at pointer: String) throws(PluginError) -> [LayerName] {
    guard let value else { return [] }
    return try strings(value, at: pointer).map { LayerName($0) }
  }
}
