import Domain

/// The figures of one region, or one class, on the last day of a month.
package struct MonthlyRow: Sendable, Equatable {
  /// A region code, a class or `none`; `total` in the total's row.
  package var code: String
  package var name: String
  package var figures: MonthlyFigures
  /// nil where there is no quota.
  package var targetPersons: Int64?
  /// Persons due by the end of the month; nil where there is no quota.
  package var pacePersons: Int64?

  package init(
    code: String, name: String, figures: MonthlyFigures = MonthlyFigures(),
    targetPersons: Int64? = nil, pacePersons: Int64? = nil
  ) {
    self.code = code
    self.name = name
    self.figures = figures
    self.targetPersons = targetPersons
    self.pacePersons = pacePersons
  }

  package subscript(figure: Figure) -> Int64 {
    get { figures[figure] }
    set { figures[figure] = newValue }
  }

  /// Persons supported in tenths of a percent of the target, half up; nil without a target or
  /// with a target of zero.
  package var percentTenths: Int64? {
    targetPersons.flatMap { NumberText.percentTenths(self[.personsSupported], of: $0) }
  }

  /// Persons ahead of the pace, below zero behind it; nil where there is no quota.
  package var paceGapPersons: Int64? {
    pacePersons.flatMap { pace in
      let (gap, overflow) = self[.personsSupported].subtractingReportingOverflow(pace)
      return overflow ? nil : gap
    }
  }
}
