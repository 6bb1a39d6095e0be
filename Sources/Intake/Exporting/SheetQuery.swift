/// The one question that gives a sheet's rows, in a stable order.
struct SheetQuery: Sendable {
  /// Statements to run before.
  var preparation = ""
  /// An SQL expression for each column of the sheet but `withdraw`, in the sheet's order. Values are as
  /// stored; an integer in a column of text is a resident ID.
  let cells: [String]
  let from: String
  /// Which rows; nil: all.
  var condition: String?
  /// Decides between any two rows that differ, so that registers with equal facts give equal bytes.
  let order: String

  var sql: String {
    """
    SELECT \(cells.joined(separator: ",\n  "))
    FROM \(from)
    \(condition.map { "WHERE \($0)" } ?? "")
    ORDER BY \(order)
    """
  }

  static func rows(of sheet: Sheet, _ scope: ExportScope) -> SheetQuery {
    switch sheet.name {
    case "regions": regions(scope)
    case "poverty_lines": povertyLines(scope)
    case "years": years(scope)
    case "targets": targets(scope)
    case "indicators": indicators(scope)
    case "staff": staff(scope)
    case "roster": roster(scope)
    case "household_events": householdEvents(scope)
    case "dibao_list": dibaoList(scope)
    case "plans": plans(scope)
    case "projects": projects(scope)
    case "project_households": projectHouseholds(scope)
    case "assignments": assignments(scope)
    case "batches": batches(scope)
    case "allocations": allocations(scope)
    case "pay_lists": payLists(scope)
    case "payments": payments(scope)
    case "bank_returns": bankReturns(scope)
    case "income": income(scope)
    case "progress": progress(scope)
    case "disclosures": disclosures(scope)
    case "inspections": inspections(scope)
    case "findings": findings(scope)
    default: preconditionFailure("no query for sheet \(sheet.name)")
    }
  }
}
