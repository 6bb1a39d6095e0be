import Domain
import Register
import SQLite

/// The households of a founding roster, while its rows go by.
///
/// It knows what a plain roster looks like and nothing else: the rows of a household follow each other, agree,
/// name one head and a village that is known. At the first row of which that is not so, it is `isUnusual`.
struct FoundingHouseholds {
  private let places: KnownPlaces
  private let years: KeptYears
  private var villageNames: VillageNames
  private let slots = RosterSlots()
  private let columns: MemberColumns
  /// The household at hand; nil before the first row.
  private var current: FoundingHousehold?
  /// The stays in it, row by row.
  private var stays: [FoundingStay] = []
  private var count: Int64 = 0
  private(set) var memberCount = 0
  private var rows = HouseholdRows()
  private var salts = [Int64](repeating: 0, count: 512)
  private var saltsUsed = 512
  private var numbers = NearNumbers()
  private var namesakes = FoundingNamesakes()
  private var homes = HomeCounts()
  private(set) var isUnusual = false
  /// What the households come to.
  private(set) var figures: LoadedFigures
  private(set) var candidates: LoadedCandidates

  /// A household with more is unusual.
  private static let mostMembers = 1_000

  /// - Parameters:
  ///   - figures: those of no household.
  ///   - candidates: none yet.
  init(
    member: FactTable, places: KnownPlaces, years: KeptYears, villageNames: VillageNames,
    figures: LoadedFigures, candidates: LoadedCandidates
  ) {
    columns = MemberColumns(member)
    self.places = places
    self.years = years
    self.villageNames = villageNames
    self.figures = figures
    self.candidates = candidates
  }

  var warnings: [Fault] { namesakes.warnings }

  /// How many members each village has.
  var membersByVillage: [Int64: Int] { homes.all }

  /// Takes a row that is sound by itself, and sets the columns of the member that no slot holds.
  ///
  /// - Parameter blocks: where the household before it goes, if its rows have ended (`HouseholdRows`).
  mutating func take(_ row: inout MemberRow, line: Int, _ blocks: [FactBlock]) {
    guard let number = row.text(slots.household) else { return isUnusual = true }
    if current?.number.elementsEqual(number) != true {
      endLast(blocks)
      judge(number)
      count += 1
      current = FoundingHousehold(id: count, number)
    }
    guard !isUnusual, current?.take(row, slots) == true, isNameOfVillage(row) else {
      return isUnusual = true
    }
    let stay = self.stay(row, line)
    stays.append(stay)
    if row.integer(slots.relation) == Int64(Relation.Base.head.rawValue) {
      if current?.headNo != nil || stay.isDated { isUnusual = true }
      current?.headNo = Int64(stay.memberNo)
    }
    memberCount += 1
    row.set(column: columns.id, Int64(memberCount))
    row.set(column: columns.household, count)
    row.set(column: columns.memberNo, Int64(stay.memberNo))
    row.set(column: columns.joinedOn, stay.joinedOn)
    row.set(column: columns.leftOn, stay.leftOn)
    row.set(column: columns.salt, nextSalt())
  }

  /// A number that may be meant for an earlier one, or holds a resident ID, is unusual.
  private mutating func judge(_ number: UnsafeRawBufferPointer) {
    let number = number.assumingMemoryBound(to: UInt8.self).span
    let holdsID = PersonalNumbers.holdsValidID(inNumber: number)
    if holdsID || !numbers.places(near: number).isEmpty { isUnusual = true }
    numbers.insert(number, at: Int32(clamping: count))
  }

  /// Whether the village is called as its code says, if it is called anything.
  private mutating func isNameOfVillage(_ row: MemberRow) -> Bool {
    guard let name = row.text(slots.villageName) else { return true }
    return row.integer(slots.village).map { villageNames.agrees($0, name) } ?? false
  }

  /// The row's stay. One who left and came back keeps the number of the first stay; stays that are not in
  /// their order are unusual.
  private mutating func stay(_ row: MemberRow, _ line: Int) -> FoundingStay {
    let isDated = !row.isNull(slots.joinedOn) || !row.isNull(slots.leftOn)
    let resident = row.integer(slots.resident)
    var stay = FoundingStay(
      resident: resident, isVerified: resident != nil && !row.isNull(slots.verified),
      hash: resident == nil ? row.hash(of: [slots.name, slots.birth]) : 0,
      rowHash: resident == nil ? row.hash(of: row.ofMember) : 0, isDated: isDated,
      joinedOn: row.integer(slots.joinedOn) ?? Int64(DayPeriod.firstDay),
      leftOn: row.integer(slots.leftOn) ?? Int64(DayPeriod.openEnd),
      memberNo: Int32(stays.count + 1))
    if resident == nil, let name = row.text(slots.name), let birth = row.text(slots.birth) {
      stay.newcomer = FoundingNamesakes.Newcomer(
        line: line, name: String(decoding: name, as: UTF8.self),
        birthDate: String(decoding: birth, as: UTF8.self))
    }
    if stays.count >= Self.mostMembers || resident == nil && stays.contains(where: stay.isAlike) {
      isUnusual = true
    }
    guard isDated else { return stay }
    let before = stays.filter { $0.isDated && $0.isOfSamePerson(as: stay) }
    guard let first = before.first else { return stay }
    if before.contains(where: { $0.joinedOn > stay.joinedOn }) { isUnusual = true }
    if row.isNull(slots.joinedOn) { return stay }
    if before.allSatisfy({ $0.leftOn <= stay.joinedOn }) { stay.memberNo = first.memberNo }
    return stay
  }

  /// Adds the household at hand, whose rows have ended.
  mutating func endLast(_ blocks: [FactBlock]) {
    guard !isUnusual, let household = current else { return }
    current = nil
    defer { stays.removeAll(keepingCapacity: true) }
    guard let village = household.village, places.holds(village), household.headNo != nil else {
      return isUnusual = true
    }
    for stay in stays {
      if let newcomer = stay.newcomer {
        namesakes.meet(newcomer, stay.memberNo, in: village, household.number)
      }
    }
    if namesakes.isTooLarge { isUnusual = true }
    let days = stays.map(\.days)
    if let enrolledOn = household.enrolledOn.map({ DayNumber(clamping: $0) }) {
      if !years.holds(enrolledOn) { isUnusual = true }
      figures.add(
        enrolledOn: enrolledOn, in: village, as: household.householdClass.map { Int($0) },
        stays: days)
    }
    candidates.add(
      household.id, lacksID: stays.contains { $0.resident == nil },
      hasVerifiedID: stays.contains { $0.isVerified }, size: household.size, stays: days)
    homes.add(village, rows: stays.count)
    rows.add(household, to: blocks)
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
