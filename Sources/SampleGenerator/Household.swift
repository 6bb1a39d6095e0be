/// A person in a household over a period.
struct Member {
  enum IDForm {
    case eighteen, fifteen, missing
  }

  var name: String
  var relation: Relation
  let male: Bool
  let born: Day
  /// Index into the county's peoples.
  let people: Int
  /// The first 17 digits of the resident ID, issued even where `idForm` says it is not shown.
  let id: Int
  var idForm = IDForm.eighteen
  /// nil: a member from before any day that is asked about.
  var joinedOn: Day?
  var leftOn: Day?
  var isUnwell = false

  var stands: Bool { leftOn == nil }

  var shownID: String? {
    switch idForm {
    case .eighteen: "\(id)\(ResidentIDs.checkCharacter(of: id))"
    case .fifteen: ResidentIDs.fifteenCharacters(of: id)
    case .missing: nil
    }
  }
}

/// A household as its county knows it by the end of 2011.
struct Household {
  /// The village's 12 digits and 4 of its own.
  let number: Int
  let village: Int
  var members: [Member] = []
  var householdClass = HouseholdClass.poor
  /// nil: registered without being enrolled.
  var enrolledOn: Day?
  /// The first day it no longer stands, by an `end` or `merge` event.
  var endedOn: Day?
  var hasEvent = false
  /// Net income of 2010 for a person, whole yuan.
  var incomePerPerson = 0
  var mainKind = ProjectKind.planting

  var standing: Int { members.count { $0.stands } }

  /// Whether money, visits or points may still reach it on that day.
  func stands(on day: Day) -> Bool {
    guard let endedOn else { return true }
    return day < endedOn
  }
}
