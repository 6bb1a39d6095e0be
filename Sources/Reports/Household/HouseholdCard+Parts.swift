import Domain

extension HouseholdCard {
  package struct ClassPeriod: Sendable, Equatable {
    package let code: HouseholdClass
    package let since: String?
    /// The officer's words.
    package let ground: String?

    package init(code: HouseholdClass, since: String?, ground: String?) {
      self.code = code
      self.since = since
      self.ground = ground
    }
  }

  package struct Enrolment: Sendable, Equatable {
    package let year: Int
    package let enrolledOn: String
    /// F, the first day on which all six points are in force; nil where there was none yet.
    package let fulfilledOn: String?
    /// Persons that the household counts in the year.
    package let personsSupported: Int64
    package let isLapsed: Bool

    package init(
      year: Int, enrolledOn: String, fulfilledOn: String?, personsSupported: Int64, isLapsed: Bool
    ) {
      self.year = year
      self.enrolledOn = enrolledOn
      self.fulfilledOn = fulfilledOn
      self.personsSupported = personsSupported
      self.isLapsed = isLapsed
    }
  }

  package struct Member: Sendable, Equatable {
    package var name: String
    package var relation: Relation?
    package var sex: Sex?
    /// Whole years on the card's day.
    package var age: Int?
    /// As far as it is known: a day, a month or a year.
    package var birthDate: String?
    /// Masked, or whole where it was revealed.
    package var residentID: String?
    package var joinedOn: String?
    package var leftOn: String?

    package init(name: String) {
      self.name = name
    }
  }

  /// What one project brought the household from one source.
  package struct MoneyLine: Sendable, Equatable {
    package let projectNo: String
    package let projectName: String
    package let fund: String?
    package let source: FundSource
    /// Net of returns and reversals.
    package let allocatedFen: Int64
    package let paidFen: Int64

    package init(
      projectNo: String, projectName: String, fund: String?, source: FundSource,
      allocatedFen: Int64, paidFen: Int64
    ) {
      self.projectNo = projectNo
      self.projectName = projectName
      self.fund = fund
      self.source = source
      self.allocatedFen = allocatedFen
      self.paidFen = paidFen
    }
  }

  package struct Project: Sendable, Equatable {
    package let projectNo: String
    package let name: String
    package let kind: ProjectKind
    /// The last step it took.
    package let state: ProjectStep
    /// Of the household's link to it.
    package let since: String
    package let until: String?

    package init(
      projectNo: String, name: String, kind: ProjectKind, state: ProjectStep, since: String,
      until: String?
    ) {
      self.projectNo = projectNo
      self.name = name
      self.kind = kind
      self.state = state
      self.since = since
      self.until = until
    }
  }

  /// A year's income of the household; a part that nobody recorded is nil.
  package struct Income: Sendable, Equatable {
    package let year: Int
    package var wageFen: Int64?
    package var businessFen: Int64?
    package var transferFen: Int64?
    package var propertyFen: Int64?
    package var costFen: Int64?
    package var totalFen: Int64?

    package init(year: Int) {
      self.year = year
    }
  }

  /// The plan in force, and whether the household's income reaches what it aims at.
  package struct Plan: Sendable, Equatable {
    package var startsOn: String?
    package var endsOn: String?
    /// When the household is to leave the register.
    package var exitOn: String?
    /// The officer's words.
    package let measures: String
    /// The household's income of a year that it aims at.
    package var goalFen: Int64?
    /// Of the card's day.
    package let year: Int
    /// The household's income of that year; nil where it is not known.
    package var incomeFen: Int64?

    package init(measures: String, year: Int) {
      self.measures = measures
      self.year = year
    }

    /// Nil where the plan has no goal, or the income is not known.
    package var reachesGoal: Bool? {
      guard let goalFen, let incomeFen else { return nil }
      return incomeFen >= goalFen
    }
  }

  /// The programme's own goal, which the month's report counts: how much the income of a year must exceed that
  /// of the year before.
  package struct IncomeGoal: Sendable, Equatable {
    package let year: Int
    package let goalFen: Int64
    /// Nil where one of the two years is not known.
    package let growthFen: Int64?
    /// Counted from December, while the household stands.
    package let isReached: Bool

    package init(year: Int, goalFen: Int64, growthFen: Int64?, isReached: Bool) {
      self.year = year
      self.goalFen = goalFen
      self.growthFen = growthFen
      self.isReached = isReached
    }
  }

  package struct ProgressEntry: Sendable, Equatable {
    package let loggedOn: String
    package let kind: ProgressKind
    /// The officer who logged it.
    package let by: String
    package var projectNo: String?
    package var householdNo: String?
    /// As it was written, such as `12` or `0.5`.
    package var quantity: String?
    package var unit: String?
    /// Of the work, where the officer said so.
    package var percent: Percent?
    package var note: String?

    package init(loggedOn: String, kind: ProgressKind, by: String) {
      self.loggedOn = loggedOn
      self.kind = kind
      self.by = by
    }
  }
}
