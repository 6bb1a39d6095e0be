// All that the register knows of one household on one day, for `show`. Names, IDs, phones and
// accounts come as they may be seen: masking is done before.
//
// Days are ISO text (`2011-06-30`). A day that is nil lies before any day that is asked about
// where something began, and has not come where something ended.

package struct HouseholdCard: Sendable, Equatable {
  package var householdNo: String
  package var asOf: String
  package var known: KnownEntry

  package var village: ReportedPlace
  package var township: ReportedPlace?
  package var county: ReportedPlace?

  /// The first day on which the household no longer stands.
  package var endedOn: String?
  package var endGround: String?
  /// nil where it has no class.
  package var standing: ClassPeriod?
  package var cause: String?
  package var phone: String?
  package var account: String?

  /// By year, the earliest first.
  package var enrolments: [Enrolment] = []
  /// Those who left are among them.
  package var members: [Member] = []
  /// The programme year that the points below are about; nil where not enrolled.
  package var pointsYear: Int?
  /// In the order of the contract: plan, project, fund, support, implementation, contact.
  package var points: [PointState] = []
  /// nil where none is in force on the card's day.
  package var plan: Plan?
  /// nil where not enrolled in the year of the card's day.
  package var incomeGoal: IncomeGoal?
  package var money: [MoneyLine] = []
  package var projects: [Project] = []
  package var incomes: [Income] = []
  /// The latest first.
  package var progress: [ProgressEntry] = []

  package init(householdNo: String, asOf: String, known: KnownEntry, village: ReportedPlace) {
    self.householdNo = householdNo
    self.asOf = asOf
    self.known = known
    self.village = village
  }

  /// Members on the card's day.
  package var memberCount: Int {
    members.count { member in
      (member.joinedOn.map { $0 <= asOf } ?? true) && (member.leftOn.map { $0 > asOf } ?? true)
    }
  }

  package var pointsInForce: Int {
    points.count { $0.gap == nil }
  }
}
