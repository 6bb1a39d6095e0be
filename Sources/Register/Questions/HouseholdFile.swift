import Domain

/// Everything that the register knows of one household on one day, as known at one entry: for the card.
package struct HouseholdFile: Sendable {
  package struct Member: Sendable {
    package let name: String?
    package let relation: Relation?
    package let sex: Sex?
    /// As far as known: `1980-05-01`, `1980-05`, `1980`; else the day in the ID.
    package let birthDate: String?
    package let residentID: ResidentID?
    package let phone: String?
    package let account: String?
    package let isHead: Bool
    package let period: DayPeriod
  }

  package struct ClassPeriod: Sendable {
    package let code: HouseholdClass
    package let since: DayNumber
    package let ground: String?
  }

  /// A project that the household has been linked to.
  package struct Link: Sendable {
    package let projectNo: String
    package let name: String
    package let kind: ProjectKind?
    package let period: DayPeriod
    /// Days of the steps that were taken, by step.
    package let steps: [ProjectStep: DayNumber]

    package var days: ProjectDays {
      steps.reduce(into: ProjectDays()) { $0.note($1.key, on: $1.value) }
    }
  }

  /// Money of one project, fund and source up to the day, over all years.
  package struct MoneyLine: Sendable {
    package let projectNo: String
    package let projectName: String
    package let fund: String?
    package let source: FundSource
    package let allocatedFen: Int64
    package let paidFen: Int64

    /// Whether the point `fund` asks for it.
    package var counts: Bool { CountedMoney.counts(from: source, fund: fund) }
  }

  package struct Assignment: Sendable {
    package let role: Role
    package let staffNo: String
    package let name: String?
    package let phone: String?
    package let period: DayPeriod
  }

  package struct Income: Sendable {
    package let year: Int
    package let wageFen, businessFen, transferFen, propertyFen, costFen: Int64?
    package let totalFen: Int64
  }

  /// The plan in force on the file's day.
  package struct Plan: Sendable {
    package let period: DayPeriod
    package let measures: String
    /// The household's income of a year that it aims at, in fen.
    package let goalFen: Int64?
    /// When the household is to leave the register.
    package let exitOn: DayNumber?
  }

  /// Where the household stands to the programme's goal in the year of the file's day.
  package struct IncomeGoal: Sendable {
    package let year: Int
    /// By how much its income must exceed the year before's, in fen.
    package let goalFen: Int64
    /// By how much it does; nil where one of the two years is not known.
    package let growthFen: Int64?
    /// As the month's report counts it: from December, while the household stands.
    package let isReached: Bool
  }

  package struct Progress: Sendable {
    package let loggedOn: DayNumber
    package let kind: ProgressKind
    package let staffNo: String
    package let staffName: String?
    package let projectNo: String?
    package let householdNo: String?
    package let quantity: Quantity?
    package let unit: String?
    package let percent: Percent?
    package let note: String?
  }

  package let household: Int64
  package let householdNo: String
  package let day: DayNumber
  package let known: Known
  package let hash: SHA256Digest
  package let village: RegionCode
  package let places: RegionTree
  package let endedOn: DayNumber?
  /// Why it ended, or where it moved to outside the office.
  package let endGround: String?
  package let standing: ClassPeriod?
  package let cause: String?
  package let members: [Member]
  package let plans: [DayPeriod]
  /// Where several are in force, the one that began last.
  package let plan: Plan?
  package let links: [Link]
  package let assignments: [Assignment]
  package let money: [MoneyLine]
  package let incomes: [Income]
  /// The latest first.
  package let progress: [Progress]
  /// By year, the earliest first.
  package let years: [(year: Int, standing: HouseholdStanding)]
  /// Nil where the household was not enrolled in that year by the day.
  package let incomeGoal: IncomeGoal?
}
