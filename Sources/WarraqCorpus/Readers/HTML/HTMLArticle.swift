import Warraq

/// The article of a web page: its running text without menus, teasers and the like, a paragraph
/// between empty lines, and what the page says of it.
struct HTMLArticle {
  let text: [UInt8]
  let metadata: [JSONValue.Member]

  /// Reads a page of UTF-8.
  ///
  /// - Returns: Nil when the parser ran out of memory.
  init?(_ page: [UInt8]) {
    guard let events = HTMLEvents(page) else { return nil }
    let walk = HTMLWalk(events)
    metadata = walk.head.members
    let chosen = MainText.blocks(of: walk)
    let title = metadata.first { $0.key == "title" }?.value.stringValue.map { Array($0.utf8) }
    // The title stands beside the text, not in it.
    let body = chosen.filter { !($0.isHeading && $0.text == title) }
    text = Array(body.map(\.text).joined(separator: [0x0A, 0x0A]))
  }
}
