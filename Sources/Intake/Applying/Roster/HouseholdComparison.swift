import Domain
import Register
import SQLite

/// Holds what the rows of a household say of it against what stands.
struct HouseholdComparison {
  private let residence, householdClass, circumstance, enrolment: ComparedTable

  init(_ register: Register) throws(SQLiteFailure) {
    func table(_ name: String, by order: String) throws(SQLiteFailure) -> ComparedTable {
      guard let merge = RosterRules.ofHouseholds.first(where: { $0.table == name }) else {
        preconditionFailure("a roster says nothing of \(name)")
      }
      return try ComparedTable(merge, by: order, register)
    }
    residence = try table("residence", by: "since")
    householdClass = try table("household_class", by: "since")
    circumstance = try table("circumstance", by: "household_id")
    enrolment = try table("enrolment", by: "year")
  }

  /// The village in which a household lives, where the rows give no other. Nil too where it lives nowhere, or was
  /// split off, so that it has a first day.
  func villageIfSame(
    _ id: Int64, _ held: HeldRows, _ count: Int
  ) throws(SQLiteFailure) -> Int64? {
    guard try residence.cursor.turn(to: id),
      residence.cursor.int64(1) == Int64(DayPeriod.firstDay)
    else { return nil }
    var village: Int64
    var isSame: Bool
    repeat {
      village = residence.cursor.int64(2)
      isSame = residence.isSame(held, count)
    } while try residence.cursor.next()
    return isSame ? village : nil
  }

  /// Whether the rows give the latest class and ground, circumstances, and the enrolment of a year that is kept.
  func areSame(
    _ id: Int64, _ held: HeldRows, _ count: Int, _ years: KeptYears
  ) throws(SQLiteFailure) -> Bool {
    for table in [householdClass, circumstance] {
      var isSame = !table.isGiven(in: held, count)
      if try table.cursor.turn(to: id) {
        repeat { isSame = table.isSame(held, count) } while try table.cursor.next()
      }
      guard isSame else { return false }
    }
    guard enrolment.isGiven(in: held, count) else { return true }
    guard try enrolment.cursor.turn(to: id) else { return false }
    repeat {
      if enrolment.isSame(held, count) {
        return years.holds(Int32(clamping: enrolment.cursor.int64(2)))
      }
    } while try enrolment.cursor.next()
    return false
  }
}

/// A table whose facts a roster's rows give, and where a row gives each value.
struct ComparedTable {
  struct Column {
    let name: String
    let slot: Int
    /// Its place in a row of the cursor.
    let place: Int32
  }

  /// Its rows have the household's id, what they are in order of, and the columns.
  let cursor: HouseholdCursor
  let columns: [Column]

  init(_ merge: Merge, by order: String, _ register: Register) throws(SQLiteFailure) {
    let staged = StagedColumns(.roster).slots.map { $0.name.filter { $0 != "\"" } }
    columns = merge.values.enumerated().map { index, column in
      guard let slot = staged.firstIndex(of: column.slot ?? column.name) else {
        preconditionFailure("no slot of a roster's row gives \(column.name)")
      }
      return Column(name: column.name, slot: slot, place: Int32(index + 2))
    }
    let first = String(order.prefix { $0 != "," })
    cursor = try HouseholdCursor(
      merge.table, [first] + columns.map(\.name), by: order, on: register.connection)
  }

  func column(_ name: String) -> Column {
    guard let column = columns.first(where: { $0.name == name }) else {
      preconditionFailure("a roster gives no \(name)")
    }
    return column
  }

  /// Whether any row gives a value.
  func isGiven(in held: HeldRows, _ count: Int) -> Bool {
    columns.contains { column in (0..<count).contains { !held.isNull($0, column.slot) } }
  }

  /// Whether every value that a row gives is that of the fact at hand.
  func isSame(_ held: HeldRows, _ count: Int) -> Bool {
    for column in columns {
      let stored = cursor.lent(column.place)
      for row in 0..<count where !held.isNull(row, column.slot) {
        guard held.isSame(row, column.slot, stored) else { return false }
      }
    }
    return true
  }
}
