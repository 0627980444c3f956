import ArgumentParser
import Warraq
import WarraqPlugins
import WarraqStandard

/// `warraq plugins`.
struct PluginsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plugins", abstract: "Add, check and write plugins: stages from outside.",
    discussion: """
      A library plugin is trusted code: it is loaded into this program and has all its rights. A \
      process plugin runs apart, with limits, without new privileges and, where the system allows \
      it, without network. Nothing is loaded that was not added here or named with --plugin.
      """,
    subcommands: [List.self, Check.self, Add.self, Remove.self, New.self],
    defaultSubcommand: List.self, aliases: ["plugin"])

  /// `warraq plugins list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the plugins that were added, and their stages.")

    func run() throws {
      var rows: [(String, String)] = []
      for folder in try Plugins.store().folders() {
        do throws(PluginError) {
          let manifest = try PluginManifest(folder: folder)
          rows.append(
            ("\(manifest.id) \(manifest.version)", "\(manifest.kind.rawValue), \(folder)"))
          for stage in manifest.stages {
            rows.append(("  " + stage.descriptor.id, stage.descriptor.summary))
          }
        } catch {
          rows.append((folder, "broken: \(error.problem)"))
        }
      }
      Terminal.show(Columns.format(rows))
    }
  }

  /// `warraq plugins check`.
  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Run a plugin's stages over strange documents and report broken promises.")

    @Argument(help: "The plugin's folder.")
    var path: String

    func run() async throws {
      let manifest = try Plugins.manifest(path)
      let registry = try Plugins.registry([manifest])
      var count = 0
      for stage in manifest.stages {
        let breaches = await checkStage(stage.descriptor.id, in: registry)
        breaches.forEach { Terminal.complain("warraq plugins check: \($0)") }
        count += breaches.count
      }
      if count > 0 { throw ExitStatus.failedDocuments }
      let stages = manifest.stages.map(\.descriptor.id).joined(separator: ", ")
      Terminal.show("\(manifest.id) \(manifest.version): sound: \(stages)\n")
    }
  }

  /// `warraq plugins add`.
  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Add a plugin, so that recipes may use its stages.")

    @Argument(help: "The plugin's folder.")
    var path: String

    func run() throws {
      // A plugin whose layers are those of other stages is refused now, not in a run.
      _ = try Plugins.registry([Plugins.manifest(path)])
      let store = try Plugins.store()
      do throws(PluginError) {
        let manifest = try store.add(path)
        Terminal.show("added \(manifest.id) \(manifest.version)\n")
      } catch {
        throw CommandFailure("warraq plugins add: \(error)")
      }
    }
  }

  /// `warraq plugins remove`.
  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Take a plugin off the list; its folder stays.")

    @Argument(help: "The plugin's id, or its folder.")
    var id: String

    func run() throws {
      let store = try Plugins.store()
      let wasThere: Bool
      do throws(PluginError) {
        wasThere = try store.remove(id)
      } catch {
        throw CommandFailure("warraq plugins remove: \(error)")
      }
      guard wasThere else {
        throw CommandFailure(
          "warraq plugins remove: no plugin `\(id)`: see `warraq plugins list`")
      }
    }
  }

  /// `warraq plugins new`.
  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new", abstract: "Write the skeleton of a plugin, which works as it is.")

    @Argument(help: "The plugin's name; a folder of that name is made.")
    var name: String

    @Option(help: "c (a library), process (a Python program) or swift (a package).")
    var kind: String

    @Option(help: "The toolkit's checkout, for a Swift package.")
    var toolkit = "../warraq"

    func run() throws {
      guard let template = PluginTemplate.all.first(where: { $0.kind == kind }) else {
        throw CommandFailure(
          "warraq plugins new: unknown kind `\(kind)`: "
            + Suggestion.mend(for: kind, among: PluginTemplate.all.map(\.kind)))
      }
      do throws(PluginError) {
        let files = try template.write(name: name, folder: name, toolkit: toolkit)
        Terminal.show(files.joined(separator: "\n") + "\n")
      } catch {
        throw CommandFailure("warraq plugins new: \(error)")
      }
    }
  }
}

/// The plugins of a command line.
enum Plugins {
  /// The user's list; an empty one when the environment names no place for it.
  static func store() throws -> PluginStore {
    guard let store = PluginStore.standard() else {
      throw CommandFailure("warraq: no place for plugins: set HOME or WARRAQ_PLUGINS")
    }
    return store
  }

  /// The declaration of a plugin in a folder.
  static func manifest(_ folder: String) throws -> PluginManifest {
    do {
      return try PluginManifest(folder: PluginStore.absolute(folder))
    } catch {
      throw CommandFailure("warraq: \(error)")
    }
  }

  /// The toolkit's stages and those of plugins.
  static func registry(_ manifests: [PluginManifest]) throws -> StageRegistry {
    do {
      return try PluginLoader(log: { Terminal.complain("warraq: \($0)") })
        .registry(.standard, adding: manifests)
    } catch {
      throw CommandFailure("warraq: \(error)")
    }
  }

  /// The registry for recipes: the toolkit's stages, those of plugins that were added, and those of
  /// the folders named. A plugin of the list that is broken is told and left out.
  static func registry(named folders: [String] = []) throws -> StageRegistry {
    var manifests: [PluginManifest] = []
    do throws(PluginError) {
      for folder in try PluginStore.standard()?.folders() ?? [] {
        do throws(PluginError) {
          manifests.append(try PluginManifest(folder: folder))
        } catch {
          Terminal.complain("warraq: a plugin is left out: \(error)")
        }
      }
    } catch {
      throw CommandFailure("warraq: \(error)")
    }
    for folder in folders {
      let named = try manifest(folder)
      manifests.removeAll { $0.id == named.id }
      manifests.append(named)
    }
    return manifests.isEmpty ? .standard : try registry(manifests)
  }
}
