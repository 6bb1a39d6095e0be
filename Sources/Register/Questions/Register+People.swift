import Domain
import SQLite

/// One stay of a person in a household, as it stands.
package struct KnownPerson: Sendable {
  /// Which stay it is: for as long as it stands, corrected or not.
  package let stay: MemberStay
  package let name: String?
  package let residentID: ResidentID?
  /// The ID as it was written.
  package let residentWritten: String?
  /// As far as it is known: `1980-05-01`, `1980-05`, `1980`.
  package let birthDate: String?
  package let period: DayPeriod
  /// Whether this person is head on the day asked about.
  package let isHead: Bool
}

/// A stay of a person in a household: the person's number in it, and the day of joining.
package struct MemberStay: Sendable, Equatable {
  package let number: Int64
  package let joinedOn: DayNumber

  package init(number: Int64, joinedOn: DayNumber) {
    self.number = number
    self.joinedOn = joinedOn
  }
}

extension Register {
  /// Everybody who has been a member of a household, a stay each, in the order of their numbers.
  package func people(
    of household: Int64, on day: DayNumber
  ) throws(SQLiteFailure) -> [KnownPerson] {
    let head = try head(of: household, on: day)
    var people: [KnownPerson] = []
    try connection.rows(
      """
      SELECT member_no, name, resident_key, resident_written, birth_date, joined_on, left_on
      FROM member WHERE household_id = :household AND withdrawn IS NULL
      ORDER BY member_no, joined_on
      """, ["household": .integer(household)]
    ) { row in
      people.append(
        KnownPerson(
          stay: MemberStay(number: row.int64(0), joinedOn: row.int32(5)), name: row.optionalText(1),
          residentID: row.optionalInt64(2).flatMap { ResidentID(key: $0) },
          residentWritten: row.optionalText(3), birthDate: row.optionalText(4),
          period: DayPeriod(since: row.int32(5), until: row.int32(6)), isHead: row.int64(0) == head)
      )
    }
    return people
  }
}
