import Domain

/// Something that is due, as it is listed.
package struct DueRow: Sendable, Equatable {
  /// `finding`, `posting`, `plan`, `gap`, `review`, `month`.
  package let kind: String
  package let dueOn: String?
  package var household: GapRow?
  /// Of what is no household's.
  package var villageCode: String?
  package var villageName: String?
  package var projectNo: String?
  package var number: String?
  package var note: String?

  package init(kind: String, dueOn: String?) {
    self.kind = kind
    self.dueOn = dueOn
  }

  package static let kinds = Vocabulary([
    "finding": Phrase("finding overdue", "逾期未整改的问题"),
    "posting": Phrase("posting to take down", "公示期满待撤"),
    "plan": Phrase("plan that ends", "即将到期的规划"),
    "gap": Phrase("lapsed household", "六到后又缺项"),
    "review": Phrase("undecided review", "评审后未定"),
    "month": Phrase("month not closed", "未月结的月份"),
  ])

  package static let columns: [ReportColumn<DueRow>] = [
    ReportColumn("kind", Phrase("what is due", "到期事项"), narrowest: 11, .word(kinds) { $0.kind }),
    ReportColumn("due_on", Phrase("due", "日期"), .text { $0.dueOn }),
    ReportColumn("household_no", Phrase("household", "户号"), .text { $0.household?.householdNo }),
    ReportColumn("head", Phrase("head", "户主"), narrowest: 8, .text { $0.household?.headName }),
    ReportColumn(
      "village_code", Phrase("village code", "村代码"), onTerminal: false,
      .text { $0.household?.villageCode ?? $0.villageCode }),
    ReportColumn(
      "village", Phrase("village", "村"), narrowest: 8,
      .text { $0.household?.villageName ?? $0.villageName }),
    ReportColumn(
      "township", Phrase("township", "乡镇"), onTerminal: false,
      .text { $0.household?.townshipName }),
    ReportColumn("project_no", Phrase("project", "项目编号"), .text { $0.projectNo }),
    ReportColumn("number", Phrase("number", "编号"), .text { $0.number }),
    ReportColumn(
      "missing", Phrase("missing", "所缺"), narrowest: 14,
      .words(.shortPoints) { $0.household?.missing.map(\.name) ?? [] }),
    ReportColumn("note", Phrase("note", "说明"), narrowest: 12, .text { $0.note }),
  ]
}
