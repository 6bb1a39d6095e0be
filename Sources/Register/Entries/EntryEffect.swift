import Domain

/// What an entry changes for the households it touches, in the programme year of one day.
package struct EntryEffect: Sendable, Equatable {
  /// A household of which a point or F changes.
  package struct Household: Sendable, Equatable {
    package let number: String
    /// Whether it is enrolled in the year before the entry, and after it.
    package let wasEnrolled: Bool
    package let isEnrolled: Bool
    /// Points in force after the entry and not before it, on the day or on the last of its month.
    package let gained: [Point]
    /// Points in force before the entry and no longer after it, on the day or on the last of its month.
    package let lost: [Point]
    /// F before the entry; nil where it was not fulfilled.
    package let fulfilledBefore: DayNumber?
    /// F after the entry; nil where it is not fulfilled.
    package let fulfilledAfter: DayNumber?
  }

  /// Who is head of a household on a day, where the entry makes that somebody else or nobody.
  package struct HeadChange: Sendable, Equatable {
    package let household: String
    package let day: DayNumber
    /// Nil where nobody is.
    package let head: Head?
  }

  package struct Head: Sendable, Equatable {
    /// The person's number in the household.
    let person: Int64
    package let name: String?
    package let residentID: ResidentID?
    /// Since when; the first day of all where it is the roster's head.
    package let since: DayNumber
  }

  /// Figures of the month that go from one place or class to another.
  package struct Shift: Sendable, Equatable {
    package struct Row: Sendable, Equatable {
      package let subject: MonthlyAnswer.Subject
      /// How much each grows that goes; less than zero where it goes away from here.
      package let figures: MonthlyFigures
    }

    /// By class, or by the widest places between which something goes: county, township or village.
    package let grouping: MonthlyAnswer.Grouping
    /// Those that something goes away from first, then in the order of codes.
    package let rows: [Row]
  }

  /// The day on which points are compared; figures are those of its month.
  package let day: DayNumber
  /// In the order of the households' numbers.
  package let heads: [HeadChange]
  /// The households, in the order of their numbers; at most `mostHouseholds`.
  package let households: [Household]
  /// How many more households change.
  package let others: Int
  /// How much each figure of the month grows, over all places; money in fen.
  package let figures: MonthlyFigures
  /// What goes between places and between classes, which no sum over all of them shows.
  package let shifts: [Shift]

  /// The most households that are listed one by one.
  package static let mostHouseholds = 200
  /// An entry with more added and withdrawn rows than this is not compared: it takes as long as an import.
  static let mostRows: Int64 = 5_000
}
