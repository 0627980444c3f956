/// A page's paragraphs, each with the elements it stands in, and what its head says.
struct HTMLWalk {
  /// An element that is open, or was.
  struct Element {
    let name: String
    let parent: Int
    /// The element that most likely holds the article and nothing else: `<article>`, `<main>`, or
    /// what its class says.
    let rank: Int
  }

  /// A paragraph.
  struct Block {
    var text: [UInt8] = []
    /// Bytes of the text that stand in links.
    var linked = 0
    /// The innermost element around it that is no inline one.
    let element: Int
    /// True for `<h1>` to `<h6>`.
    let isHeading: Bool
  }

  private(set) var elements: [Element] = [Element(name: "", parent: 0, rank: 0)]
  private(set) var blocks: [Block] = []
  private(set) var head = HTMLMetadata()
  private var open: [Frame] = []
  private var block: Block?

  private struct Frame {
    let name: String
    let element: Int
    let isPassedOver: Bool
    let isLink: Bool
    let isHeading: Bool
  }

  /// Text of elements that the metadata wants whole.
  private var captured: (name: String, depth: Int, text: [UInt8])?

  /// Walks a page. Elements deeper than 4,096 are taken as part of the one around them.
  init(_ events: HTMLEvents) {
    for event in events.list {
      switch event {
      case .open(let name, let attributes): begin(name, attributes)
      case .close(let name): end(name)
      case .text(let bytes): take(bytes)
      }
    }
    flush()
    head.finish()
  }

  private mutating func begin(_ name: String, _ attributes: [(name: String, value: String)]) {
    head.see(name, attributes)
    let isBlock = HTMLElements.blocks.contains(name)
    if isBlock { flush() }
    guard !HTMLElements.void.contains(name), open.count < 4096 else { return }
    let around = open.last
    let words = attributes.lazy.filter { ["class", "id", "itemprop", "role"].contains($0.name) }
      .map(\.value).joined(separator: " ")
    var element = around?.element ?? 0
    if isBlock {
      let isBody = HTMLElements.isBody(words)
      let rank = isBody ? 3 : name == "article" ? 2 : name == "main" || words == "main" ? 1 : 0
      elements.append(Element(name: name, parent: element, rank: rank))
      element = elements.count - 1
    }
    let isFurniture =
      isBlock && name != "body" && name != "html" && name != "article"
      && !HTMLElements.isBody(words) && HTMLElements.isFurniture(words)
    // A header in an article holds its title and lead; at the page's top, the site's menu.
    let isSiteHeader = name == "header" && !open.contains { $0.name == "article" }
    open.append(
      Frame(
        name: name, element: element,
        isPassedOver: (around?.isPassedOver ?? false) || HTMLElements.passedOver.contains(name)
          || isFurniture || isSiteHeader,
        isLink: (around?.isLink ?? false) || name == "a",
        isHeading: (around?.isHeading ?? false)
          || name.count == 2 && name.hasPrefix("h") && ("1"..."6").contains(name.dropFirst())))
    if captured == nil, head.wants(name, attributes) { captured = (name, open.count, []) }
  }

  private mutating func end(_ name: String) {
    if HTMLElements.blocks.contains(name) { flush() }
    guard let index = open.lastIndex(where: { $0.name == name }) else { return }
    if let capture = captured, index < capture.depth {
      captured = nil
      head.take(capture.name, Self.collapsed(capture.text))
    }
    open.removeSubrange(index...)
  }

  private mutating func take(_ bytes: [UInt8]) {
    captured?.text += bytes
    guard let frame = open.last, !frame.isPassedOver else { return }
    if block == nil { block = Block(element: frame.element, isHeading: frame.isHeading) }
    block?.text += bytes
    if frame.isLink { block?.linked += bytes.count }
  }

  private mutating func flush() {
    guard var block = block.take() else { return }
    block.text = Self.collapsed(block.text)
    if !block.text.isEmpty { blocks.append(block) }
  }

  /// The text with every run of white space as one blank, and none at its rims.
  static func collapsed(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      // U+00A0 is spacing in pages more often than a bond.
      let isWide = bytes[index] == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA0
      if bytes[index] <= 0x20 || isWide {
        if let last = result.last, last != 0x20 { result.append(0x20) }
        index += isWide ? 2 : 1
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    if result.last == 0x20 { result.removeLast() }
    return result
  }
}
