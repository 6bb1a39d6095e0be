/// A village's households, its team and its projects: the most that is held in memory at once.
struct Village {
  let code: Int
  let name: String
  let township: String
  var households: [Household] = []
  /// Serial numbers of the staff members who serve it.
  var team: [Int] = []

  /// Daughters who marry within the village leave one household and join another on one day.
  mutating func marry(_ random: inout SplitMix64) {
    for from in households.indices where random.happens(12) && !households[from].hasEvent {
      guard
        let bride = households[from].members.firstIndex(where: {
          $0.relation == .child && !$0.male && (20...28).contains($0.born.age) && $0.stands
            && $0.idForm == .eighteen
        })
      else { continue }
      let leaving = households[from].members[bride]
      guard
        let home = households.indices.first(where: { home in
          home != from && households[home].members.count < 7 && !households[home].hasEvent
            && households[home].members.contains {
              $0.relation == .child && $0.male && (20...32).contains($0.born.age) && $0.stands
            } && !households[home].members.contains { $0.name == leaving.name }
        })
      else { continue }
      let wedding = Day.newYear + random.draw(20...340)
      households[from].members[bride].leftOn = wedding
      var joining = leaving
      joining.relation = .childInLaw
      joining.joinedOn = wedding
      households[home].members.append(joining)
      households[from].hasEvent = true
      households[home].hasEvent = true
    }
  }
}
