import Register
import SQLite

// What changed in the lives, written: everything that no longer stands is withdrawn first, since no two
// standing facts may have one key, then everything new is added.

extension HouseholdLives {
  func write(_ entry: Int64, into register: Register) throws(SQLiteFailure) {
    for key in order {
      guard let stood = stood[key], let life = now[key] else { continue }
      let writer = LifeWriter(register: register, entry: entry, household: key, ids: [:])
      try writer.withdraw(stood, life)
    }
    let ids = try identify(entry, register)
    for key in order {
      guard let stood = stood[key], let life = now[key] else { continue }
      let writer = LifeWriter(
        register: register, entry: entry, household: ids[key] ?? key, ids: ids)
      try writer.add(stood, life)
    }
  }

  /// The households that stood and no longer do.
  func unmade() -> [Int64] {
    order.filter { key in
      stood[key]?.residences.isEmpty == false && now[key]?.residences.isEmpty == true
    }
  }

  /// Puts the households that were made into the register; their row ids by key.
  private func identify(
    _ entry: Int64, _ register: Register
  ) throws(SQLiteFailure) -> [Int64: Int64] {
    var ids: [Int64: Int64] = [:]
    for key in order where key < 0 {
      guard let life = now[key], !life.residences.isEmpty else { continue }
      try register.connection.run(
        "INSERT INTO household (household_no, entered) VALUES (:number, :entry)",
        ["number": .text(life.number), "entry": .integer(entry)])
      ids[key] = register.connection.lastInsertedRowID
    }
    return ids
  }
}

private struct LifeWriter {
  let register: Register
  let entry: Int64
  let household: Int64
  /// Row ids of households that were not in the register, by key.
  let ids: [Int64: Int64]

  func withdraw(_ stood: StoodLife, _ life: HouseholdLife) throws(SQLiteFailure) {
    try withdraw(stood.residences, life.residences, from: "residence")
    try withdraw(stood.classes, life.classes, from: "household_class")
    try withdraw(stood.headships, life.headships, from: "headship")
    try withdraw(stood.ends, life.end.map { [$0] } ?? [], from: "household_end")
    try withdraw(stood.memberships, life.memberships, from: "member")
    try withdraw(stood.events, life.events, from: "household_event")
  }

  private func withdraw<Fact: Hashable>(
    _ stood: [Fact: Int64], _ now: [Fact], from table: String
  ) throws(SQLiteFailure) {
    guard !stood.isEmpty else { return }
    let standing = Set(now)
    for id in stood.filter({ !standing.contains($0.key) }).map(\.value).sorted() {
      try register.connection.run(
        "UPDATE \(table) SET withdrawn = :entry WHERE id = :id",
        ["entry": .integer(entry), "id": .integer(id)])
    }
  }

  func add(_ stood: StoodLife, _ life: HouseholdLife) throws(SQLiteFailure) {
    let (household, entry) = (Value.integer(household), Value.integer(entry))
    for fact in life.residences where stood.residences[fact] == nil {
      try insert(
        into: "residence",
        [
          "household_id": household, "village_code": .integer(fact.value),
          "since": Value(fact.since), "entered": entry,
        ])
    }
    for fact in life.classes where stood.classes[fact] == nil {
      try insert(
        into: "household_class",
        [
          "household_id": household, "class": .integer(fact.value.householdClass),
          "ground": Value(fact.value.ground), "since": Value(fact.since), "entered": entry,
        ])
    }
    for fact in life.memberships where stood.memberships[fact] == nil { try add(fact) }
    for fact in life.headships where stood.headships[fact] == nil {
      try insert(
        into: "headship",
        [
          "household_id": household, "member_no": .integer(fact.value),
          "since": Value(fact.since), "entered": entry,
        ])
    }
    if let end = life.end, stood.ends[end] == nil {
      try insert(
        into: "household_end",
        [
          "household_id": household, "ended_on": Value(end.on), "ground": Value(end.ground),
          "into_household_id": Value(id(end.into)), "entered": entry,
        ])
    }
    for fact in life.events where stood.events[fact] == nil {
      try insert(
        into: "household_event",
        [
          "household_id": household, "event": Value(fact.kind.rawValue),
          "happened_on": Value(fact.on), "village_code": Value(fact.village),
          "class": Value(fact.householdClass), "ground": Value(fact.ground),
          "member_no": .integer(fact.person), "other_household_id": Value(id(fact.other)),
          "entered": entry,
        ])
    }
  }

  private func id(_ key: Int64?) -> Int64? { key.map { ids[$0] ?? $0 } }

  /// Adds a fact. The statement of a table is the same each time, so that it is compiled once.
  private func insert(into table: String, _ fact: Bindings) throws(SQLiteFailure) {
    let columns = fact.map(\.key).joined(separator: ", ")
    let marks = fact.map { ":\($0.key)" }.joined(separator: ", ")
    try register.connection.run("INSERT INTO \(table) (\(columns)) VALUES (\(marks))", fact)
  }

  /// All that is known of the person is copied; only the household, the number in it and the days differ.
  private func add(_ fact: Membership) throws(SQLiteFailure) {
    let person = """
      resident_key, relation, sex, name, resident_written, id_verified, birth_date, ethnicity,
      education, health, labour, phone, account_no, remark
      """
    try register.connection.run(
      """
      INSERT INTO member (household_id, member_no, joined_on, left_on, \(person), entered)
      SELECT :household, :number, :joined, :left, \(person), :entry FROM member WHERE id = :copied
      """,
      [
        "household": .integer(household), "number": .integer(fact.number),
        "joined": Value(fact.joined), "left": Value(fact.left), "entry": .integer(entry),
        "copied": .integer(fact.copyOf),
      ])
  }
}
