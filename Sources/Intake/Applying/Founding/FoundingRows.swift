import Domain
import Register
import SQLite

/// Reads the rows of a founding roster into blocks of members, and collects their households.
///
/// It knows what a plain roster looks like and nothing else: the rows of a household follow each other, agree,
/// name one head and a village that is known, and each row is sound by itself. At the first row of which that
/// is not so, it is `isUnusual`, and the roster is judged the long way.
///
/// `@unchecked Sendable`: it cannot be copied, and who hands it to another thread has it no more, so one
/// thread at a time has it. Its rows are read by it alone: they were made for it, and nobody else keeps them.
/// What these refer to and others do too is read only (`ByteSource`, `RowLayout`). The block that `row` points
/// into is the one that `fill` was given, and `row` turns to the next before it is touched.
struct FoundingRows<Rows: SubmittedRows>: ~Copyable, BlockMaker, @unchecked Sendable {
  private let places: KnownPlaces
  private let years: KeptYears
  private var villageNames: VillageNames
  private let slots = RosterSlots()
  private let columns: MemberColumns
  private let rows: Rows
  private var row: MemberRow
  private var current: FoundingHouseholds.Household?
  /// The stays in the household at hand, row by row.
  private var stays: [FoundingStay] = []
  private var salts = [Int64](repeating: 0, count: 512)
  private var saltsUsed = 512
  private(set) var households = FoundingHouseholds()
  private var numbers = NearNumbers()
  private var namesakes = FoundingNamesakes()
  /// The line of the row at hand.
  private var line = 0
  private(set) var memberCount = 0
  private(set) var isUnusual = false

  /// A household with more is unusual.
  private static var mostMembers: Int { 1_000 }

  init(
    _ rows: Rows, member: FactTable, places: KnownPlaces, years: KeptYears,
    villageNames: VillageNames
  ) {
    self.rows = rows
    self.places = places
    self.years = years
    self.villageNames = villageNames
    row = MemberRow(member)
    columns = MemberColumns(member)
  }

  /// Lines of the rows passed over.
  var passedOver: PassedOver { rows.passedOver }

  /// What the cells were read as, where that is reported.
  var warnings: [Fault] { rows.warnings + namesakes.warnings }

  /// How many members each village has, gathered as their households ended.
  private(set) var membersByVillage: [Int64: Int] = [:]

  /// Hands the households over, once all rows are read.
  mutating func takeHouseholds() -> FoundingHouseholds {
    let taken = households
    households = FoundingHouseholds()
    return taken
  }

  /// Fills a block with the next members; false at the end of the file, or where it is unusual.
  mutating func fill(_ block: FactBlock) -> Bool {
    block.removeAll()
    while !isUnusual, !block.isFull, readRow(into: block) {
      take()
      if !isUnusual { block.endRow() }
    }
    guard !isUnusual, block.count > 0 else { return false }
    block.bytesRead = rows.bytesRead
    return true
  }

  private mutating func readRow(into block: FactBlock) -> Bool {
    row.begin(in: block)
    switch rows.next(into: &row) {
    case .end:
      if !rows.faults.isEmpty { isUnusual = true }
      endHousehold()
      if !rows.destroyedColumns.isEmpty { isUnusual = true }
      return false
    case .unreadable: isUnusual = true
    case .row(let line, let clears, let withdraws, let faults):
      self.line = line
      if !faults.isEmpty || clears != 0 || withdraws || rows.relationList != nil {
        isUnusual = true
      }
    }
    return !isUnusual
  }

  private mutating func take() {
    guard let number = row.text(slots.household) else { return isUnusual = true }
    let isSame = current.map { households.isNumber(of: $0, number) } ?? false
    if !isSame {
      endHousehold()
      judge(number)
      current = households.begin(number)
    }
    if isUnusual { return }
    gather()
    fill()
  }
}

extension FoundingRows {
  /// A number that may be meant for an earlier one, or holds a resident ID, is unusual.
  private mutating func judge(_ number: UnsafeRawBufferPointer) {
    let number = number.assumingMemoryBound(to: UInt8.self).span
    let holdsID = PersonalNumbers.holdsValidID(inNumber: number)
    if holdsID || !numbers.places(near: number).isEmpty { isUnusual = true }
    numbers.insert(number, at: Int32(clamping: households.count))
  }

  /// What the row says of its household.
  private mutating func gather() {
    guard var household = current else { return }
    household.memberCount += 1
    if household.memberCount > Self.mostMembers { isUnusual = true }
    agree(household.village.settle(on: row.integer(slots.village)))
    if let name = row.text(slots.villageName) {
      let code = row.integer(slots.village)
      if code.map({ villageNames.agrees($0, name) }) != true { isUnusual = true }
    }
    agree(household.income.settle(on: row.integer(slots.income)))
    agree(household.size.settle(on: row.integer(slots.size)))
    agree(household.enrolledOn.settle(on: row.integer(slots.enrolledOn)))
    agree(household.householdClass.settle(on: row.integer(slots.householdClass)))
    merge(&household.ground, row.text(slots.ground))
    merge(&household.cause, row.text(slots.cause))
    let stay = self.stay(Int32(household.memberCount))
    stays.append(stay)
    if row.integer(slots.relation) == Int64(Relation.Base.head.rawValue) {
      if household.headNo != 0 || stay.isDated { isUnusual = true }
      household.headNo = Int16(clamping: stay.memberNo)
    }
    current = household
  }

  /// The row's stay. One who left and came back keeps the number of the first stay; stays that are not in
  /// their order are unusual.
  private mutating func stay(_ number: Int32) -> FoundingStay {
    let isDated = !row.isNull(slots.joinedOn) || !row.isNull(slots.leftOn)
    let resident = row.integer(slots.resident)
    var stay = FoundingStay(
      resident: resident, hash: resident == nil ? row.hash(of: [slots.name, slots.birth]) : 0,
      rowHash: resident == nil ? row.hash(of: row.ofMember) : 0, isDated: isDated,
      joinedOn: row.integer(slots.joinedOn) ?? Int64(DayPeriod.firstDay),
      leftOn: row.integer(slots.leftOn) ?? Int64(DayPeriod.openEnd), memberNo: number)
    guard Int(number) <= Self.mostMembers else { return stay }
    if resident == nil, let name = row.text(slots.name), let birth = row.text(slots.birth) {
      stay.newcomer = FoundingNamesakes.Newcomer(
        line: line, name: String(decoding: name, as: UTF8.self),
        birthDate: String(decoding: birth, as: UTF8.self))
    }
    if resident == nil, stays.contains(where: stay.isAlike) { isUnusual = true }
    guard isDated else { return stay }
    let before = stays.filter { $0.isDated && $0.isOfSamePerson(as: stay) }
    guard let first = before.first else { return stay }
    if before.contains(where: { $0.joinedOn > stay.joinedOn }) { isUnusual = true }
    if row.isNull(slots.joinedOn) { return stay }
    if before.allSatisfy({ $0.leftOn <= stay.joinedOn }) { stay.memberNo = first.memberNo }
    return stay
  }

  private mutating func agree(_ isSame: Bool) {
    if !isSame { isUnusual = true }
  }

  private mutating func merge(
    _ known: inout FoundingHouseholds.Shared, _ given: UnsafeRawBufferPointer?
  ) {
    guard let given else { return }
    if known == 0 {
      known = households.keep(given)
    } else if !households.isEqual(known, given) {
      isUnusual = true
    }
  }

  /// A household is added when its rows have ended.
  private mutating func endHousehold() {
    guard let household = current else { return }
    current = nil
    for stay in stays {
      if let newcomer = stay.newcomer {
        namesakes.meet(
          newcomer, stay.memberNo, in: household.village, households.number(of: household))
      }
    }
    if namesakes.isTooLarge { isUnusual = true }
    let isDated = stays.contains { $0.isDated }
    let days = isDated ? stays.map(\.days) : []
    stays.removeAll(keepingCapacity: true)
    if household.enrolledOn != .min, !years.holds(household.enrolledOn) { isUnusual = true }
    if household.headNo == 0 || household.memberCount > Self.mostMembers
      || !places.holds(household.village) || households.isTooLarge
    {
      isUnusual = true
    }
    households.add(household, stays: days)
    membersByVillage[household.village, default: 0] += Int(household.memberCount)
  }

  /// The columns of the member that no slot holds.
  private mutating func fill() {
    guard let stay = stays.last else { preconditionFailure("the row has a stay") }
    memberCount += 1
    row.set(column: columns.id, Int64(memberCount))
    row.set(column: columns.household, Int64(households.count + 1))
    row.set(column: columns.memberNo, Int64(stay.memberNo))
    row.set(column: columns.joinedOn, stay.joinedOn)
    row.set(column: columns.leftOn, stay.leftOn)
    row.set(column: columns.salt, nextSalt())
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

extension FixedWidthInteger {
  /// Takes the value that a further row gives a household; false where an earlier row gave another. `min` is
  /// none yet. It stands here, and not in the rows, which are generic: there each call would look up its type.
  fileprivate mutating func settle(on given: Int64?) -> Bool {
    guard let given else { return true }
    let value = Self(clamping: given)
    defer { self = value }
    return self == .min || self == value
  }
}

/// The places of the columns of `member` that no slot holds.
private struct MemberColumns {
  let id, household, memberNo, joinedOn, leftOn, salt: Int

  init(_ table: FactTable) {
    id = table.column("id")
    household = table.column("household_id")
    memberNo = table.column("member_no")
    joinedOn = table.column("joined_on")
    leftOn = table.column("left_on")
    salt = table.column("salt")
  }
}
