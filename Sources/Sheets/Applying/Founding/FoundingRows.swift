import CSV
import Domain
import Register
import SQLite

/// Reads the rows of a founding roster into blocks of members, and gathers their households.
///
/// It knows what a plain roster looks like and nothing else: the rows of a household follow each other, agree,
/// name one head and a village that is known, and each row is sound by itself. At the first row of which that
/// is not so, it is `isOdd`, and the roster is judged the long way.
struct FoundingRows: ~Copyable {
  private let places: KnownPlaces
  private var villageNames: VillageNames
  private let slots = Slots()
  private let columns: MemberColumns
  private let entry: Int64
  private var records: DataRecords
  private var rows: RowReader
  private var values = RowValues(StagedColumns(.roster))
  private var current: FoundingHouseholds.Household?
  /// The stays in the household at hand, row by row.
  private var stays: [Stay] = []
  private var salts = [Int64](repeating: 0, count: 512)
  private var saltsUsed = 512
  private(set) var households = FoundingHouseholds()
  private(set) var memberCount = 0
  private(set) var isOdd = false

  /// A household with more is odd.
  private static let mostMembers = 1_000

  private struct Stay {
    let resident: Int64?
    /// Of name and birth date, where there is no ID.
    let hash: Int
    /// Of all that the row says of the person, where there is no ID.
    let rowHash: Int
    /// Whether a row says when it began or ended.
    let isDated: Bool
    let joinedOn: Int64
    let leftOn: Int64
    /// That of the person's first stay.
    var memberNo: Int32

    func isOfSamePerson(as other: Stay) -> Bool {
      resident == other.resident && hash == other.hash
    }

    /// Whether it may be the same row again.
    func isAlike(_ other: Stay) -> Bool {
      resident == other.resident && rowHash == other.rowHash && joinedOn == other.joinedOn
        && leftOn == other.leftOn
    }
  }

  init(
    _ file: SheetFile, _ header: SheetFile.Header, codes: CodeChoice, today: CalendarDate,
    entry: Int64, member: FactTable, places: KnownPlaces, villageNames: VillageNames
  ) {
    self.places = places
    self.villageNames = villageNames
    self.entry = entry
    columns = MemberColumns(member, slots)
    records = DataRecords(file, header)
    rows = RowReader(
      header, codes: codes, checks: RosterRules().rowChecks(today: today))
  }

  /// Lines of the rows passed over.
  var passedOver: LineRuns { records.passedOver }

  /// What the cells were read as where that is worth telling.
  var warnings: [Fault] { rows.cells.warnings(of: .roster) }

  /// How many members each village has, gathered as their households ended.
  private(set) var membersByVillage: [Int64: Int] = [:]

  /// Gives the room of the households back, once their facts are in.
  mutating func forgetHouseholds() { households = FoundingHouseholds() }

  /// Fills a block with the next members; false at the end of the file, or where it is odd.
  mutating func fill(_ block: FactBlock) -> Bool {
    block.removeAll()
    while !isOdd, !block.isFull, readRow() { take(into: block) }
    guard !isOdd, block.count > 0 else { return false }
    block.bytesRead = records.record.byteRange.upperBound
    return true
  }

  private mutating func readRow() -> Bool {
    do throws(CSVFault) {
      guard try records.next() else {
        endHousehold()
        return false
      }
    } catch {
      isOdd = true
      return false
    }
    values.begin()
    rows.read(records.record, into: &values)
    if !rows.faults.isEmpty || rows.clears != 0 || rows.withdraws
      || rows.cells.relationLists.sawNumber
    {
      isOdd = true
    }
    return !isOdd
  }

  private mutating func take(into block: FactBlock) {
    guard let number = values.text(slots.household) else { return isOdd = true }
    let isSame = current.map { households.isEqual($0.number, values.texts[number]) } ?? false
    if !isSame {
      endHousehold()
      if number.count > 32 { isOdd = true }
      current = FoundingHouseholds.Household(number: households.keep(values.texts[number]))
    }
    if isOdd { return }
    gather()
    add(to: block)
  }
}

extension FoundingRows {
  /// What the row says of its household.
  private mutating func gather() {
    guard var household = current else { return }
    household.memberCount += 1
    merge(&household.village, values.integer(slots.village))
    if let name = values.text(slots.villageName) {
      let code = values.integer(slots.village)
      if code.map({ villageNames.agrees($0, values.texts[name]) }) != true { isOdd = true }
    }
    merge(&household.income, values.integer(slots.income))
    merge(&household.size, values.integer(slots.size))
    merge(&household.enrolledOn, values.integer(slots.enrolledOn).map { Int32(clamping: $0) })
    merge(
      &household.householdClass, values.integer(slots.householdClass).map { Int8(clamping: $0) })
    merge(&household.ground, values.text(slots.ground))
    merge(&household.cause, values.text(slots.cause))
    let stay = self.stay(household.memberCount)
    stays.append(stay)
    if values.integer(slots.relation) == Int64(Relation.Base.head.rawValue) {
      if household.headNo != 0 || stay.isDated { isOdd = true }
      household.headNo = stay.memberNo
    }
    current = household
  }

  /// The row's stay. One who left and came back keeps the number of the first stay; stays that are not in
  /// their order are odd.
  private mutating func stay(_ number: Int32) -> Stay {
    let isDated = !values.isNull(slots.joinedOn) || !values.isNull(slots.leftOn)
    let resident = values.integer(slots.resident)
    var stay = Stay(
      resident: resident, hash: resident == nil ? hash(of: [slots.name, slots.birth]) : 0,
      rowHash: resident == nil ? hash(of: columns.ofPerson) : 0, isDated: isDated,
      joinedOn: values.integer(slots.joinedOn) ?? Int64(DayPeriod.firstDay),
      leftOn: values.integer(slots.leftOn) ?? Int64(DayPeriod.openEnd), memberNo: number)
    guard number <= FoundingRows.mostMembers else { return stay }
    if resident == nil, stays.contains(where: stay.isAlike) { isOdd = true }
    guard isDated else { return stay }
    let before = stays.filter { $0.isDated && $0.isOfSamePerson(as: stay) }
    guard let first = before.first else { return stay }
    if before.contains(where: { $0.joinedOn > stay.joinedOn }) { isOdd = true }
    if values.isNull(slots.joinedOn) { return stay }
    if before.allSatisfy({ $0.leftOn <= stay.joinedOn }) { stay.memberNo = first.memberNo }
    return stay
  }

  private mutating func merge<Number: FixedWidthInteger>(_ known: inout Number, _ given: Number?) {
    guard let given, given != known else { return }
    if known != .min { isOdd = true }
    known = given
  }

  private mutating func merge(_ known: inout FoundingHouseholds.Text, _ given: Range<Int>?) {
    guard let given else { return }
    let text = values.texts[given]
    if known == .none {
      known = households.keepShared(text)
    } else if !households.isEqual(known, text) {
      isOdd = true
    }
  }

  /// Tells people without an ID apart; equal for different people now and then, which is odd and no more.
  private func hash(of slots: [Int]) -> Int {
    var hash = 17
    for slot in slots {
      switch values.values[slot] {
      case .null: break
      case .integer(let value): hash = (hash &* 31) ^ Int(value)
      case .text(let text):
        for byte in values.texts[text] { hash = (hash &* 31) ^ Int(byte) }
      }
      hash = hash &* 31
    }
    return hash
  }

  /// A household is added when its rows have ended.
  private mutating func endHousehold() {
    guard let household = current else { return }
    current = nil
    stays.removeAll(keepingCapacity: true)
    if household.headNo == 0 || household.memberCount > FoundingRows.mostMembers
      || !places.holds(household.village) || households.isTooLarge
    {
      isOdd = true
    }
    households.add(household)
    membersByVillage[household.village, default: 0] += Int(household.memberCount)
  }

  private mutating func add(to block: FactBlock) {
    memberCount += 1
    block.set(columns.id, Int64(memberCount))
    block.set(columns.household, Int64(households.count + 1))
    if let stay = stays.last {
      block.set(columns.memberNo, Int64(stay.memberNo))
      block.set(columns.joinedOn, stay.joinedOn)
      block.set(columns.leftOn, stay.leftOn)
    }
    for (slot, column) in columns.asWritten {
      switch values.values[slot] {
      case .null: block.setNull(column)
      case .integer(let value): block.set(column, value)
      case .text(let range): block.set(column, text: values.texts.span.extracting(range))
      }
    }
    block.set(columns.salt, nextSalt())
    block.set(columns.entered, entry)
    block.endRow()
  }

  private mutating func nextSalt() -> Int64 {
    if saltsUsed == salts.count {
      Randomness.fill(&salts)
      saltsUsed = 0
    }
    saltsUsed += 1
    return salts[saltsUsed - 1]
  }
}

/// The slots of a roster's row.
private struct Slots {
  let household = Slots.slot("household_no")
  let village = Slots.slot("village_code")
  let villageName = Slots.slot("village")
  let name = Slots.slot("name")
  let relation = Slots.slot("relation")
  let resident = Slots.slot("resident_id")
  let birth = Slots.slot("birth_date")
  let joinedOn = Slots.slot("joined_on")
  let leftOn = Slots.slot("left_on")
  let householdClass = Slots.slot("class")
  let ground = Slots.slot("class_ground")
  let cause = Slots.slot("cause")
  let income = Slots.slot("income_per_capita")
  let enrolledOn = Slots.slot("enrolled_on")
  let size = Slots.slot("household_size")

  private static func slot(_ column: String) -> Int {
    StagedColumns(.roster).firstSlot[Sheet.roster.place(of: column)]
  }
}

/// Where the columns of `member` stand, and which of them hold a slot as it is.
private struct MemberColumns {
  let id, household, memberNo, joinedOn, leftOn, salt, entered: Int
  let asWritten: [(slot: Int, column: Int)]
  /// The slots of those.
  let ofPerson: [Int]

  init(_ table: FactTable, _ slots: Slots) {
    id = table.column("id")
    household = table.column("household_id")
    memberNo = table.column("member_no")
    joinedOn = table.column("joined_on")
    leftOn = table.column("left_on")
    salt = table.column("salt")
    entered = table.column("entered")
    let special: Set = [joinedOn, leftOn]
    asWritten = StagedColumns(.roster).slots.enumerated().compactMap { slot, staged in
      guard let column = table.columns.firstIndex(of: staged.name.filter { $0 != "\"" }),
        !special.contains(column)
      else { return nil }
      return (slot, column)
    }
    ofPerson = asWritten.map(\.slot)
  }
}
