import CSV

// The forms that programs read: the same in both languages, and stable.

extension MonthlyReport {
  /// A header, a row for each region, the total; beside another month, with its figures and the differences.
  package func csv(_ form: TextForm = TextForm()) -> [UInt8] {
    if let compared {
      return ReportColumn.csv(
        ComparedRow.columns, rows: compared.rows, total: compared.total, form: form)
    }
    return ReportColumn.csv(MonthlyColumn.columns, rows: rows, total: total, form: form)
  }

  /// One line.
  package func json() -> [UInt8] {
    var json = JSONText()
    write(into: &json)
    json.line()
    return json.takeBytes()
  }

  func write(into json: inout JSONText) {
    json.object { json in
      json.member("report", "monthly")
      json.member("programme", programme)
      json.member("year", year)
      json.member("month", month)
      json.member("as_of", asOf)
      known.write(into: &json)
      json.key("closed")
      if isAsClosed {
        known.writeMembers(into: &json)
      } else if let closed {
        closed.write(into: &json)
      } else {
        json.null()
      }
      writeFigures(rows: rows, total: total, into: &json)
      if let comparison {
        json.key("compare")
        comparison.write(into: &json)
      }
      if let reading {
        json.key("reading")
        reading.write(into: &json, closed: closed, rowOption: rowOption)
      }
    }
  }
}

extension ClosedMonth {
  fileprivate func write(into json: inout JSONText) {
    json.object { json in
      json.member("entry", known.entry)
      json.member("hash", known.hash)
      writeFigures(rows: rows, total: total, into: &json)
      json.memberArray("differences") { json in
        for difference in differences { difference.write(into: &json) }
      }
    }
  }
}

extension MonthlyDifference {
  fileprivate func write(into json: inout JSONText) {
    json.object { json in
      json.member("code", code)
      json.member("column", column?.jsonName ?? stem)
      if let column {
        column.write(reported, named: "reported", into: &json)
        column.write(now, named: "now", into: &json)
      } else {
        json.member("reported", reported)
        json.member("now", now)
      }
      json.memberArray("households") { json in
        for household in households {
          json.object { json in
            json.member("household_no", household.householdNo)
            json.member("share", household.share)
            EntryBehind.write(household.entries, into: &json)
          }
        }
      }
      json.key("quota")
      if let quota {
        json.object { json in
          json.member("share", quota.share)
          EntryBehind.write(quota.entries, into: &json)
        }
      } else {
        json.null()
      }
      EntryBehind.write(entries, into: &json)
    }
  }
}

extension EntryBehind {
  fileprivate static func write(_ entries: [EntryBehind], into json: inout JSONText) {
    json.memberArray("entries") { json in
      for behind in entries {
        json.object { json in
          json.member("entry", behind.entry)
          json.member("officer", behind.officer)
        }
      }
    }
  }
}

private func writeFigures(rows: [MonthlyRow], total: MonthlyRow, into json: inout JSONText) {
  ReportColumn.writeArray(MonthlyColumn.columns, named: "regions", of: rows, into: &json)
  json.key("total")
  ReportColumn.writeObject(MonthlyColumn.columns, of: total, into: &json)
}
