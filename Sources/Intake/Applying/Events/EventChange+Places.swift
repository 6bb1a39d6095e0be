import Domain

// A household split off takes the village and class of the day along, and its head where the old one goes
// along. What an event told late, corrected or taken back makes of the household it left is so for both, as if
// it had been told before the split: the order of files decides nothing. What the split or a roster says of the
// new household itself stays.

extension EventChange {
  /// Where and of what class a household is on the day on which it is split off.
  private struct Place {
    let village: Int64?
    let householdClass: HouseholdLife.ClassAndGround?
  }

  /// Gives the households that were split off what an event leads to: the one that a split makes, and those
  /// that were split off on or after the day of another.
  mutating func lookAfterPlaces(from event: HouseholdEvent) throws(EventFault) {
    switch event.kind {
    case .split: if let other = event.other { try lookAfterPlace(of: other, on: event.on) }
    case .move, .reclass, .head: try lookAfterSplits(from: event.household, since: event.on)
    case .merge, .end: return
    }
  }

  /// The same of all that was split off from a household since a day.
  mutating func lookAfterSplits(from household: Int64, since day: Int32) throws(EventFault) {
    let splits = self[household].events.filter { $0.kind == .split && $0.on >= day }
    for split in splits.sorted(by: { $0.on < $1.on }) {
      if let other = split.other { try lookAfterPlace(of: other, on: split.on) }
    }
  }

  private mutating func lookAfterPlace(of key: Int64, on day: Int32) throws(EventFault) {
    guard var life = lives[key], let before = stood[key], !life.hasOwnPlace,
      life.isSplitOff(on: day), let place = place(of: life, on: day, lives)
    else { return }
    let known = before.isSplitOff(on: day) ? self.place(of: before, on: day, stood) : nil
    func follows<Value: Equatable>(_ facts: [HouseholdLife.Since<Value>], _ known: Value?) -> Bool {
      facts.first { $0.since == day }?.value == known
    }
    if let village = place.village,
      known.map({ follows(before.residences, $0.village) }) ?? before.residences.isEmpty
    {
      HouseholdLife.set(village, since: day, in: &life.residences)
    }
    if known.map({ follows(before.classes, $0.householdClass) }) ?? before.residences.isEmpty {
      life.classes.removeAll { $0.since == day }
      if let householdClass = place.householdClass {
        HouseholdLife.set(householdClass, since: day, in: &life.classes)
      }
    }
    lookAfterFounder(of: &life, on: day)
    try settle(&life)
    guard !life.isPlaced(as: self[key]) else { return }
    self[key] = life
    try lookAfterSplits(from: key, since: day)
  }

  /// What the splits of the day say: the village that one of them tells, else that of the household left; of
  /// several such, the one with the lowest number. Nil where one of them was not read.
  private func place(
    of life: HouseholdLife, on day: Int32, _ lives: [Int64: HouseholdLife]
  ) -> Place? {
    var splits: [(home: HouseholdLife, split: HouseholdEvent)] = []
    for split in life.incoming where split.kind == .split && split.on == day {
      guard let home = lives[split.household] else { return nil }
      splits.append((home, split))
    }
    splits.sort { ($0.home.number, $0.split.person) < ($1.home.number, $1.split.person) }
    guard let first = splits.first else { return nil }
    return Place(
      village: splits.lazy.compactMap(\.split.village).first ?? first.home.village(on: day),
      householdClass: first.home.householdClass(on: day))
  }
}
