import Domain

// What a household was before its first dated change: where it lived, its class, its head. Rows dated
// 0001-01-01, which an export writes for every household whose village, class or head changed, say it. It
// holds from the household's first day, which is that of the split for one that was split off.

extension HouseholdLife {
  /// Whether both lives say the same of village, class and head.
  func isPlaced(as other: HouseholdLife) -> Bool {
    Set(residences) == Set(other.residences) && Set(classes) == Set(other.classes)
      && Set(headships) == Set(other.headships)
  }

  mutating func setFirst(village: Int64) {
    guard let firstDay else { return }
    HouseholdLife.set(village, since: firstDay, in: &residences)
  }

  /// - Parameter value: nil for a household without a class.
  mutating func setFirst(_ value: ClassAndGround?) {
    guard let firstDay else { return }
    if let value {
      HouseholdLife.set(value, since: firstDay, in: &classes)
    } else {
      classes.removeAll { $0.since == firstDay }
    }
  }

  var firstClass: ClassAndGround? {
    firstDay.flatMap { day in classes.first { $0.since == day }?.value }
  }

  /// Gives the household the whole history of its heads.
  ///
  /// - Parameters:
  ///   - first: the member number of the first head.
  ///   - changes: every later head.
  mutating func setHeads(first: Int64, _ changes: [Since<Int64>]) throws(EventFault) {
    guard let since = headships.lazy.map(\.since).min() ?? firstDay else { return }
    let told = [Since(since: since, value: first)] + changes
    guard Set(told) != Set(headships) else { return }
    headships = told
    try settleHeads()
  }

  /// Whether somebody is head from exactly that day on.
  func hasHeadship(of person: Int64, since day: Int32) -> Bool {
    headships.contains { $0.since == day && $0.value == person }
  }

  /// Lets a household that a roster told of as a whole begin on the day on which it was split off.
  ///
  /// Throws where it stands from an earlier day, or somebody was in it before.
  mutating func begin(on day: Int32) throws(EventFault) {
    guard let firstDay, firstDay != day else { return }
    let isOlder = firstDay > DayPeriod.firstDay || memberships.contains { $0.joined < day }
    guard !isOlder else {
      throw EventFault("other_household", .householdStands(since: firstDay))
    }
    hasOwnPlace = true
    residences = HouseholdLife.moved(residences, from: firstDay, to: day)
    classes = HouseholdLife.moved(classes, from: firstDay, to: day)
    headships = HouseholdLife.moved(headships, from: firstDay, to: day)
  }

  private static func moved<Value>(
    _ facts: [Since<Value>], from first: Int32, to day: Int32
  ) -> [Since<Value>] {
    facts.map { $0.since == first ? Since(since: day, value: $0.value) : $0 }
  }
}
