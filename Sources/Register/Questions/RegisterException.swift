import Domain

/// Something in the register that is taken and yet wants looking after.
package struct RegisterException: Sendable, Equatable {
  /// In the order in which they are reported.
  package enum Kind: String, Sendable, CaseIterable {
    /// A household claims somebody who is an active member of another.
    case conflict
    case noID = "no_id"
    /// A wrong check digit, taken with a reason.
    case verifiedID = "verified_id"
    /// The size the county wrote is not the number of members kept.
    case householdSize = "household_size"
    /// Money that reached a household on a day it was not linked to the project.
    case unlinkedMoney = "unlinked_money"
    /// A project approved on a day on which an objection to it was open.
    case approvedOverObjection = "approved_over_objection"
    /// A household that ended with money allocated to it that was neither paid out nor returned.
    case moneyAtEnd = "money_at_end"
    /// On civil affairs' list, in a household whose class has no dibao.
    case listedWithoutClass = "dibao_without_class"
    /// A household with dibao in its class of which nobody is on the list.
    case classWithoutListing = "class_without_dibao"
    /// On civil affairs' list and in the register by one ID, under two names.
    case listedOtherName = "dibao_other_name"
    /// A household whose class calls for an income below a line that its own is not below.
    case aboveLine = "above_line"
    /// A row of a pay list that the bank could not pay, and no later list has.
    case bankFailed = "bank_failed"
    /// A posting taken down before it had stood for the days it has to.
    case postedShort = "posted_short"

    /// By which the register keeps a kind: never changed, and of no other kind later.
    var number: Int {
      switch self {
      case .conflict: 1
      case .noID: 2
      case .verifiedID: 3
      case .householdSize: 4
      case .unlinkedMoney: 5
      case .approvedOverObjection: 6
      case .moneyAtEnd: 7
      case .listedWithoutClass: 8
      case .classWithoutListing: 9
      case .listedOtherName: 10
      case .aboveLine: 11
      case .bankFailed: 12
      case .postedShort: 13
      }
    }

    init?(number: Int) {
      guard let kind = Self.allCases.first(where: { $0.number == number }) else { return nil }
      self = kind
    }
  }

  package let kind: Kind
  /// Of a conflict, the household that claims; it may not be registered. Nil for a project's.
  package let householdNo: String?
  /// Where the household lives on the day; of a conflict, where the one lives that holds the person; of an
  /// objection, where it was raised.
  package let village: RegionCode?
  package var name: String?
  package var residentID: ResidentID?
  /// The day of the money or the approval, or from which the claim is.
  package var day: DayNumber?
  /// Of a conflict, the household that holds the person.
  package var otherHousehold: String?
  package var project: String?
  /// The movement's or voucher's number.
  package var number: String?
  /// Of money its amount; of a household above a line its income a person.
  package var fen: Int64?
  /// The line that the household is held to, a person and year.
  package var lineFen: Int64?
  /// For how many days a posting stood.
  package var days: Int64?
  /// What the county says, and what is kept: persons.
  package var stated: Int64?
  package var kept: Int64?
  /// The reason for an ID, the household's class, the objection, the name on the list, why the bank failed.
  package var note: String?
  /// The entry, its file and the line.
  package var entry: Int64?
  package var file: String?
  package var line: Int64?

  init(_ kind: Kind, _ householdNo: String?, village: Int64?) {
    self.kind = kind
    self.householdNo = householdNo
    self.village = village.flatMap { RegionCode($0) }
  }
}
