import Domain

// Columns of what has happened (money paid, people enrolled or born, a project approved) hold no day after
// today. A plan, a responsibility, a membership may begin or end on a day to come; one that is more than ten
// years ahead is a slip of the hand more often than not, and is warned of.

extension RowChecks {
  /// As many days as ten years have.
  private static let farAhead: Int32 = 3_653

  /// The days of a row against today. Which columns hold some is found once a file.
  static func days(of sheet: Sheet, today: Int32) -> RowCheck {
    let last = CalendarDate(dayNumber: today)
    let lastBirth = Int64(last.year * 10_000 + last.month * 100 + last.day)
    var past: [(column: Int, last: Int64)] = []
    var ahead: [(column: Int, last: Int64)] = []
    var births: [Int] = []
    for (index, column) in sheet.columns.enumerated() {
      switch (column.kind, column.hasHappened) {
      case (.day, true), (.eventDay, true): past.append((index, Int64(today)))
      case (.year, true): past.append((index, Int64(last.year)))
      case (.residentID, true): past.append((index, (lastBirth + 1) * 11_000 - 1))
      case (.birthDate, true): births.append(index)
      // Places are founded and merged by laws that name any day.
      case (.day, false) where sheet.name != Sheet.regions.name:
        ahead.append((index, Int64(today) + Int64(farAhead)))
      default: break
      }
    }
    let resident = sheet.index(of: "resident_id")
    return { [past, ahead, births] row in
      var faults: [Fault] = []
      for (column, last) in past {
        guard let value = row.integers[column] else { continue }
        if sheet.columns[column].kind == .residentID {
          // The key is the 17 digits times eleven; the birth date stands before the last three of them.
          if value % 1_100_000_000_000 > last { faults.append(row.bornAhead(column)) }
        } else if value > last {
          faults.append(row.fault(sheet.columns[column].name, .inFuture))
        }
      }
      for (column, last) in ahead {
        guard let value = row.integers[column], value > last else { continue }
        faults.append(row.fault(sheet.columns[column].name, .notice(.farAhead)))
      }
      // Beside an ID, the ID tells: a birth date that differs from it is a fault already.
      for column in births where row.isGiven[column] {
        if let resident, row.integers[resident] != nil { continue }
        let name = sheet.columns[column].name
        let written = Array(row.text(name).utf8)
        guard let birth = try? PartialDate.read(written.span, excelSerials: true) else { continue }
        if birth.firstDay.dayNumber > today { faults.append(row.fault(name, .inFuture)) }
      }
      return faults
    }
  }
}

extension StagedRow {
  /// No message tells the birth date that an ID holds.
  fileprivate func bornAhead(_ column: Int) -> Fault {
    fault(
      sheet.columns[column].name,
      .cell(.residentIDBirthDate(year: 0, month: 0, day: 0), allowed: []))
  }
}
