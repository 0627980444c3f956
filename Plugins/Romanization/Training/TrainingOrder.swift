/// The order in which records are learned from.
enum TrainingOrder {
  /// The numbers of records in an order of its own for each pass: lines of one kind stand together in files, and what is
  /// learned last would weigh more than it should. More records leave the order of the others as it is.
  static func order(_ pass: Int, of count: Int) -> [Int] {
    let hashes = (0..<count).map { FeatureHash.join(UInt64(pass), UInt64($0)) }
    return hashes.indices.sorted { left, right in
      hashes[left] != hashes[right] ? hashes[left] < hashes[right] : left < right
    }
  }
}
