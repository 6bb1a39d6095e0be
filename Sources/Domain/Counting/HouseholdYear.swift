/// Everything the counting rule asks of one household enrolled in one programme year.
///
/// Facts in, `Standing` out; the rule is in Domain.docc/Rules.md. The facts are those that stand, as known
/// at whatever entry the question is about; the rule itself knows nothing of entries.
package struct HouseholdYear: Sendable {
  /// A value that holds from a day until the next one given.
  package struct Dated: Sendable {
    package let since: DayNumber
    package let value: Int64

    package init(since: DayNumber, value: Int64) {
      self.since = since
      self.value = value
    }
  }

  /// A person's days in the household.
  package struct Membership: Sendable {
    package let period: DayPeriod
    /// The resident ID as one number; nil for a person without one, who is never merged with another.
    package let residentKey: Int64?

    package init(period: DayPeriod, residentKey: Int64?) {
      self.period = period
      self.residentKey = residentKey
    }
  }

  /// Money on a day in fen; a return or a reversal is negative.
  package struct Amount: Sendable {
    package let day: DayNumber
    package let fen: Int64

    package init(day: DayNumber, fen: Int64) {
      self.day = day
      self.fen = fen
    }
  }

  package var enrolledOn: DayNumber
  /// The first day the household no longer stands; `DayPeriod.openEnd` while it does.
  package var endedOn: DayNumber = DayPeriod.openEnd
  /// Where it lives, rising by day.
  package var villages: [Dated] = []
  /// Its class as the stored code, rising by day.
  package var classes: [Dated] = []
  package var members: [Membership] = []
  package var plans: [DayPeriod] = []
  /// Its links to projects, each cut to the days on which the project is approved and not cancelled.
  package var projects: [DayPeriod] = []
  package var supports: [DayPeriod] = []
  package var implementations: [DayPeriod] = []
  package var contacts: [DayPeriod] = []
  /// Convergence money from fiscal sources allocated to it by movements dated in the year.
  package var allocations: [Amount] = []
  /// The same money paid to it by vouchers dated in the year.
  package var payments: [Amount] = []
  /// Its links to projects accepted as qualified or high quality, cut to the days since acceptance.
  package var acceptances: [DayPeriod] = []
  /// Income of the year less income of the year before, in fen; nil where either is unknown.
  package var incomeGrowthFen: Int64?

  package init(enrolledOn: DayNumber) {
    self.enrolledOn = enrolledOn
  }

  /// Empties the household for the next one, keeping the storage.
  package mutating func reset(enrolledOn: DayNumber) {
    self.enrolledOn = enrolledOn
    endedOn = DayPeriod.openEnd
    villages.removeAll(keepingCapacity: true)
    classes.removeAll(keepingCapacity: true)
    members.removeAll(keepingCapacity: true)
    plans.removeAll(keepingCapacity: true)
    projects.removeAll(keepingCapacity: true)
    supports.removeAll(keepingCapacity: true)
    implementations.removeAll(keepingCapacity: true)
    contacts.removeAll(keepingCapacity: true)
    allocations.removeAll(keepingCapacity: true)
    payments.removeAll(keepingCapacity: true)
    acceptances.removeAll(keepingCapacity: true)
    incomeGrowthFen = nil
  }

  /// The village on a day: the latest given by then, before the first the first. Nil where none is given.
  package func village(on day: DayNumber) -> Int64? {
    (villages.last { $0.since <= day } ?? villages.first)?.value
  }

  /// The class on a day as the stored code; nil for none.
  package func householdClass(on day: DayNumber) -> Int? {
    (classes.last { $0.since <= day }?.value).map { Int($0) }
  }

  package func memberCount(on day: DayNumber) -> Int {
    members.reduce(0) { $0 + ($1.period.contains(day) ? 1 : 0) }
  }

  package func stands(on day: DayNumber) -> Bool { enrolledOn <= day && day < endedOn }
}
