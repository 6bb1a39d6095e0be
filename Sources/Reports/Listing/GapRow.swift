import Domain

/// A household as lists name it: the work behind a report's figure.
package struct GapRow: Sendable, Equatable {
  package let householdNo: String
  /// The head's name, nil where there are no members.
  package let headName: String?
  package let villageCode: String
  package let villageName: String
  package let townshipName: String?
  package let standing: HouseholdClass?
  package let persons: Int64
  /// F, nil where not yet fulfilled; a household that has it is a lapsed one.
  package let fulfilledOn: String?
  /// In the order plan, project, fund, support, implementation, contact.
  package let missing: [Point]
  /// The first day it no longer stands, where that has come.
  package var endedOn: String?
  package var allocatedFen: Int64 = 0
  package var paidFen: Int64 = 0

  package init(
    householdNo: String, headName: String?, villageCode: String, villageName: String,
    townshipName: String?, standing: HouseholdClass?, persons: Int64, fulfilledOn: String?,
    missing: [Point]
  ) {
    self.householdNo = householdNo
    self.headName = headName
    self.villageCode = villageCode
    self.villageName = villageName
    self.townshipName = townshipName
    self.standing = standing
    self.persons = persons
    self.fulfilledOn = fulfilledOn
    self.missing = missing
  }

  package static let columns: [ReportColumn<GapRow>] = [
    ReportColumn("household_no", Phrase("household", "户号"), .text { $0.householdNo }),
    ReportColumn("head", Phrase("head", "户主"), narrowest: 8, .text { $0.headName }),
    ReportColumn(
      "village_code", Phrase("village code", "村代码"), onTerminal: false,
      .text { $0.villageCode }),
    ReportColumn("village", Phrase("village", "村"), narrowest: 8, .text { $0.villageName }),
    ReportColumn("township", Phrase("township", "乡镇"), narrowest: 8, .text { $0.townshipName }),
    ReportColumn(
      "class", Phrase("class", "户属性"), narrowest: 6, .word(.classes) { $0.standing?.name }),
    ReportColumn("persons", Phrase("persons", "人数"), .count { $0.persons }),
    ReportColumn("fulfilled_on", Phrase("fulfilled", "六到"), .text { $0.fulfilledOn }),
    ReportColumn(
      "missing", Phrase("missing", "所缺"), narrowest: 34,
      .words(.shortPoints) { $0.missing.map(\.name) }),
  ]

  /// Of lists of money, which hold households that have ended too.
  package static let moneyColumns: [ReportColumn<GapRow>] =
    columns + [
      ReportColumn("ended_on", Phrase("ended", "终止"), .text { $0.endedOn }),
      ReportColumn("allocated", Phrase("allocated", "安排"), .money { $0.allocatedFen }),
      ReportColumn("paid", Phrase("paid", "拨付"), .money { $0.paidFen }),
    ]
}
