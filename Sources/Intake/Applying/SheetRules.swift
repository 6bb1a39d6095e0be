import Domain
import SQLite

/// What a sheet asks of its rows beyond their cells, and what becomes of them.
protocol SheetRules: Sendable {
  var sheet: Sheet { get }
  /// Columns of the staging table that judging fills.
  var stagedColumns: [String] { get }
  /// Checks of a row by itself.
  var checks: [RowCheck] { get }
  /// Tells what is wrong among the staged rows, and between them and the register.
  func judge(_ work: ImportWork) throws(SQLiteFailure)
  /// Adds and withdraws the facts of the rows that are not rejected.
  func apply(_ work: ImportWork) throws(SQLiteFailure)
  /// Tells which rows break a rule of the register, now that their facts are in. Asked only where
  /// something is broken.
  func judgeApplied(_ work: ImportWork) throws(SQLiteFailure)
}

extension SheetRules {
  /// The sheet's own checks of a row, and what holds of days in any sheet.
  func rowChecks(today: CalendarDate) -> [RowCheck] {
    checks + [RowChecks.days(today: today.dayNumber)]
  }
}

extension Sheet {
  /// The rules of every sheet.
  static func rules(of sheet: Sheet) -> any SheetRules {
    switch sheet.name {
    case "roster": RosterRules()
    case "household_events": EventRules()
    case "projects": ProjectRules()
    case "inspections": InspectionRules()
    case "allocations": AllocationRules()
    case "payments": PaymentRules()
    case "batches": BatchRules()
    case "pay_lists": PayListRules()
    case "bank_returns": BankReturnRules()
    default:
      FactSheetRules.all.first { $0.sheet.name == sheet.name }
        ?? {
          preconditionFailure("no rules for sheet \(sheet.name)")
        }()
    }
  }
}
