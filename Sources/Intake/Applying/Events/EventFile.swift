import Domain
import SQLite

/// The rows of one file on their way into the lives of households.
struct EventFile {
  let work: ImportWork
  let lives: HouseholdLives
  /// The rows of dated changes of head, by household number.
  let headRows: [String: [EventRow]]
  /// Households whose whole history of heads the file told as it stood.
  var knownHeads: Set<Int64> = []
  /// Where the file told each event first.
  private var toldOn: [HouseholdEvent.Key: Int] = [:]
  private var withdrawnBefore: Set<HouseholdEvent.Key>?
  /// The line that made a household one that never was.
  private var lines: [Int64: Int] = [:]
  private var states: [(row: Int64, state: State)] = []

  /// What became of a row, as `Merge` counts it.
  private enum State: Int {
    case unchanged = 0
    case created = 1
    case corrected = 2
    case withdrawn = 3
  }

  init(_ work: ImportWork, _ lives: HouseholdLives, _ rows: [EventRow]) {
    self.work = work
    self.lives = lives
    headRows = Dictionary(
      grouping: rows.filter { $0.kind == .head && !$0.withdraws && !$0.isFirst },
      by: \.householdNumber)
  }

  var office: RegionCode { work.register.office }

  mutating func take(_ row: EventRow) throws(EventStop) {
    if row.isFirst { return try takeFirst(row) }
    let home = try life(of: row.householdNumber)
    let other = try row.otherNumber.map { number throws(EventStop) in try life(of: number).key }
    let people = try find(row, in: home)
    var seen: Set<Int64> = []
    var all: [Int64: HouseholdLife] = [:]
    var states: [State] = []
    var told: [HouseholdEvent.Key] = []
    for (person, written) in people where seen.insert(person).inserted {
      let standing = (all[home.key] ?? home).event(row.kind, on: row.on, of: person)
      if row.withdraws { try noteWithdrawn() }
      var change = try self.change(
        of: [home.key, other, standing?.other, home.mergedInto(on: row.on)].compactMap { $0 },
        after: all, to: row)
      if row.kind == .merge {
        change.goneElsewhere = try goneElsewhere(from: home.key, on: row.on)
      }
      do throws(EventFault) {
        states.append(
          row.withdraws
            ? try withdraw(row, standing, person, home.key, &change)
            : try tell(
              row, row.event(of: home.key, person: person, other: other, standing: standing),
              standing, &change))
        try change.judgeGivings()
      } catch {
        throw try stop(error, written, all)
      }
      all.merge(change.lives) { $1 }
      told.append(
        HouseholdEvent.Key(household: home.key, kind: row.kind, on: row.on, person: person))
    }
    if !row.withdraws { for key in told { toldOn[key] = toldOn[key] ?? row.line } }
    for key in all.keys where key != home.key { lines[key] = row.line }
    lives.replace(all)
    let state: State =
      states.contains(.created)
      ? .created : states.max { $0.rawValue < $1.rawValue } ?? .unchanged
    self.states.append((row.row, state))
  }

  /// A fault with the person it is about and the other household of an event in the way.
  private func stop(
    _ fault: EventFault, _ written: String?, _ changed: [Int64: HouseholdLife]
  ) throws(EventStop) -> EventStop {
    var kind = fault.kind
    if let event = fault.event, let other = event.other {
      let life = if let changed = changed[other] { changed } else { try life(of: other) }
      kind = .laterEvent(event: event.kind.name, on: event.on, other: life.number)
    }
    let value = fault.column == "member" ? written.map(EventPerson.shown) : nil
    return .fault(EventFault(fault.column, kind, value: fault.value ?? value))
  }

  private func life(of key: Int64) throws(EventStop) -> HouseholdLife {
    do throws(SQLiteFailure) { return try lives.life(key) } catch { throw .database(error) }
  }

  /// Keeps what became of a household by a row of what it was at first.
  mutating func keep(_ life: HouseholdLife, after row: EventRow, isSame: Bool) {
    if !isSame { lives.replace([life.key: life]) }
    states.append((row.row, isSame ? .unchanged : .corrected))
  }

  /// Splits of one day in the order of the members who leave, so that the order of rows decides nothing.
  func inOrderOfMembers(_ splits: [EventRow]) throws(EventStop) -> [EventRow] {
    guard splits.count > 1 else { return splits }
    var numbered: [(household: String, number: Int64, row: EventRow)] = []
    for row in splits {
      let home = try life(of: row.householdNumber)
      let numbers = row.people.compactMap { try? EventPerson.find($0, for: row, in: home) }
      numbered.append((home.number, numbers.min() ?? 0, row))
    }
    return numbered.sorted {
      ($0.household, $0.number, $0.row.row) < ($1.household, $1.number, $1.row.row)
    }.map(\.row)
  }

  /// Whom a row is about: member numbers and how they were written; number 0 where it is about nobody.
  private func find(
    _ row: EventRow, in home: HouseholdLife
  ) throws(EventStop) -> [(Int64, String?)] {
    do throws(EventFault) {
      try judgeEnd(row, of: home)
      var people: [(Int64, String?)] = []
      for written in row.people {
        people.append((try EventPerson.find(written, for: row, in: home), written))
      }
      guard row.namesPeople else { return [(0, nil)] }
      if people.isEmpty, row.withdraws {
        let told = home.events.filter { $0.kind == row.kind && $0.on == row.on }
        if told.count == 1, let event = told.first { return [(event.person, nil)] }
      }
      guard !people.isEmpty else { throw .missing("member") }
      if row.kind == .head, people.count > 1 {
        throw EventFault(
          "member", .secondHead(firstLine: row.line, name: people.first?.1 ?? ""))
      }
      if row.kind == .split { people.sort { $0.0 < $1.0 } }
      return people
    } catch {
      throw .fault(error)
    }
  }

  /// Whoever was in it, nothing new happens in a household that has ended.
  private func judgeEnd(_ row: EventRow, of home: HouseholdLife) throws(EventFault) {
    guard !row.withdraws,
      !home.events.contains(where: { $0.kind == row.kind && $0.on == row.on }),
      let end = home.endPassed(by: row.kind, on: row.on)
    else { return }
    throw EventFault("on", .afterEnd(endedOn: end.on))
  }

  private func tell(
    _ row: EventRow, _ event: HouseholdEvent, _ standing: HouseholdEvent?,
    _ change: inout EventChange
  ) throws(EventFault) -> State {
    if let first = toldOn[event.key], event != standing {
      throw EventFault("household_no", .repeatedKey(firstLine: first))
    }
    guard event != standing else { return .unchanged }
    if standing == nil, isHeadAlready(event, change[event.household]) { return .unchanged }
    if let standing {
      if standing.isSame(butForGroundAs: event), event.kind != .move {
        change.reground(standing, as: event)
      } else {
        try change.takeBack(standing)
        try change.apply(event)
      }
    } else {
      try change.apply(event)
    }
    return standing == nil ? .created : .corrected
  }

  /// Whether a row is part of a history of heads that stands as the file tells it, and no event of its own.
  private func isHeadAlready(_ event: HouseholdEvent, _ home: HouseholdLife) -> Bool {
    event.kind == .head && event.ground == nil && knownHeads.contains(event.household)
      && home.hasHeadship(of: event.person, since: event.on)
  }

  /// A row that withdraws what was withdrawn before changes nothing, so that a file can be sent again.
  private func withdraw(
    _ row: EventRow, _ standing: HouseholdEvent?, _ person: Int64, _ home: Int64,
    _ change: inout EventChange
  ) throws(EventFault) -> State {
    guard let standing else {
      let key = HouseholdEvent.Key(household: home, kind: row.kind, on: row.on, person: person)
      if withdrawnBefore?.contains(key) == true { return .unchanged }
      throw EventFault("withdraw", .nothingToWithdraw)
    }
    try change.takeBack(standing)
    return .withdrawn
  }

  private mutating func noteWithdrawn() throws(EventStop) {
    guard withdrawnBefore == nil else { return }
    do throws(SQLiteFailure) { withdrawnBefore = try readWithdrawn() } catch {
      throw .database(error)
    }
  }

  private func readWithdrawn() throws(SQLiteFailure) -> Set<HouseholdEvent.Key> {
    var keys: Set<HouseholdEvent.Key> = []
    try work.register.connection.rows(
      """
      SELECT household_id, event, happened_on, member_no FROM household_event
      WHERE withdrawn IS NOT NULL
      """
    ) { row in
      guard let kind = HouseholdEventKind(rawValue: row.int(1)) else { return }
      keys.insert(
        HouseholdEvent.Key(
          household: row.int64(0), kind: kind, on: row.int32(2), person: row.int64(3)))
    }
    return keys
  }

  /// A household that was never made may have nothing more said of it: no plan, no money, no visit.
  func judgeUnmade() throws(SQLiteFailure) {
    for household in lives.unmade() {
      let said = try work.register.connection.first(
        "SELECT 1 FROM rule_household_registered WHERE household_id = :household LIMIT 1",
        ["household": .integer(household)]
      ) { _ in true }
      guard said == true, let line = lines[household], let life = lives.now[household] else {
        continue
      }
      work.add(
        Fault(
          line: line, column: "household_no",
          value: try work.written("household_no", line: line),
          .changedSince(household: life.number)))
    }
  }

  /// Counts the rows as `Merge` does.
  func note() throws(SQLiteFailure) {
    try work.register.connection.execute(
      """
      DROP TABLE IF EXISTS temp.merge_household_event;
      CREATE TEMP TABLE merge_household_event (row INTEGER NOT NULL, state INTEGER NOT NULL);
      """)
    let statement = try work.register.connection.prepare(
      "INSERT INTO temp.merge_household_event (row, state) VALUES (?, ?)")
    for (row, state) in states {
      statement.bind(row, at: 1)
      statement.bind(state.rawValue, at: 2)
      _ = try statement.step()
      statement.reset()
    }
    try work.note(
      "merge_household_event", isPrimary: true,
      created: states.count { $0.state == .created })
  }
}
