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
    for fact in life.residences where stood.residences[fact] == nil {
      try insert(
        "residence (household_id, village_code, since, entered)",
        [.integer(household), .integer(fact.value), Value(fact.since)])
    }
    for fact in life.classes where stood.classes[fact] == nil {
      try insert(
        "household_class (household_id, class, ground, since, entered)",
        [
          .integer(household), .integer(fact.value.householdClass), Value(fact.value.ground),
          Value(fact.since),
        ])
    }
    for fact in life.memberships where stood.memberships[fact] == nil { try add(fact) }
    for fact in life.headships where stood.headships[fact] == nil {
      try insert(
        "headship (household_id, member_no, since, entered)",
        [.integer(household), .integer(fact.value), Value(fact.since)])
    }
    if let end = life.end, stood.ends[end] == nil {
      try insert(
        "household_end (household_id, ended_on, ground, into_household_id, entered)",
        [.integer(household), Value(end.on), Value(end.ground), Value(id(end.into))])
    }
    for fact in life.events where stood.events[fact] == nil {
      try insert(
        """
        household_event (household_id, event, happened_on, village_code, class, ground, member_no,
          other_household_id, entered)
        """,
        [
          .integer(household), Value(fact.kind.rawValue), Value(fact.on), Value(fact.village),
          Value(fact.householdClass), Value(fact.ground), .integer(fact.person),
          Value(id(fact.other)),
        ])
    }
  }

  private func id(_ key: Int64?) -> Int64? { key.map { ids[$0] ?? $0 } }

  private func insert(_ columns: String, _ values: [Value]) throws(SQLiteFailure) {
    let marks = String(repeating: "?, ", count: values.count)
    let statement = try register.connection.prepare(
      "INSERT INTO \(columns) VALUES (\(marks)?)")
    for (index, value) in (values + [.integer(entry)]).enumerated() {
      statement.bind(value: value, at: Int32(index) + 1)
    }
    _ = try statement.step()
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
