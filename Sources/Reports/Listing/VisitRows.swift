import Domain

/// One visit, as it is listed.
package struct VisitRow: Sendable, Equatable {
  package let household: GapRow
  package let loggedOn: String
  package let staffNo: String
  package let staffName: String?
  package let projectNo: String?
  package let note: String?

  package init(
    household: GapRow, loggedOn: String, staffNo: String, staffName: String?, projectNo: String?,
    note: String?
  ) {
    self.household = household
    self.loggedOn = loggedOn
    self.staffNo = staffNo
    self.staffName = staffName
    self.projectNo = projectNo
    self.note = note
  }

  private static let onTerminal: Set<String> = ["household_no", "head", "village"]

  package static let columns: [ReportColumn<VisitRow>] =
    GapRow.columns.map { column in
      column.lifted(onTerminal: onTerminal.contains(column.stem)) { $0.household }
    } + [
      ReportColumn("logged_on", Phrase("day", "日期"), .text { $0.loggedOn }),
      ReportColumn(
        "staff_no", Phrase("staff number", "责任人编号"), onTerminal: false, .text { $0.staffNo }),
      ReportColumn("staff", Phrase("visited by", "走访人"), narrowest: 8, .text { $0.staffName }),
      ReportColumn("project_no", Phrase("project", "项目编号"), .text { $0.projectNo }),
      ReportColumn("note", Phrase("note", "说明"), narrowest: 12, .text { $0.note }),
    ]
}

/// A household without a visit, as it is listed.
package struct UnvisitedRow: Sendable, Equatable {
  package let household: GapRow
  /// For what the official answers; empty where none was named.
  package let roles: [Role]
  /// The last visit before; nil for none.
  package let lastVisitOn: String?

  package init(household: GapRow, roles: [Role], lastVisitOn: String?) {
    self.household = household
    self.roles = roles
    self.lastVisitOn = lastVisitOn
  }

  private static let onTerminal: Set<String> = [
    "household_no", "head", "village", "township", "class", "persons",
  ]

  package static let columns: [ReportColumn<UnvisitedRow>] =
    GapRow.columns.map { column in
      column.lifted(onTerminal: onTerminal.contains(column.stem)) { $0.household }
    } + [
      ReportColumn(
        "roles", Phrase("answers for", "责任"), narrowest: 10,
        .words(.roles) { $0.roles.map(\.name) }),
      ReportColumn("last_visit_on", Phrase("last visit", "上次走访"), .text { $0.lastVisitOn }),
    ]
}
