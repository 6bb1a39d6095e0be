import Domain

/// What the register knows of a project on a day: for the card.
package struct ProjectFile: Sendable {
  package struct Step: Sendable {
    package let step: ProjectStep
    package let on: DayNumber
    package let meeting: String?
    package let verdict: Verdict?
    package let grade: Grade?
    package let reason: String?
  }

  /// A household that is or was linked to it by the day.
  package struct Link: Sendable {
    package let household: ListedHousehold
    package let period: DayPeriod
    package let quantity: Quantity?
    package let unit: String?
    /// Through this project, by the day, of any fund and source, net.
    package let allocatedFen: Int64
    package let paidFen: Int64
  }

  /// Money of one batch and source, by the day, net of returns and reversals.
  package struct Money: Sendable {
    package let batchNo: String
    package let source: FundSource
    package let fund: String?
    /// From counties to the project.
    package let receivedFen: Int64
    /// From the project to households.
    package let allocatedFen: Int64
    /// From households to them, and to payees.
    package let paidFen: Int64
    package let paidToPayeesFen: Int64

    /// What the project itself holds.
    package var heldFen: Int64 {
      receivedFen.subtractingClamped(allocatedFen).subtractingClamped(paidToPayeesFen)
    }
  }

  package struct Posting: Sendable {
    package let village: RegionCode
    package let postedOn: DayNumber
    package let takenDownOn: DayNumber?
    package let objection: String?
    package let answer: String?
  }

  package let projectNo: String
  package let name: String
  package let kind: ProjectKind
  package let county: RegionCode
  package let village: RegionCode?
  package let fund: String?
  package let budgetFen: Int64?
  package let quantity: Quantity?
  package let unit: String?
  /// Percent at start, near completion and at acceptance: `40/50/10`.
  package let instalments: String?
  /// By day.
  package let steps: [Step]
  package let links: [Link]
  package let money: [Money]
  package let postings: [Posting]
  package let progress: [HouseholdFile.Progress]
  package let places: RegionTree
}
