import CSV

extension CSVFault {
  var rule: String {
    switch kind {
    case .strayQuote: "stray_quote"
    case .textAfterQuote: "text_after_quote"
    case .unclosedQuote: "unclosed_quote"
    case .nul: "nul"
    case .invalidBytes: "invalid_bytes"
    case .ragged: "ragged_row"
    case .recordTooLong(_, .nul): "nul"
    case .recordTooLong, .tooManyCells: "record_too_long"
    case .source: "unreadable_file"
    }
  }
}
