import Register
import SQLite

// What a random entry may do. Each act draws its households, days and sums without asking whether the
// rules would have it.

extension RandomHistory {
  func randomAct(_ entry: Int64) throws(SQLiteFailure) {
    switch numbers.number(in: 0...99) {
    case 0..<4: try registerHousehold(entry)
    case 4..<10: try transfer(entry)
    case 10..<18: try enrol(entry)
    case 18..<24: try addDated("plan", [("measures", "养羊")], "starts_on", "ended_on", entry)
    case 24..<30: try link(entry)
    case 30..<42: try assign(entry)
    case 42..<54: try allocate(entry)
    case 54..<59: try pay(entry)
    case 59..<62: try reverse(entry)
    case 62..<66: try addSince("residence", "village_code", villages, entry)
    case 66..<70: try addSince("household_class", "class", [1, 2, 3, 4], entry)
    case 70..<74: try join(entry)
    case 74..<76: try end(entry)
    case 76..<79: try takeStep(entry)
    case 79..<82: try earn(entry)
    case 82..<89: try withdrawSomething(entry)
    default: try correctSomething(entry)
    }
  }

  private var villages: [Int64] { [433_123_101_201, 433_123_101_202, 433_123_102_201] }

  private func one(of sql: String) throws(SQLiteFailure) -> Int64? {
    let found = try register.integers(sql)
    return found.isEmpty ? nil : numbers.one(of: found)
  }

  private func household() throws(SQLiteFailure) -> Int64? {
    try one(of: "SELECT DISTINCT household_id FROM residence WHERE withdrawn IS NULL")
  }

  private func person() -> Value {
    numbers.isTrue(85) ? Value(1_000 + numbers.number(in: 1...30)) : .null
  }

  func registerHousehold(_ entry: Int64) throws(SQLiteFailure) {
    let fresh = try one(
      of: """
        SELECT id FROM household WHERE NOT EXISTS (
          SELECT 1 FROM residence WHERE household_id = household.id AND withdrawn IS NULL)
        """)
    guard let id = fresh.map({ Value($0) }) else { return }
    let always = Value(Self.always)
    try register.add(
      "residence",
      [
        ("household_id", id), ("village_code", Value(numbers.one(of: villages))), ("since", always),
      ],
      entry)
    try register.add(
      "household_class",
      [("household_id", id), ("class", Value(numbers.number(in: 1...4))), ("since", always)], entry)
    for number in 1...numbers.number(in: 1...3) {
      try member(id, Value(number), joined: always, left: Value(Self.openEnd), entry)
    }
    try register.add(
      "headship", [("household_id", id), ("member_no", 1), ("since", always)], entry)
    for role in 1...3 where numbers.isTrue(75) { try assign(id, Value(role), Self.always, entry) }
    if numbers.isTrue(70) {
      try register.add(
        "plan",
        [
          ("household_id", id), ("starts_on", always), ("ended_on", Value(Self.openEnd)),
          ("measures", "种茶"),
        ], entry)
      try register.add(
        "enrolment",
        [
          ("household_id", id), ("year", 2011),
          ("enrolled_on", Value(numbers.one(of: [14_975, 15_005]))),
        ],
        entry)
      try register.add(
        "project_household",
        [
          ("project_id", Value(numbers.number(in: 1...3))), ("household_id", id), ("since", always),
          ("until", Value(Self.openEnd)),
        ], entry)
    }
  }

  private func member(
    _ household: Value, _ number: Value, joined: Value, left: Value, _ entry: Int64
  ) throws(SQLiteFailure) {
    try register.add(
      "member",
      [
        ("household_id", household), ("member_no", number), ("joined_on", joined),
        ("left_on", left), ("resident_key", person()), ("name", "某"),
      ], entry)
  }

  /// A person leaves one household on a day and joins another, on that day or on one of their own.
  private func transfer(_ entry: Int64) throws(SQLiteFailure) {
    guard
      let id = try one(
        of: """
          SELECT id FROM member WHERE withdrawn IS NULL AND resident_key IS NOT NULL
            AND left_on = 2932896 AND member_no > 1
          """),
      let household = try household()
    else { return }
    let day = self.day
    try register.withdraw("member", id, entry)
    try register.connection.execute(
      """
      INSERT INTO member (household_id, member_no, joined_on, left_on, resident_key, name, entered)
      SELECT household_id, member_no, joined_on, \(day), resident_key, name, \(entry)
      FROM member WHERE id = \(id);
      INSERT INTO member (household_id, member_no, joined_on, left_on, resident_key, name, entered)
      SELECT \(household), (SELECT max(member_no) + 1 FROM member WHERE household_id = \(household)),
        \(numbers.isTrue(80) ? day : self.day), 2932896, resident_key, name, \(entry)
      FROM member WHERE id = \(id);
      """)
  }

  private func enrol(_ entry: Int64) throws(SQLiteFailure) {
    guard let household = try household() else { return }
    let day = self.day
    let year = numbers.isTrue(5) ? 2012 : day < 14_975 ? 2010 : day < 15_340 ? 2011 : 2012
    try register.add(
      "enrolment",
      [("household_id", Value(household)), ("year", Value(year)), ("enrolled_on", Value(day))],
      entry)
  }

  private func addDated(
    _ table: String, _ values: [(String, Value)], _ since: String, _ until: String, _ entry: Int64
  ) throws(SQLiteFailure) {
    guard let household = try household() else { return }
    let start = numbers.isTrue(30) ? Self.always : day
    let end = numbers.isTrue(60) ? Self.openEnd : max(day, start + 1)
    try register.add(
      table,
      [("household_id", Value(household)), (since, Value(start)), (until, Value(end))] + values,
      entry)
  }

  private func link(_ entry: Int64) throws(SQLiteFailure) {
    let project = Value(numbers.number(in: 1...3))
    try addDated("project_household", [("project_id", project)], "since", "until", entry)
  }

  private func assign(_ entry: Int64) throws(SQLiteFailure) {
    let role = Value(numbers.number(in: 1...3))
    try addDated("assignment", [("role", role), ("staff_id", 1)], "since", "until", entry)
  }

  private func assign(
    _ household: Value, _ role: Value, _ since: Int64, _ entry: Int64
  ) throws(SQLiteFailure) {
    try register.add(
      "assignment",
      [
        ("household_id", household), ("role", role), ("staff_id", 1), ("since", Value(since)),
        ("until", Value(Self.openEnd)),
      ], entry)
  }

  private func addSince(
    _ table: String, _ column: String, _ choices: [Int64], _ entry: Int64
  ) throws(SQLiteFailure) {
    guard let household = try household() else { return }
    try register.add(
      table,
      [
        ("household_id", Value(household)), (column, Value(numbers.one(of: choices))),
        ("since", Value(day)),
      ], entry)
  }

  private func join(_ entry: Int64) throws(SQLiteFailure) {
    guard let household = try household(),
      let next = try register.integer(
        "SELECT ifnull(max(member_no), 0) + 1 FROM member WHERE household_id = \(household)")
    else { return }
    let number = next > 1 && numbers.isTrue(25) ? next - 1 : next
    try member(
      Value(household), Value(number), joined: Value(day),
      left: Value(numbers.isTrue(70) ? Self.openEnd : 15_338), entry)
    if numbers.isTrue(30) {
      try register.add(
        "headship",
        [("household_id", Value(household)), ("member_no", Value(number)), ("since", Value(day))],
        entry)
    }
  }

  private func end(_ entry: Int64) throws(SQLiteFailure) {
    guard let household = try household() else { return }
    try register.add(
      "household_end", [("household_id", Value(household)), ("ended_on", Value(day))], entry)
  }

  private func earn(_ entry: Int64) throws(SQLiteFailure) {
    guard let household = try household() else { return }
    for year in [2010, 2011] where numbers.isTrue(80) {
      let fen = 100_000 + (year - 2010) * 150_000 + numbers.number(in: -1...1)
      try register.add(
        "income",
        [("household_id", Value(household)), ("year", Value(year)), ("total_fen", Value(fen))],
        entry)
    }
  }

  private func takeStep(_ entry: Int64) throws(SQLiteFailure) {
    let step = numbers.one(of: [1, 2, 3, 4, 4, 5, 5, 5, 6, 7, 8])
    try register.add(
      "project_step",
      [
        ("project_id", Value(numbers.number(in: 1...3))), ("step", Value(step)),
        ("stepped_on", Value(day)),
        ("grade", step == 5 ? Value(numbers.number(in: 1...3)) : .null),
      ], entry)
  }
}
