extension Language {
  /// What a mistyped word may have meant, behind a message that says what was wrong:
  /// `; did you mean Fenghuang or Fengxian?`. Where nothing is near, the advice that is given instead.
  func meant(_ nearest: [String], else advice: String = "") -> String {
    guard !nearest.isEmpty else { return advice }
    return self == .chinese
      ? "，是不是 \(nearest.joined(separator: " 或 "))？"
      : "; did you mean \(nearest.joined(separator: " or "))?"
  }
}
