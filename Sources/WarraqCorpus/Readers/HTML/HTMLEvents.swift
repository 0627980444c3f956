import CHTML

/// What libxml2's HTML parser meets in a page, in order.
struct HTMLEvents {
  /// One event; texts are UTF-8.
  enum Event {
    /// An element begins, with its name in lower case and its attributes.
    case open(String, attributes: [(name: String, value: String)])
    case close(String)
    case text([UInt8])
  }

  /// The events.
  let list: [Event]

  /// Parses a page of UTF-8.
  ///
  /// - Returns: Nil when memory ran out.
  init?(_ page: [UInt8]) {
    var events = page.withUnsafeBufferPointer { html_events($0.baseAddress, $0.count) }
    defer { html_events_free(&events) }
    guard events.failed == 0 else { return nil }
    let bytes = UnsafeBufferPointer(start: events.bytes, count: events.byte_count)
    let raw = UnsafeBufferPointer(start: events.events, count: events.event_count)
    func string(_ start: UInt32, _ end: UInt32) -> String {
      String(decoding: bytes[Int(start)..<Int(end)], as: UTF8.self)
    }
    var list: [Event] = []
    var opened: (name: String, attributes: [(name: String, value: String)])?
    for event in raw {
      let name = string(event.name_start, event.name_end)
      if Int(event.kind) == Int(HTML_ATTRIBUTE) {
        opened?.attributes.append((name, string(event.value_start, event.value_end)))
        continue
      }
      if let element = opened.take() {
        list.append(.open(element.name, attributes: element.attributes))
      }
      switch Int(event.kind) {
      case Int(HTML_OPEN): opened = (name, [])
      case Int(HTML_CLOSE): list.append(.close(name))
      default: list.append(.text(Array(bytes[Int(event.value_start)..<Int(event.value_end)])))
      }
    }
    if let element = opened { list.append(.open(element.name, attributes: element.attributes)) }
    self.list = list
  }
}
