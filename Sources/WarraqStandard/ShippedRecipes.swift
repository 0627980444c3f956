import ShippedRecipeFiles
import Warraq

/// The recipes that come with the toolkit.
public enum ShippedRecipes {
  /// Names of the recipes, sorted.
  public static let names: [String] = files.keys.sorted()

  /// The JSON of a recipe, or nil.
  public static func json(named name: String) -> [UInt8]? {
    files[name].map { Array($0.buffer) }
  }

  private static let files: [String: StaticBytes] = {
    var files: [String: StaticBytes] = [:]
    for index in 0..<shipped_recipe_count() {
      let recipe = shipped_recipe(index)
      guard let name = recipe.name else { continue }
      files[String(cString: name)] = StaticBytes(recipe.bytes, count: recipe.count)
    }
    return files
  }()
}
