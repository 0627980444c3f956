/// A stopped run that cannot be gone on with.
public enum JournalError: Error, Hashable, CustomStringConvertible {
  /// Something is not as it was when the run began; each difference in words.
  case mismatch([String])
  /// The journal's file cannot be read or written.
  case file(path: String, problem: String)

  /// True when the earlier run differs.
  public var isMismatch: Bool {
    if case .mismatch = self { return true }
    return false
  }

  /// What is wrong and what to do, in one line.
  public var description: String {
    switch self {
    case .mismatch(let differences):
      "cannot resume: \(differences.joined(separator: "; ")): run without --resume to begin anew"
    case .file(let path, let problem): "\(path): \(problem)"
    }
  }
}
