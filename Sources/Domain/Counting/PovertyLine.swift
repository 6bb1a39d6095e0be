/// The lines in force in a place on a day (贫困线、低保线), fen a person and year.
package struct PovertyLine: Sendable, Equatable {
  package let povertyFen: Int64
  /// Nil where none is set.
  package let dibaoFen: Int64?

  package init(povertyFen: Int64, dibaoFen: Int64?) {
    self.povertyFen = povertyFen
    self.dibaoFen = dibaoFen
  }

  /// The line below which a class calls for the income of a person: the poverty line for a household of the
  /// development system, the allowance's for one of the allowance alone. Nil for other classes, and where no
  /// line is set.
  package func limitFen(of householdClass: HouseholdClass) -> Int64? {
    switch householdClass {
    case .poor, .poorDibao: povertyFen
    case .dibao: dibaoFen
    case .wubao: nil
    }
  }

  /// The line that an income is not below, nil where the class agrees with it.
  package func exceeded(by incomeFen: Int64, as householdClass: HouseholdClass) -> Int64? {
    limitFen(of: householdClass).flatMap { incomeFen >= $0 ? $0 : nil }
  }
}

extension HouseholdClass {
  /// Whether the household is in the development system (扶贫).
  package var isInDevelopment: Bool { self == .poor || self == .poorDibao }
  /// Whether it draws the subsistence allowance (低保); the five guarantees are another.
  package var drawsAllowance: Bool { self == .poorDibao || self == .dibao }
}
