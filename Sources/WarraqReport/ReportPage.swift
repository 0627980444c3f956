import UTF8Text
import Warraq
import WarraqReportResources

/// The parts of a report's page around the articles.
struct ReportPage {
  /// Articles a page of the report shows.
  static let pageSize = 25

  let title: String
  let statistics: ReportStatistics

  /// Everything before the articles.
  var head: String {
    """
    <!DOCTYPE html>
    <html lang="ar" dir="rtl">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="generator" content="warraq \(WarraqVersion.current)">
    <title>\(HTMLText.escaped(title))</title>
    <style>
    \(Self.resource(warraq_report_style()))</style>
    </head>
    <body>
    <header>
    <h1><bdi>\(HTMLText.escaped(title))</bdi></h1>
    <p>تقرير ورّاق: الملخّص مظلَّل في نصه، والاسم يكشف رسمه اللاتيني حين يمرّ به المؤشّر.</p>
    </header>
    \(overview)\
    <section id="articles">
    <div class="tools">
    <button id="first" aria-label="الأولى">⇤</button>
    <button id="previous">السابقة</button>
    <span id="number" dir="ltr">1 / \(max(pageCount, 1))</span>
    <button id="next">التالية</button>
    <button id="last" aria-label="الأخيرة">⇥</button>
    <input id="filter" type="search" placeholder="ابحث في العناوين" aria-label="ابحث في العناوين">
    </div>
    <ul id="found"></ul>
    <div id="page" data-size="\(Self.pageSize)"></div>
    \(note)</section>

    """
  }

  private var pageCount: Int {
    (statistics.titles.count + Self.pageSize - 1) / Self.pageSize
  }

  private var note: String {
    let left = statistics.documents - statistics.titles.count
    return left > 0 ? "<p class=\"facts\">وبقيت \(left) مقالة لا تعرضها هذه الصفحة.</p>\n" : ""
  }

  /// Everything behind the articles.
  var foot: String {
    var writer = JSONWriter()
    writer.value(.array(statistics.titles.map { .string($0) }))
    // Within a script element only `</` and `<!--` end anything.
    let titles = String(decoding: writer.bytes, as: UTF8.self).replacing("<", with: "\\u003c")
    return """
      <script type="application/json" id="titles">\(titles)</script>
      <script>
      \(Self.resource(warraq_report_script()))</script>
      </body>
      </html>

      """
  }

  private var overview: String {
    var numbers = [("مقالة", statistics.documents), ("كلمة", statistics.words)]
    if statistics.failures > 0 { numbers.append(("أخفقت", statistics.failures)) }
    var html = "<section>\n<ul class=\"numbers\">\n"
    for (name, count) in numbers { html += "<li><b>\(count)</b>\(name)</li>\n" }
    html += "</ul>\n<div class=\"plots\">\n"
    let sources = statistics.topSources
    if !sources.isEmpty { html += Plot.bars("المقالات بحسب المصدر", sources) }
    let timeline = statistics.timeline
    if !timeline.isEmpty { html += Plot.columns("المقالات بحسب الزمن", timeline) }
    let keywords = statistics.topKeywords
    if !keywords.isEmpty { html += Plot.bars("أكثر الكلمات المفتاحية مقالاتٍ", keywords) }
    if statistics.documents > 0 {
      html += Plot.bars("المقالات بحسب عدد الكلمات", statistics.lengthClasses)
    }
    if statistics.failures > 0 {
      html += Plot.bars("ما أخفق بحسب المرحلة", statistics.topProblems, isBad: true)
    }
    html += "</div>\n"
    if !statistics.failed.isEmpty { html += failureTable }
    return html + "</section>\n"
  }

  private var failureTable: String {
    var html = "<details><summary>ما أخفق (\(statistics.failures))</summary>\n<table>\n"
    html += "<tr><th>الوثيقة</th><th>المرحلة</th><th>السبب</th></tr>\n"
    for failure in statistics.failed {
      html += "<tr><td><bdi class=\"id\">\(HTMLText.escaped(failure.id))</bdi></td>"
      html += "<td><bdi>\(HTMLText.escaped(failure.stage))</bdi></td>"
      html += "<td dir=\"auto\">\(HTMLText.escaped(failure.problem))</td></tr>\n"
    }
    return html + "</table></details>\n"
  }

  private static func resource(_ resource: warraq_report_resource) -> String {
    StaticBytes(resource.bytes, count: resource.count).string
  }
}
