import Domain

/// What an entry changes for the households it touches, in the programme year of one day.
package struct EntryEffect: Sendable, Equatable {
  /// A household of which a point or F changes.
  package struct Household: Sendable, Equatable {
    package let number: String
    /// Whether it is enrolled in the year before the entry, and after it.
    package let wasEnrolled: Bool
    package let isEnrolled: Bool
    /// Points in force on the day after the entry and not before it.
    package let gained: [Point]
    /// Points in force on the day before the entry and no longer after it.
    package let lost: [Point]
    /// F before the entry; nil where it was not fulfilled.
    package let fulfilledBefore: DayNumber?
    /// F after the entry; nil where it is not fulfilled.
    package let fulfilledAfter: DayNumber?
  }

  /// The day on which points are compared; figures are those of its month.
  package let day: DayNumber
  /// The households, in the order of their numbers; at most `mostHouseholds`.
  package let households: [Household]
  /// How many more households change.
  package let others: Int
  /// How much each figure of the month grows, over all places; money in fen.
  package let figures: MonthlyFigures

  /// The most households that are listed one by one.
  package static let mostHouseholds = 200
  /// An entry with more added and withdrawn rows than this is not compared: it takes as long as an import.
  static let mostRows: Int64 = 5_000
}
