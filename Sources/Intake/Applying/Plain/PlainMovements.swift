import Domain
import Register
import SQLite

/// The movements that a file's rows are, each read once.
///
/// They wait in memory until all accounts are known, since an account's id depends on all rows. At the first row
/// that is not sound by itself, or of which something could be said, `read` gives false.
struct PlainMovements: Sendable {
  struct Movement: Sendable {
    let amount: Int64
    /// As `PlainSheet.home` notes it.
    let home: Int64
    /// Where its number ends among the numbers of all; it begins where the one before ends.
    let numberEnd: UInt32
    let upper: Int32
    let lower: Int32
    let day: DayNumber
    /// The county that the row names; 0 for none.
    let county: Int32
    /// The place of the one that it reverses; none below 0.
    var reversed: Int32
  }

  private let form: MovementSheet
  private let slots: MovementSlots
  private var households: KnownNumbers
  private var projects: KnownNumbers
  private var batches: KnownBatches
  private let counties: Set<Int64>
  private(set) var accounts: PlainAccounts
  private(set) var movements: [Movement] = []
  private var numbers: [UInt8] = []
  /// The numbers that rows reverse, each once, and the rows.
  private var reversedNumbers = NumberTable()
  private var reversing: [Int32] = []
  private(set) var homes = HomeCounts()
  /// The counties that rows name.
  private(set) var namedCounties: Set<Int64> = []

  /// Where more rows than this are in memory, the file is staged instead.
  private static let most = 4_000_000

  init(
    _ sheet: Sheet, _ form: MovementSheet, _ households: KnownNumbers, _ projects: KnownNumbers,
    _ accounts: PlainAccounts, in register: Register
  ) throws(SQLiteFailure) {
    self.form = form
    slots = MovementSlots(sheet, form)
    self.households = households
    self.projects = projects
    batches = try KnownBatches(register)
    self.accounts = accounts
    var counties: Set<Int64> = []
    try register.connection.rows("SELECT code FROM region WHERE withdrawn IS NULL") { row in
      let code = row.int64(0)
      guard let place = RegionCode(code), place.level == .county else { return }
      let office = register.office
      if office.level == .province || office.contains(place) || place.contains(office) {
        counties.insert(code)
      }
    }
    self.counties = counties
  }

  /// Reads all rows; false where the file is to be judged the long way.
  ///
  /// - Parameter goesOn: called now and then with the rows read; false interrupts.
  mutating func read(
    _ rows: some SubmittedRows, goesOn: (Int) -> Bool
  ) throws(SQLiteFailure) -> Bool {
    var cells = CellValues(slots: slots.count)
    while true {
      cells.begin()
      switch rows.next(into: &cells) {
      case .end:
        return rows.faults.isEmpty && rows.destroyedColumns.isEmpty && settleReversals()
      case .unreadable: return false
      case .row(_, let clears, let withdraws, let faults):
        guard faults.isEmpty, clears == 0, !withdraws, movements.count < Self.most, take(cells)
        else { return false }
      }
      if movements.count & 0xFFF == 0, !goesOn(movements.count) { throw .interrupted }
    }
  }

  private mutating func take(_ cells: CellValues) -> Bool {
    guard cells.text(slots.number, { numbers.append(contentsOf: $0) }) != nil,
      let amount = cells.integer(slots.amount), let day = cells.integer(slots.day),
      let batch = batches.find(cells, slots), var row = named(cells, batch: batch)
    else { return false }
    guard let step = slots.steps.firstIndex(where: { cells.holds($0) }) else { return false }
    let (upper, lower) = (form.steps[step].upper.place, form.steps[step].lower.place)
    if lower == .payeePaid { row.payee = cells.text(slots.payee) { accounts.payee($0) } ?? 0 }
    let index = movements.count
    var reversed: Int32 = -1
    if cells.holds(slots.reverses) {
      // A number is reversed once.
      let isFirst = cells.text(slots.reverses) { number in
        if reversedNumbers.find(number) != nil { return false }
        reversedNumbers.append(number)
        return true
      }
      guard isFirst == true else { return false }
      reversing.append(Int32(index))
      reversed = 0
    }
    movements.append(
      Movement(
        amount: amount, home: row.home, numberEnd: UInt32(truncatingIfNeeded: numbers.count),
        upper: accounts.place(of: row.account(upper), kind: step * 2, row: index),
        lower: accounts.place(of: row.account(lower), kind: step * 2 + 1, row: index),
        day: DayNumber(clamping: day), county: Int32(clamping: row.namedCounty),
        reversed: reversed))
    homes.add(row.home)
    return numbers.count < Int(UInt32.max) / 2
  }

  /// What the row names; nil where something of it is unknown, or a county is not its project's.
  private mutating func named(_ cells: CellValues, batch: Int64) -> MovementRow? {
    var row = MovementRow(batch: batch)
    if cells.holds(slots.project) {
      guard let project = cells.text(slots.project, { projects.find($0) }) ?? nil else {
        return nil
      }
      (row.project, row.projectCounty) = (project.id, project.home)
      row.home = project.home
    }
    if let county = cells.integer(slots.county) {
      guard counties.contains(county), row.project == 0 || row.projectCounty == county else {
        return nil
      }
      namedCounties.insert(county)
      row.namedCounty = county
      row.home = county
    }
    if cells.holds(slots.household) {
      guard row.project != 0,
        let household = cells.text(slots.household, { households.find($0) }) ?? nil
      else { return nil }
      row.household = household.id
      row.home = household.home
    }
    return row
  }

  /// Finds what is reversed; false where that is not one movement of the file, whole, of the same places, on or
  /// after its day.
  private mutating func settleReversals() -> Bool {
    guard !reversing.isEmpty else { return true }
    var found = [Int32](repeating: -1, count: reversing.count)
    var asked = reversedNumbers
    for index in movements.indices {
      let place = withNumber(index) { asked.find($0) }
      guard let place else { continue }
      guard found[place] < 0 else { return false }
      found[place] = Int32(index)
    }
    for (place, index) in reversing.enumerated() {
      let reversal = movements[Int(index)]
      guard found[place] >= 0, found[place] != index else { return false }
      let target = movements[Int(found[place])]
      let (negated, isTooLarge) = Int64(0).subtractingReportingOverflow(target.amount)
      guard target.reversed < 0, !isTooLarge, reversal.amount == negated,
        reversal.day >= target.day, reversal.upper == target.upper,
        reversal.lower == target.lower, reversal.county == target.county
      else { return false }
      movements[Int(index)].reversed = found[place]
    }
    return true
  }

  private func withNumber<Answer>(
    _ index: Int, _ body: (UnsafeRawBufferPointer) -> Answer
  ) -> Answer {
    let range = numberRange(index)
    return numbers.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[range])) }
  }

  private func numberRange(_ index: Int) -> Range<Int> {
    let start = index == 0 ? 0 : Int(movements[index - 1].numberEnd)
    return start..<Int(movements[index].numberEnd)
  }

  /// The bytes of a movement's number.
  func number(_ index: Int) -> ArraySlice<UInt8> { numbers[numberRange(index)] }

  mutating func makeAccounts(after last: Int64, _ table: FactTable) -> AccountRows {
    let made = accounts.number(after: last)
    return AccountRows(made, of: accounts, table)
  }
}
