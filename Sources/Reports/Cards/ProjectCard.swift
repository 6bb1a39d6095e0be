import Domain

/// A project on a day: its steps, households, money and postings. What it says comes as it may be seen.
package struct ProjectCard: Sendable {
  package struct Step: Sendable {
    package let step: ProjectStep
    package let on: String
    package let meeting: String?
    package let verdict: Verdict?
    package let grade: Grade?
    package let reason: String?

    package init(
      step: ProjectStep, on: String, meeting: String?, verdict: Verdict?, grade: Grade?,
      reason: String?
    ) {
      self.step = step
      self.on = on
      self.meeting = meeting
      self.verdict = verdict
      self.grade = grade
      self.reason = reason
    }
  }

  package struct Link: Sendable {
    package let household: GapRow
    package let since: String?
    package let until: String?
    package let quantity: String?
    package let unit: String?
    package let allocatedFen: Int64
    package let paidFen: Int64

    package init(
      household: GapRow, since: String?, until: String?, quantity: String?, unit: String?,
      allocatedFen: Int64, paidFen: Int64
    ) {
      self.household = household
      self.since = since
      self.until = until
      self.quantity = quantity
      self.unit = unit
      self.allocatedFen = allocatedFen
      self.paidFen = paidFen
    }
  }

  package struct Money: Sendable {
    package let batchNo: String
    package let source: FundSource
    package let fund: String?
    package let receivedFen: Int64
    package let allocatedFen: Int64
    package let paidFen: Int64
    package let paidToPayeesFen: Int64
    package let heldFen: Int64

    package init(
      batchNo: String, source: FundSource, fund: String?, receivedFen: Int64, allocatedFen: Int64,
      paidFen: Int64, paidToPayeesFen: Int64, heldFen: Int64
    ) {
      self.batchNo = batchNo
      self.source = source
      self.fund = fund
      self.receivedFen = receivedFen
      self.allocatedFen = allocatedFen
      self.paidFen = paidFen
      self.paidToPayeesFen = paidToPayeesFen
      self.heldFen = heldFen
    }
  }

  package struct Posting: Sendable {
    package let village: ReportedPlace
    package let postedOn: String
    package let takenDownOn: String?
    package let objection: String?
    package let answer: String?

    package init(
      village: ReportedPlace, postedOn: String, takenDownOn: String?, objection: String?,
      answer: String?
    ) {
      self.village = village
      self.postedOn = postedOn
      self.takenDownOn = takenDownOn
      self.objection = objection
      self.answer = answer
    }
  }

  package var projectNo: String
  package var asOf: String
  package var known: KnownEntry
  package var name: String
  package var kind: ProjectKind
  package var county: ReportedPlace?
  package var village: ReportedPlace?
  package var fund: String?
  package var budgetFen: Int64?
  package var quantity: String?
  package var unit: String?
  package var instalments: String?
  package var steps: [Step] = []
  package var links: [Link] = []
  package var money: [Money] = []
  package var postings: [Posting] = []
  package var progress: [HouseholdCard.ProgressEntry] = []

  package init(
    projectNo: String, asOf: String, known: KnownEntry, name: String, kind: ProjectKind
  ) {
    self.projectNo = projectNo
    self.asOf = asOf
    self.known = known
    self.name = name
    self.kind = kind
  }

  /// The last step it took; nil before the first.
  package var state: ProjectStep? { steps.last?.step }
}
