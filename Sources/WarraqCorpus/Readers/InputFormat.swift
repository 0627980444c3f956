/// How input is cut into documents.
public enum InputFormat: String, CaseIterable, Sendable {
  /// By the file's name; standard input by its first byte.
  case auto
  /// One document a file.
  case text
  /// JSON Lines, a document a line.
  case jsonl
}
