/// The figures of one region, or one class, on the last day of a month.
package struct MonthlyRow: Sendable, Equatable {
  /// A region code, a class or `none`; `total` in the total's row.
  package var code: String
  package var name: String

  package var householdsEnrolled: Int64 = 0
  package var personsEnrolled: Int64 = 0

  // Enrolled households with the point in force.
  package var plan: Int64 = 0
  package var project: Int64 = 0
  package var fund: Int64 = 0
  package var support: Int64 = 0
  package var implementation: Int64 = 0
  package var contact: Int64 = 0

  package var householdsFulfilled: Int64 = 0
  package var personsSupported: Int64 = 0
  package var personsSupportedInMonth: Int64 = 0

  /// nil where there is no quota.
  package var targetPersons: Int64?
  /// Persons due by the end of the month; nil where there is no quota.
  package var pacePersons: Int64?

  package var householdsLapsed: Int64 = 0
  package var householdsPaid: Int64 = 0
  package var householdsAccepted: Int64 = 0
  package var householdsIncomeGoal: Int64 = 0

  package var allocatedFen: Int64 = 0
  package var paidFen: Int64 = 0

  /// A row with nothing to show and no quota.
  package init(code: String, name: String) {
    self.code = code
    self.name = name
  }

  /// Persons supported in tenths of a percent of the target, half up; nil without a target or
  /// with a target of zero.
  package var percentTenths: Int64? {
    targetPersons.flatMap { Figures.percentTenths(personsSupported, of: $0) }
  }

  /// Persons ahead of the pace, below zero behind it; nil where there is no quota.
  package var paceGapPersons: Int64? {
    pacePersons.flatMap { pace in
      let (gap, overflow) = personsSupported.subtractingReportingOverflow(pace)
      return overflow ? nil : gap
    }
  }
}
