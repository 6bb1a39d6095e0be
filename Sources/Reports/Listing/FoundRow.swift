import Domain

/// One person of a household, or a household without members, that a search found.
package struct FoundRow: Sendable, Equatable {
  package let householdNo: String
  package let name: String?
  package let relation: Relation?
  /// Masked, or whole where it was revealed.
  package let residentID: String?
  package let villageCode: String
  package let villageName: String
  package let townshipName: String?
  package let countyName: String?
  package let standing: HouseholdClass?

  package init(
    householdNo: String, name: String?, relation: Relation?, residentID: String?,
    villageCode: String, villageName: String, townshipName: String?, countyName: String?,
    standing: HouseholdClass?
  ) {
    self.householdNo = householdNo
    self.name = name
    self.relation = relation
    self.residentID = residentID
    self.villageCode = villageCode
    self.villageName = villageName
    self.townshipName = townshipName
    self.countyName = countyName
    self.standing = standing
  }

  package static let columns: [ReportColumn<FoundRow>] = [
    ReportColumn("household_no", Phrase("household", "户号"), .text { $0.householdNo }),
    ReportColumn("name", Phrase("name", "姓名"), narrowest: 8, .text { $0.name }),
    ReportColumn(
      "relation", Phrase("relation", "关系"), narrowest: 6, .word(.relations) { $0.relation?.written }
    ),
    ReportColumn("resident_id", Phrase("resident ID", "身份证号"), .text { $0.residentID }),
    ReportColumn(
      "village_code", Phrase("village code", "村代码"), onTerminal: false,
      .text { $0.villageCode }),
    ReportColumn("village", Phrase("village", "村"), narrowest: 8, .text { $0.villageName }),
    ReportColumn("township", Phrase("township", "乡镇"), narrowest: 8, .text { $0.townshipName }),
    ReportColumn("county", Phrase("county", "县"), narrowest: 6, .text { $0.countyName }),
    ReportColumn(
      "class", Phrase("class", "户属性"), narrowest: 6, .word(.classes) { $0.standing?.name }),
  ]
}
