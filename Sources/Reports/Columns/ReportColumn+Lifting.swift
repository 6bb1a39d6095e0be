extension ReportColumn {
  /// The same column of rows that hold this column's row: a visit has the columns of its household.
  ///
  /// - Parameters:
  ///   - name: its stem there; its own unless given.
  ///   - onTerminal: whether a terminal has room for it there.
  package func lifted<Outer>(
    as name: String? = nil, onTerminal: Bool = true,
    _ inner: @escaping @Sendable (Outer) -> Row?
  ) -> ReportColumn<Outer> {
    ReportColumn<Outer>(
      name ?? stem, title, narrowest: narrowest, align: alignment,
      onTerminal: self.onTerminal && onTerminal, reading.lifted(inner))
  }
}

extension ReportColumn.Reading {
  fileprivate func lifted<Outer>(
    _ inner: @escaping @Sendable (Outer) -> Row?
  ) -> ReportColumn<Outer>.Reading {
    switch self {
    case .text(let value): .text { inner($0).flatMap(value) }
    case .word(let words, let value): .word(words) { inner($0).flatMap(value) }
    case .words(let words, let values): .words(words) { inner($0).map(values) ?? [] }
    case .number(let value): .number { inner($0).flatMap(value) }
    case .count(let value): .count { inner($0).flatMap(value) }
    case .difference(let value): .difference { inner($0).flatMap(value) }
    case .decimal(let places, let value): .decimal(places: places) { inner($0).flatMap(value) }
    case .money(let value): .money { inner($0).flatMap(value) }
    case .flag(let value): .flag { inner($0).flatMap(value) }
    }
  }
}
