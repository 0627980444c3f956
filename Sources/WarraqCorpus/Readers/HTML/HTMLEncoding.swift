/// The encoding that a page claims to be in.
enum HTMLEncoding {
  /// The value of `charset` in the page's head, or nil.
  static func declared(in page: [UInt8]) -> String? {
    let head = Array(page.prefix(4096))
    guard let start = MarkupScan.find("charset=", in: head, from: 0) else { return nil }
    let name = head[(start + 8)...].drop { $0 == 0x22 || $0 == 0x27 || $0 == 0x20 }.prefix {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        || $0 == 0x2D || $0 == 0x5F
    }
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }
}
