import Domain

/// The two systems crossed on a day: how many households and persons stand where, what moved, and what civil
/// affairs' list says otherwise.
package struct ClassesAnswer: Sendable {
  /// Standing households, enrolled or not.
  package struct Count: Sendable, Equatable {
    package var households: Int64 = 0
    package var persons: Int64 = 0
  }

  /// One dated change of class after `since` and by the day.
  package struct Move: Sendable {
    package let householdNo: String
    package let headName: String?
    /// Where it lived on the day of the move.
    package let village: RegionCode
    package let on: DayNumber
    package let from: HouseholdClass?
    package let to: HouseholdClass
    package let ground: String?

    package var gainsAllowance: Bool { to.drawsAllowance && from?.drawsAllowance != true }
    package var losesAllowance: Bool { !to.drawsAllowance && from?.drawsAllowance == true }
    package var gainsDevelopment: Bool { to.isInDevelopment && from?.isInDevelopment != true }
    package var losesDevelopment: Bool { !to.isInDevelopment && from?.isInDevelopment == true }
  }

  /// One disagreement of the register with the list, person by person; of a household of which nobody is on
  /// the list, the household.
  package struct Crossing: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
      /// On the list, and no member of a standing household.
      case onListOnly = "on_list_only"
      /// On the list, in a household whose class has no allowance.
      case classWithout = "class_without_dibao"
      /// In both by one ID, under two names.
      case otherName = "other_name"
      /// A household whose class has the allowance, with nobody on the list.
      case inRegisterOnly = "in_register_only"
    }

    package let kind: Kind
    package let householdNo: String?
    /// Where the household lives; of a person on the list only, where the list has him.
    package let village: RegionCode
    package let name: String?
    package let residentID: ResidentID?
    package var listedName: String?
    package var householdClass: HouseholdClass?
  }

  package struct Row: Sendable {
    /// Nil for the total.
    package let code: RegionCode?
    package let region: Region?
    /// By stored class code, 0 for none.
    package var counts: [Int: Count] = [:]
    package var gainedAllowance: Int64 = 0
    package var lostAllowance: Int64 = 0
    package var gainedDevelopment: Int64 = 0
    package var lostDevelopment: Int64 = 0
    package var aboveLine: Int64 = 0
    package var crossings: [Crossing.Kind: Int64] = [:]

    init(_ code: RegionCode?, _ region: Region?) {
      self.code = code
      self.region = region
    }
  }

  package let rows: [Row]
  package let total: Row
  package let moves: [Move]
  package let crossings: [Crossing]
  package let aboveLine: [HouseholdAboveLine]
}
