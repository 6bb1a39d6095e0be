import Domain

/// Suggestions in messages.
enum Nearest {
  /// At most three keys close to the one written.
  static func keys(to written: String, among keys: [String]) -> [String] {
    CodeSuggestion.nearest(to: written, among: keys, limit: 3)
  }
}
