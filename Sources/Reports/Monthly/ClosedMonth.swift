/// A month as it was closed, and where today's knowledge of it differs.
package struct ClosedMonth: Sendable, Equatable {
  /// The last entry that the closed report knew.
  package let known: KnownEntry
  package let rows: [MonthlyRow]
  package let total: MonthlyRow
  package let differences: [MonthlyDifference]

  package init(
    known: KnownEntry, rows: [MonthlyRow], total: MonthlyRow, differences: [MonthlyDifference]
  ) {
    self.known = known
    self.rows = rows
    self.total = total
    self.differences = differences
  }
}

/// An entry that changed a figure, and who made it.
package struct EntryBehind: Sendable, Hashable {
  package let entry: Int64
  package let officer: String

  package init(entry: Int64, officer: String) {
    self.entry = entry
    self.officer = officer
  }
}

/// What a household adds to a figure now less what it added as reported.
package struct HouseholdShare: Sendable, Hashable {
  package let householdNo: String
  /// In the figure's unit. Zero where entries changed the household's part and others changed it back.
  package let share: Int64
  /// The entries at which the household's part changed, rising.
  package let entries: [EntryBehind]

  package init(householdNo: String, share: Int64, entries: [EntryBehind]) {
    self.householdNo = householdNo
    self.share = share
    self.entries = entries
  }
}

/// What a quota that changed adds to a figure that depends on it.
package struct QuotaShare: Sendable, Hashable {
  /// In the figure's unit; never zero. More is due, so a pace that rose takes away from the gap.
  package let share: Int64
  /// The entries at which the quota changed, rising.
  package let entries: [EntryBehind]

  package init(share: Int64, entries: [EntryBehind]) {
    self.share = share
    self.entries = entries
  }
}

/// One figure that is not what it was.
package struct MonthlyDifference: Sendable, Equatable {
  /// Of the row, `total` for the total.
  package let code: String
  /// The stem of the column; see `ReportColumn`.
  package let stem: String
  /// In the column's own unit (fen, tenths of a percent, a count); nil is an empty cell.
  package let reported: Int64?
  package let now: Int64?
  /// The households behind the difference, by number; with the quota's share theirs add up to the change.
  /// None for a percentage, for a quota, and where one side is empty.
  package var households: [HouseholdShare]
  /// The part that a changed quota has in a gap to the pace; nil where there is none.
  package var quota: QuotaShare?
  /// Every entry behind the difference, rising.
  package var entries: [EntryBehind]

  package init(
    code: String, stem: String, reported: Int64?, now: Int64?, households: [HouseholdShare] = [],
    entries: [EntryBehind] = []
  ) {
    self.code = code
    self.stem = stem
    self.reported = reported
    self.now = now
    self.households = households
    self.entries = entries
  }

  /// How far the figure moved; nil where one side is empty.
  package var change: Int64? {
    guard let reported, let now else { return nil }
    let (change, overflow) = now.subtractingReportingOverflow(reported)
    return overflow ? nil : change
  }

  package var column: ReportColumn<MonthlyRow>? {
    MonthlyColumn.columns.first { $0.stem == stem }
  }

  /// Every column in which two rows of the same code differ, in the order of the columns.
  package static func between(reported: MonthlyRow, now: MonthlyRow) -> [MonthlyDifference] {
    MonthlyColumn.columns.compactMap { column in
      guard let figure = column.figure else { return nil }
      let (before, after) = (figure(reported), figure(now))
      guard before != after else { return nil }
      return MonthlyDifference(code: now.code, stem: column.stem, reported: before, now: after)
    }
  }

  /// As above for all rows, by code. A row that one side lacks had nothing to show there.
  package static func between(
    reported: [MonthlyRow], now: [MonthlyRow]
  ) -> [MonthlyDifference] {
    let before = Dictionary(reported.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(now.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    return Set(before.keys).union(after.keys).sorted().flatMap { code in
      let empty = MonthlyRow(code: code, name: "")
      return between(reported: before[code] ?? empty, now: after[code] ?? empty)
    }
  }
}

extension ReportColumn {
  /// Reads the column's number; nil where it holds something else.
  package var figure: (@Sendable (Row) -> Int64?)? {
    switch reading {
    case .count(let value), .difference(let value), .decimal(_, let value), .money(let value): value
    case .text, .word, .words, .number, .flag: nil
    }
  }

  /// A figure in the column's unit as people read it.
  func text(of figure: Int64?) -> String {
    guard let figure else { return "-" }
    switch reading {
    case .decimal(let places, _):
      return NumberText.decimal(figure, places: places, grouped: true)
    case .money: return NumberText.yuan(fen: figure, grouped: true)
    case .difference: return NumberText.signed(figure)
    case .count, .text, .word, .words, .number, .flag: return NumberText.grouped(figure)
    }
  }

  /// A member of JSON with a figure in the column's unit.
  func write(_ figure: Int64?, named name: String, into json: inout JSONText) {
    if case .decimal(let places, _) = reading {
      json.member(name, figure, places: places)
    } else {
      json.member(name, figure)
    }
  }
}
