import Domain

// Columns of what has happened (money paid, people enrolled or born, a project approved) hold no day after
// today. A plan, a responsibility, a membership may begin or end on a day to come; one that is more than ten
// years ahead is a slip of the hand more often than not, and is warned of.

extension RowChecks {
  /// As many days as ten years have.
  private static let farAhead: Int64 = 3_653

  /// The days of a row against today.
  static func days(today: Int32) -> RowCheck {
    let last = CalendarDate(dayNumber: today)
    return { sheet in
      var past: [(column: Int, last: Int64)] = []
      var ahead: [Int] = []
      let (resident, birth) = (sheet.past(.residentID), sheet.past(.birthDate))
      for (index, column) in sheet.columns.enumerated() {
        switch (column.kind, column.hasHappened) {
        case (.day, true), (.eventDay, true): past.append((index, Int64(today)))
        case (.year, true): past.append((index, Int64(last.year)))
        // Places are founded and merged by laws that name any day.
        case (.day, false) where sheet.name != Sheet.regions.name: ahead.append(index)
        default: break
        }
      }
      let firstAhead = Int64(today) + farAhead
      let lastBirth = Int64(last.year * 10_000 + last.month * 100 + last.day)
      return { row in
        var faults: [Fault] = []
        for (column, last) in past {
          if let value = row[column], value > last { faults.append(row.fault(column, .inFuture)) }
        }
        for column in ahead {
          if let value = row[column], value > firstAhead {
            faults.append(row.fault(column, .notice(.farAhead)))
          }
        }
        // Where there is an ID, it decides: a birth date that differs from it is a fault already.
        if let key = row[resident] {
          // The key is 17 digits, the birth date before the last three of them, times eleven.
          if key / 11_000 % 100_000_000 > lastBirth {
            faults.append(row.fault(resident, bornAhead))
          }
        } else if let date = row.birthDate(birth), date.firstDay.dayNumber > today {
          faults.append(row.fault(birth, .inFuture))
        }
        return faults
      }
    }
  }

  /// No message shows the birth date that an ID holds.
  private static let bornAhead = FaultKind.cell(
    .residentIDBirthDate(year: 0, month: 0, day: 0), allowed: [])
}

extension Sheet {
  /// The column of a kind that is about what has happened.
  fileprivate func past(_ kind: ColumnKind) -> Int? {
    columns.firstIndex { $0.kind == kind && $0.hasHappened }
  }
}
