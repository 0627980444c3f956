// Spans, texts and views are part of the core's own interface: whoever imports the core has them.
@_exported import UTF8Text
