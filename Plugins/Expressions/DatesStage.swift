import ArabicText
import Warraq

/// The stage `dates`: finds dates in the sentences.
public struct DatesStage: Stage {
  public static let descriptor = StageDescriptor(
    id: "dates",
    summary: "Find dates (30 سبتمبر 2020, يوم الأربعاء, 1436هـ) and give them in ISO 8601.",
    requires: ["sentences"],
    provides: [.layer(.dates)])

  public init(options: OptionValues) throws(OptionError) {}

  public func process(_ document: inout Document) throws(StageError) {
    let sentences = try document.required(.sentences)
    let view = document.view
    var dates: [DateLayer.Date] = []
    view.text.bytes.withUnsafeBufferPointer { bytes in
      for sentence in sentences.spans {
        for date in DateReader.dates(in: bytes, view.viewSpan(of: sentence)) {
          dates.append(
            DateLayer.Date(
              span: view.sourceSpan(of: date.span), value: date.value,
              calendar: date.calendar.rawValue, hijri: date.hijri))
        }
      }
    }
    try document.add(DateLayer(dates: dates), as: .dates)
  }
}
