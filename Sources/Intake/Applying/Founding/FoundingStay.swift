import Domain

/// A period of a person in the household at hand.
struct FoundingStay {
  let resident: Int64?
  /// Whether the ID was taken for a reason.
  let isVerified: Bool
  /// Of name and birth date, where there is no ID.
  let hash: Int
  /// Of all that the row says of the person, where there is no ID.
  let rowHash: Int
  /// Whether a row says when it began or ended.
  let isDated: Bool
  let joinedOn: Int64
  let leftOn: Int64
  /// That of the person's first stay.
  var memberNo: Int32
  /// Of a person without an ID whose birth date is known.
  var newcomer: FoundingNamesakes.Newcomer?

  var days: DayPeriod {
    DayPeriod(since: DayNumber(clamping: joinedOn), until: DayNumber(clamping: leftOn))
  }

  func isOfSamePerson(as other: FoundingStay) -> Bool {
    resident == other.resident && hash == other.hash
  }

  /// Whether it may be the same row again.
  func isAlike(_ other: FoundingStay) -> Bool {
    resident == other.resident && rowHash == other.rowHash && joinedOn == other.joinedOn
      && leftOn == other.leftOn
  }
}

/// The people without an ID of a founding roster, while their households end.
struct FoundingNamesakes {
  /// A person without an ID whose birth date is known.
  struct Newcomer {
    let line: Int
    /// As the register keeps it.
    let name: String
    let birthDate: String
  }

  private var met = Namesakes()
  private(set) var warnings: [Fault] = []

  /// Whether there are more than are worth keeping in memory.
  var isTooLarge: Bool { met.count > 100_000 || warnings.count > RosterNamesakes.mostTold }

  mutating func meet(
    _ person: Newcomer, _ memberNo: Int32, in village: Int64, _ household: [UInt8]
  ) {
    let number = String(decoding: household, as: UTF8.self)
    let other = met.meet(
      Namesakes.Person(household: number, number: Int64(memberNo), line: person.line),
      name: person.name, birthDate: person.birthDate, in: village)
    guard let other else { return }
    warnings.append(RosterNamesakes.warning(person.line, person.name, other))
  }
}
