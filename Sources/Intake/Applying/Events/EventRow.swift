import Domain
import Register
import SQLite

/// One row of the sheet.
struct EventRow {
  let row: Int64
  let line: Int
  let withdraws: Bool
  let clearsGround: Bool
  let clearsClass: Bool
  let householdNumber: String
  let kind: HouseholdEventKind
  let on: Int32
  let village: Int64?
  let householdClass: Int64?
  let ground: String?
  /// The people it is about, by ID or name, as written.
  let people: [String]
  let otherNumber: String?

  /// The rows in the order in which they take effect: what is withdrawn first, the latest of it first;
  /// then by day, and within a day moves, reclassifications, changes of head, splits, mergers and ends,
  /// so that rows may stand in any order.
  static func inOrder(_ work: ImportWork) throws(SQLiteFailure) -> [EventRow] {
    let sheet = work.sheet
    func isCleared(_ column: String, in clears: Int64) -> Bool {
      sheet.index(of: column).map { clears & (1 << Int64($0)) != 0 } ?? false
    }
    var rows: [EventRow] = []
    try work.register.connection.rows(
      """
      SELECT row, line, withdraws, clears, household_no, event, "on", village_code, class, ground,
        member, other_household
      FROM temp.staged WHERE rejected = 0
      ORDER BY withdraws DESC, CASE WHEN withdraws THEN -"on" ELSE "on" END,
        CASE WHEN withdraws THEN -event ELSE event END, row
      """
    ) { row in
      guard let kind = HouseholdEventKind(rawValue: row.int(5)) else { return }
      rows.append(
        EventRow(
          row: row.int64(0), line: row.int(1), withdraws: row.int(2) == 1,
          clearsGround: isCleared("ground", in: row.int64(3)),
          clearsClass: isCleared("class", in: row.int64(3)), householdNumber: row.text(4),
          kind: kind, on: row.int32(6), village: row.optionalInt64(7),
          householdClass: row.optionalInt64(8), ground: row.optionalText(9),
          people: people(in: row.optionalText(10) ?? ""), otherNumber: row.optionalText(11)))
    }
    return rows
  }

  /// Says what was so before the first change.
  var isFirst: Bool { on == DayPeriod.firstDay }

  /// Whether it tells of an event of the same kind and day.
  func isOfDay(of other: EventRow) -> Bool {
    kind == other.kind && on == other.on && withdraws == other.withdraws
  }

  /// Several people stand in one cell with `；`, `、` or their like between them.
  private static func people(in cell: String) -> [String] {
    cell.split { ";；、,，\n".contains($0) }.map { CellText.reading(trimming: String($0)) }
      .filter { !$0.isEmpty }
  }

  /// The event as this row tells it of one person; what the row leaves empty is as it stands.
  func event(
    of household: Int64, person: Int64, other: Int64?, standing: HouseholdEvent?
  ) -> HouseholdEvent {
    HouseholdEvent(
      household: household, kind: kind, on: on,
      village: usesVillage ? village ?? standing?.village : nil,
      householdClass: kind == .reclass ? householdClass ?? standing?.householdClass : nil,
      ground: clearsGround ? nil : ground ?? standing?.ground, person: person,
      other: usesOther ? other ?? standing?.other : nil)
  }

  /// Which columns mean something is a matter of the event; the others are passed over.
  var usesVillage: Bool { kind == .move || kind == .split }
  var usesOther: Bool { kind == .split || kind == .merge }
  /// Whether the person is part of what the event is.
  var namesPeople: Bool { kind == .head || kind == .split }
}

extension CellText {
  /// A part of a text cell, without the blanks at its ends.
  static func reading(trimming text: String) -> String {
    let bytes = Array(text.utf8)
    return string(bytes.span, beforeDigits: true)
  }
}
