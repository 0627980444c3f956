/// Plots as SVG that reads from the right, with their numbers written out.
enum Plot {
  /// Bars that begin at the right, a row each.
  static func bars(_ title: String, _ rows: [(String, Int)], isBad: Bool = false) -> String {
    let largest = max(rows.map(\.1).max() ?? 0, 1)
    let (width, labelWidth, rowHeight) = (520, 190, 26)
    let height = rows.count * rowHeight
    var svg = ""
    for (index, row) in rows.enumerated() {
      let top = index * rowHeight
      let room = width - labelWidth - 60
      let length = max(row.1 * room / largest, 2)
      let start = width - labelWidth - length
      svg += """
        <text x="\(width)" y="\(top + 17)" direction="rtl" text-anchor="start">\
        \(HTMLText.escaped(shortened(row.0)))<title>\(HTMLText.escaped(row.0))</title></text>\
        <rect x="\(start)" y="\(top + 4)" width="\(length)" height="\(rowHeight - 8)" rx="3"/>\
        <text class="count" x="\(start - 8)" y="\(top + 17)" text-anchor="end">\(row.1)</text>

        """
    }
    return figure(title, svg, width: width, height: height, isBad: isBad)
  }

  /// Columns by time, the earliest at the right.
  static func columns(_ title: String, _ steps: [(String, Int)]) -> String {
    let largest = max(steps.map(\.1).max() ?? 0, 1)
    let (width, height, foot) = (520, 200, 26)
    let step = Double(width) / Double(max(steps.count, 1))
    var svg = ""
    for (index, item) in steps.enumerated() {
      let tall = max(item.1 * (height - foot - 20) / largest, 1)
      let right = Double(width) - step * Double(index)
      let wide = min(step * 0.8, 60)
      svg += """
        <rect x="\(number(right - (step + wide) / 2))" y="\(height - foot - tall)" \
        width="\(number(wide))" height="\(tall)" rx="2">\
        <title>\(HTMLText.escaped(item.0)): \(item.1)</title></rect>

        """
    }
    for (index, anchor) in [(0, "end"), (steps.count - 1, "start")]
    where steps.indices.contains(index) {
      if index == 0 || steps.count > 1 {
        let x = index == 0 ? width : 0
        svg += """
          <text class="count" x="\(x)" y="\(height - 6)" text-anchor="\(anchor)">\
          \(HTMLText.escaped(steps[index].0))</text>

          """
      }
    }
    svg +=
      "<text class=\"count\" x=\"\(width / 2)\" y=\"12\" text-anchor=\"middle\">\(largest)</text>\n"
    return figure(title, svg, width: width, height: height, isBad: false)
  }

  private static func figure(
    _ title: String, _ svg: String, width: Int, height: Int, isBad: Bool
  ) -> String {
    let title = HTMLText.escaped(title)
    return """
      <figure\(isBad ? " class=\"bad\"" : "")><h3>\(title)</h3>
      <svg viewBox="0 0 \(width) \(height)" role="img" aria-label="\(title)">
      \(svg)</svg></figure>

      """
  }

  private static func shortened(_ label: String) -> String {
    label.count <= 26 ? label : String(label.prefix(25)) + "…"
  }

  private static func number(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
}
