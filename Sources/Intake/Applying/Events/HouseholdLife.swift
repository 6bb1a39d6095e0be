import Domain

// A household's life as it stands: where it lived, what class it was of, who was in it and who was head,
// whether it ended, and the events that were told of it. Events are applied to lives, which are plain
// values, and only then is the difference written: an event that turns out wrong half way leaves nothing
// behind, and a correction that ends where it began writes nothing.

/// What of a household the events touch.
struct HouseholdLife {
  /// A value that holds from a day until the next one.
  struct Since<Value: Hashable & Sendable>: Hashable, Sendable {
    let since: Int32
    let value: Value
  }

  struct ClassAndGround: Hashable, Sendable {
    /// The stored class.
    let householdClass: Int64
    let ground: String?
  }

  struct End: Hashable, Sendable {
    /// The first day the household no longer stands.
    let on: Int32
    let ground: String?
    /// The household it merged into.
    let into: Int64?

    /// Whether it comes before an event of a day. On its own day people may still split off, who are then not
    /// in what ends or merges.
    func isPast(_ kind: HouseholdEventKind, on day: Int32) -> Bool {
      day > on || day == on && kind != .split
    }
  }

  /// The row id in `household`; below zero for a household that is not in the register yet.
  let key: Int64
  let number: String
  var residences: [Since<Int64>] = []
  var classes: [Since<ClassAndGround>] = []
  /// Values are member numbers.
  var headships: [Since<Int64>] = []
  var memberships: [Membership] = []
  var end: End?
  /// Whether a roster told of a household split off, so that its first village and class are its own.
  var hasOwnPlace = false
  /// The day of its first enrolment; nil where it was never enrolled.
  var enrolledOn: Int32?
  var events: [HouseholdEvent] = []
  /// The events of other households that name this one.
  var incoming: [HouseholdEvent] = []
  /// Everybody who ever had a member number, also those whose facts were withdrawn.
  var numbered: [Numbered] = []

  struct Numbered {
    let number: Int64
    let identity: PersonIdentity
  }

  init(key: Int64, number: String) {
    self.key = key
    self.number = number
  }

  /// The first day it stands; nil for a household that is not registered.
  var firstDay: Int32? { residences.lazy.map(\.since).min() }

  func village(on day: Int32) -> Int64? { HouseholdLife.latest(residences, on: day)?.value }

  func householdClass(on day: Int32) -> ClassAndGround? {
    HouseholdLife.latest(classes, on: day)?.value
  }

  static func latest<Value>(_ facts: [Since<Value>], on day: Int32) -> Since<Value>? {
    facts.lazy.filter { $0.since <= day }.max { $0.since < $1.since }
  }

  static func set<Value>(_ value: Value, since day: Int32, in facts: inout [Since<Value>]) {
    facts.removeAll { $0.since == day }
    facts.append(Since(since: day, value: value))
  }

  /// The event of a kind and day about a member number, 0 where it names nobody.
  func event(_ kind: HouseholdEventKind, on day: Int32, of person: Int64) -> HouseholdEvent? {
    events.first { $0.kind == kind && $0.on == day && $0.person == person }
  }

  /// The household that it merges into on that day.
  func mergedInto(on day: Int32) -> Int64? {
    events.first { $0.kind == .merge && $0.on == day }?.other
  }

  /// Whether it stands because somebody split off into it on that day.
  func isSplitOff(on day: Int32) -> Bool {
    firstDay == day && incoming.contains { $0.kind == .split && $0.on == day }
  }
}

/// A person's days in a household.
struct Membership: Hashable, Sendable {
  /// The member number.
  let number: Int64
  let joined: Int32
  let left: Int32
  /// The row of `member` that says all else of the person.
  let copyOf: Int64
  /// The code of the relation to the head at registering; nil where none is known.
  let relation: Int?
  let identity: PersonIdentity

  func contains(_ day: Int32) -> Bool { joined <= day && day < left }

  func overlaps(_ since: Int32, _ until: Int32) -> Bool { joined < until && since < left }
}

/// By what a person is known again: the resident ID, else name and birth date.
struct PersonIdentity: Hashable, Sendable {
  let residentKey: Int64?
  /// Nil where it was erased by law.
  let name: String?
  let birthDate: String?

  func isSame(as other: PersonIdentity) -> Bool {
    if residentKey != nil || other.residentKey != nil { return residentKey == other.residentKey }
    return name != nil && name == other.name && birthDate == other.birthDate
  }
}

/// One row of `household_event`.
struct HouseholdEvent: Hashable, Sendable {
  let household: Int64
  let kind: HouseholdEventKind
  let on: Int32
  var village: Int64?
  var householdClass: Int64?
  var ground: String?
  /// The member number of the person it is about; 0 where it names nobody.
  var person: Int64 = 0
  var other: Int64?

  /// What makes it the same event, told again.
  struct Key: Hashable {
    let household: Int64
    let kind: HouseholdEventKind
    let on: Int32
    let person: Int64
  }

  var key: Key { Key(household: household, kind: kind, on: on, person: person) }
}

extension HouseholdEvent {
  /// Whether two events differ in their ground alone.
  func isSame(butForGroundAs other: HouseholdEvent) -> Bool {
    var regrounded = self
    regrounded.ground = other.ground
    return regrounded == other
  }
}
