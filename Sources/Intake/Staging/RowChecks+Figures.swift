import Domain

extension RowChecks {
  /// An amount that is above zero wherever it is given: a poverty line, for one.
  static func positive(_ column: String) -> RowCheck {
    { sheet in
      let column = sheet.index(of: column)
      return { row in
        guard let value = row[column], value <= 0 else { return [] }
        return [row.fault(column, .notPositive)]
      }
    }
  }

  /// A number within bounds wherever it is given: the day of a month, for one.
  static func within(_ column: String, _ bounds: ClosedRange<Int64>) -> RowCheck {
    { sheet in
      let column = sheet.index(of: column)
      return { row in
        guard let value = row[column], !bounds.contains(value) else { return [] }
        return [row.fault(column, .cell(.numberRange, allowed: []))]
      }
    }
  }

  /// Persons by the end of a month are no more than those of the year.
  static let withinYear: RowCheck = { sheet in
    let (persons, places) = (sheet.index(of: "persons"), months.compactMap(sheet.index))
    return { row in
      guard let whole = row[persons] else { return [] }
      return places.filter { row[$0].map { $0 > whole } ?? false }.map {
        row.fault($0, .aboveTotal(column: "persons", value: row.text(persons)))
      }
    }
  }

  /// Planned and actual figures of an indicator are numbers, unless its unit says that they are words.
  static let figures: RowCheck = { sheet in
    let unit = sheet.index(of: "unit")
    let figures = ["planned", "actual"].compactMap(sheet.index)
    return { row in
      guard row.holds(unit), !IndicatorUnit.takesText(row.text(unit)) else { return [] }
      return figures.filter { row.holds($0) && !isNumber(row.text($0)) }.map {
        row.fault($0, .notNumber(unit: row.text(unit)))
      }
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return IndicatorUnit.number(bytes.span) != nil
  }
}
