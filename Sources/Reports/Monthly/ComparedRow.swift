import Domain

/// A row of a report beside the same row of another month.
struct ComparedRow: Sendable {
  /// The other month, `2011-05`.
  let month: String
  let now: MonthlyRow
  let before: MonthlyRow

  /// The csv's columns: the report's own, the other month, then of each figure what it was in that month and how
  /// far it moved since.
  static let columns: [ReportColumn<ComparedRow>] = {
    var columns = MonthlyColumn.columns.map { column -> ReportColumn<ComparedRow> in
      column.lifted { $0.now }
    }
    columns.append(
      ReportColumn("compared_month", Phrase("compared month", "对比月份"), .text { $0.month }))
    for column in MonthlyColumn.columns {
      guard let figure = column.figure else { continue }
      columns.append(column.lifted(as: column.stem + "_compared") { $0.before })
      columns.append(difference(column, figure))
    }
    return columns
  }()

  private static func difference(
    _ column: ReportColumn<MonthlyRow>, _ figure: @escaping @Sendable (MonthlyRow) -> Int64?
  ) -> ReportColumn<ComparedRow> {
    let change: @Sendable (ComparedRow) -> Int64? = { row in
      MonthlyDifference(
        code: row.now.code, stem: column.stem, reported: figure(row.before), now: figure(row.now)
      ).change
    }
    let reading: ReportColumn<ComparedRow>.Reading =
      switch column.reading {
      case .decimal(let places, _): .decimal(places: places, change)
      case .money: .money(change)
      case .count, .difference, .text, .word, .words, .number, .flag: .difference(change)
      }
    return ReportColumn(column.stem + "_difference", column.title, reading)
  }
}

extension MonthlyReport {
  /// Every row that this month or the other has, in the order of rows; one that a month lacks had nothing to show
  /// there. Nil where no other month is asked for.
  var compared: (rows: [ComparedRow], total: ComparedRow)? {
    guard let comparison else { return nil }
    let before = Dictionary(
      comparison.rows.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let own = Set(rows.map(\.code))
    let gone = comparison.rows.filter { !own.contains($0.code) }
    let all = rows + gone.map { MonthlyRow(code: $0.code, name: $0.name) }
    return (
      grouping.inOrder(all).map { row in
        ComparedRow(
          month: comparison.month, now: row,
          before: before[row.code] ?? MonthlyRow(code: row.code, name: row.name))
      }, ComparedRow(month: comparison.month, now: total, before: comparison.total)
    )
  }
}

extension MonthlyReport.Grouping {
  /// The codes of rows that are no places, in their order.
  private var codes: [String] {
    switch self {
    case .class: HouseholdClass.rows.map { $0?.name ?? "none" }
    case .area: Area.rows.map { $0?.name ?? "none" }
    case .county, .township, .village, .prefecture: []
    }
  }

  fileprivate func inOrder(_ rows: [MonthlyRow]) -> [MonthlyRow] {
    let codes = self.codes
    func rank(_ row: MonthlyRow) -> Int { codes.firstIndex(of: row.code) ?? 0 }
    return rows.sorted { (rank($0), $0.code) < (rank($1), $1.code) }
  }
}
