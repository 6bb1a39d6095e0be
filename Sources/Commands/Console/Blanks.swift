extension StringProtocol {
  /// The text without blanks and line feeds at its ends.
  var withoutBlanksAround: String {
    let start = drop { $0.isWhitespace }
    return start.lastIndex { !$0.isWhitespace }.map { String(start[...$0]) } ?? ""
  }
}
