/// One exception, as it is listed.
package struct ExceptionRow: Sendable, Equatable {
  /// `conflict`, `no_id` …
  package var kind: String
  /// Nil for a project's.
  package var householdNo: String?
  package var villageCode: String?
  package var villageName: String?
  package var name: String?
  /// Masked.
  package var residentID: String?
  package var on: String?
  package var otherHousehold: String?
  package var project: String?
  package var number: String?
  package var fen: Int64?
  package var lineFen: Int64?
  package var days: Int64?
  package var stated: Int64?
  package var kept: Int64?
  package var note: String?
  package var entry: Int64?
  package var file: String?
  package var line: Int64?
  /// What to do about it, in the language of the report.
  package var remedy: String?

  package init(kind: String, householdNo: String?) {
    self.kind = kind
    self.householdNo = householdNo
  }

  package static let columns: [ReportColumn<ExceptionRow>] = [
    ReportColumn("kind", Phrase("kind", "类别"), .text { $0.kind }),
    ReportColumn("household_no", Phrase("household", "户号"), .text { $0.householdNo }),
    ReportColumn(
      "village_code", Phrase("village code", "村代码"), onTerminal: false, .text { $0.villageCode }),
    ReportColumn("village", Phrase("village", "村"), narrowest: 8, .text { $0.villageName }),
    ReportColumn("name", Phrase("name", "姓名"), narrowest: 8, .text { $0.name }),
    ReportColumn("resident_id", Phrase("resident ID", "身份证号"), .text { $0.residentID }),
    ReportColumn("on", Phrase("day", "日期"), .text { $0.on }),
    ReportColumn(
      "other_household", Phrase("stands in", "现属户"), .text { $0.otherHousehold }),
    ReportColumn("project_no", Phrase("project", "项目"), .text { $0.project }),
    ReportColumn("number", Phrase("number", "编号"), .text { $0.number }),
    ReportColumn("amount", Phrase("yuan", "元"), .money { $0.fen }),
    ReportColumn("stated", Phrase("stated", "填报"), .count { $0.stated }),
    ReportColumn("kept", Phrase("kept", "在册"), .count { $0.kept }),
    ReportColumn("note", Phrase("note", "说明"), narrowest: 8, .text { $0.note }),
    ReportColumn("entry", Phrase("entry", "录入单"), .number { $0.entry }),
    ReportColumn("file", Phrase("file", "文件"), narrowest: 8, .text { $0.file }),
    ReportColumn("line", Phrase("line", "行"), .number { $0.line }),
    ReportColumn("poverty_line", Phrase("line (yuan)", "标准（元）"), .money { $0.lineFen }),
    ReportColumn("days", Phrase("days", "天数"), .count { $0.days }),
    ReportColumn(
      "what_to_do", Phrase("what to do", "处理办法"), onTerminal: false, .text { $0.remedy }),
  ]
}
