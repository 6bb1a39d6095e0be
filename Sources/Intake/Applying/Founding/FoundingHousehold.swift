/// What the rows of a founding roster say of the household at hand.
struct FoundingHousehold {
  /// Its number in the order of the file, from 1: it will be its id.
  let id: Int64
  /// The bytes of its number.
  let number: [UInt8]
  private(set) var village: Int64?
  private(set) var householdClass: Int64?
  /// Fen a person and year.
  private(set) var income: Int64?
  private(set) var size: Int64?
  private(set) var enrolledOn: Int64?
  /// Texts.
  private(set) var ground: [UInt8]?
  private(set) var cause: [UInt8]?
  var headNo: Int64?

  init(id: Int64, _ number: UnsafeRawBufferPointer) {
    self.id = id
    self.number = Array(number)
  }

  /// Takes what a further row says of it; false where an earlier row said something else.
  mutating func take(_ row: MemberRow, _ slots: RosterSlots) -> Bool {
    return Self.settle(&village, on: row.integer(slots.village))
      && Self.settle(&income, on: row.integer(slots.income))
      && Self.settle(&size, on: row.integer(slots.size))
      && Self.settle(&enrolledOn, on: row.integer(slots.enrolledOn))
      && Self.settle(&householdClass, on: row.integer(slots.householdClass))
      && Self.settle(&ground, on: row.text(slots.ground))
      && Self.settle(&cause, on: row.text(slots.cause))
  }

  private static func settle(_ known: inout Int64?, on given: Int64?) -> Bool {
    guard let given else { return true }
    guard let value = known else {
      known = given
      return true
    }
    return value == given
  }

  private static func settle(_ known: inout [UInt8]?, on given: UnsafeRawBufferPointer?) -> Bool {
    guard let given else { return true }
    guard let text = known else {
      known = Array(given)
      return true
    }
    return text.elementsEqual(given)
  }
}
