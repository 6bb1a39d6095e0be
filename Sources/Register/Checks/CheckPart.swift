/// A part of `check`, in the order in which findings are told.
enum CheckPart: String, CaseIterable {
  case storage, marks, schema, references, entries, parts, chain, redactions, rules, figures
  case exceptions, closes, balances

  /// Whether a second connection does it beside the others; together these take about as long as the rest.
  /// Each is sound by itself, of whatever moment.
  var isApart: Bool {
    switch self {
    case .storage, .figures, .balances: true
    default: false
    }
  }
}
