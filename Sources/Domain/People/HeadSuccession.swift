/// A member who may be head of a household where nobody is named: the smallest of all is head.
///
/// The old head comes first, where he goes along into a household that is split off; then the spouse, then
/// the eldest, then the lower resident ID. People whose birth date is unknown come after those whose is
/// known.
package struct HeadSuccession: Comparable, Sendable {
  /// The member number in the household.
  package let number: Int64
  let isOldHead: Bool
  let isSpouse: Bool
  /// `1962-03-04`, or as far as it is known: `1962-03`, `1962`.
  let birthDate: String?
  let residentKey: Int64?

  /// - Parameter birthDate: as written; the resident ID's where nil.
  package init(
    number: Int64, isOldHead: Bool = false, relation: Int?, birthDate: String?, residentKey: Int64?
  ) {
    self.number = number
    self.isOldHead = isOldHead
    isSpouse = relation.flatMap(Relation.init(code:))?.base == .spouse
    let ownBirth = residentKey.flatMap { ResidentID(key: $0) }?.birthDate.description
    self.birthDate = birthDate ?? ownBirth
    self.residentKey = residentKey
  }

  package static func < (one: HeadSuccession, other: HeadSuccession) -> Bool {
    if one.isOldHead != other.isOldHead { return one.isOldHead }
    if one.isSpouse != other.isSpouse { return one.isSpouse }
    if one.birthDate != other.birthDate {
      return isBefore(one.birthDate, other.birthDate)
    }
    if one.residentKey != other.residentKey {
      return isBefore(one.residentKey, other.residentKey)
    }
    return one.number < other.number
  }

  private static func isBefore<Value: Comparable>(_ one: Value?, _ other: Value?) -> Bool {
    guard let one else { return false }
    return other.map { one < $0 } ?? true
  }
}
