/// How input is cut into documents.
public enum InputFormat: String, CaseIterable, Sendable {
  /// By the file's name; standard input by its first byte.
  case auto
  /// One document a file.
  case text
  /// JSON Lines, a document a line.
  case jsonl
  /// One JSON array of objects, a document an element.
  case json
  /// Rows of fields parted by commas or semicolons, a document a row; the first row names them.
  case csv
  /// The same with tabs.
  case tsv
  /// A web page, of which the article is taken.
  case html
  /// `<DOC>` elements one after the other, as the collections of TREC have them.
  case trec
}
