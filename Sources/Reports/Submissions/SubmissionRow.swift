import CSV

/// A county's sheet for a month, or a county that sent none, as `report submissions` lists it.
package struct SubmissionRow: Sendable, Equatable {
  package enum Status: String, Sendable, CaseIterable {
    case onTime = "on_time"
    case late
    /// No day is set by which sheets are due.
    case sent
    /// The county sent nothing for the month.
    case missing
  }

  package let countyCode: String
  package let county: String
  /// Nil of a county that sent none.
  package var sheet: String?
  /// What the sheet is called in Chinese.
  package var sheetChinese: String?
  package let status: Status
  /// The first entry of the sheet, and the day it came.
  package var entry: Int64?
  package var sentOn: String?
  package var officer: String?
  /// Entries of the same sheet after the first.
  package var laterEntries: [Int64] = []
  /// Records of all the files that are the county's, and those left out under --accept-valid.
  package var rows: Int64?
  package var rejectedRows: Int64?

  package init(countyCode: String, county: String, status: Status) {
    self.countyCode = countyCode
    self.county = county
    self.status = status
  }

  package static let statuses = Vocabulary([
    Status.onTime.rawValue: Phrase("on time", "按时"),
    Status.late.rawValue: Phrase("late", "迟报"),
    Status.sent.rawValue: Phrase("sent", "已报"),
    Status.missing.rawValue: Phrase("missing", "未报"),
  ])

  /// - Parameter language: of a reader; nil of a program, which has the sheet's key.
  package static func columns(
    in language: ReportLanguage? = nil
  ) -> [ReportColumn<SubmissionRow>] {
    [
      ReportColumn("county_code", Phrase("county", "县代码"), .text { $0.countyCode }),
      ReportColumn("county", Phrase("name", "县名"), narrowest: 8, .text { $0.county }),
      ReportColumn(
        "sheet", Phrase("sheet", "表格"),
        .text { language == .zh ? $0.sheetChinese ?? $0.sheet : $0.sheet }),
      ReportColumn("status", Phrase("status", "情况"), .word(statuses) { $0.status.rawValue }),
      ReportColumn("entry", Phrase("entry", "录入单"), align: .right, .number { $0.entry }),
      ReportColumn("sent_on", Phrase("sent on", "报送日期"), .text { $0.sentOn }),
      ReportColumn("officer", Phrase("officer", "经办人"), narrowest: 8, .text { $0.officer }),
      ReportColumn("rows", Phrase("rows", "行数"), .count { $0.rows }),
      ReportColumn("rejected_rows", Phrase("rejected", "拒收"), .count { $0.rejectedRows }),
      ReportColumn(
        "later_entries", Phrase("later\nentries", "后续\n录入单"),
        .text { row in
          row.laterEntries.isEmpty
            ? nil : row.laterEntries.map { String($0) }.joined(separator: " ")
        }),
    ]
  }
}

/// Which counties sent which sheets for a month.
package struct SubmissionsReport: Sendable, Equatable {
  /// `2011-06`.
  package let month: String
  package let asOf: String
  /// The day by which sheets were due; nil where none is set.
  package let dueOn: String?
  package let known: KnownEntry
  /// By county, then by sheet.
  package let rows: [SubmissionRow]

  package init(
    month: String, asOf: String, dueOn: String?, known: KnownEntry, rows: [SubmissionRow]
  ) {
    self.month = month
    self.asOf = asOf
    self.dueOn = dueOn
    self.known = known
    self.rows = rows
  }

  /// What such a report cannot know.
  package static let note = Phrase(
    "What was refused, and what changed nothing, left no trace and is not counted here.",
    "被拒收或未改动任何内容的报送不留痕迹，不计入本表。")

  package func csv(_ form: TextForm = TextForm()) -> [UInt8] {
    ReportColumn.csv(SubmissionRow.columns(), rows: rows, form: form)
  }

  /// One line: `{"report","month","due_on","known","note","rows","missing"}`.
  package func json(in language: ReportLanguage) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("report", "submissions")
      json.member("month", month)
      json.member("due_on", dueOn)
      known.write(into: &json)
      json.member("note", Self.note[language])
      ReportColumn.writeArray(SubmissionRow.columns(), named: "rows", of: rows, into: &json)
      json.memberArray("missing") { json in
        for row in rows where row.status == .missing { json.string(row.countyCode) }
      }
    }
    json.line()
    return json.takeBytes()
  }

  package func text(in language: ReportLanguage, within columns: Int? = nil) -> [UInt8] {
    let due = dueOn.map { Phrase(", due by \($0)", "，应于\($0)前报送") } ?? Phrase("", "")
    var lines = [
      Phrase("Sheets sent for \(month)\(due.en)", "\(month) 表格报送情况\(due.zh)")[language]
    ]
    if !rows.isEmpty {
      lines += ReportColumn.table(SubmissionRow.columns(in: language), rows: rows, in: language)
        .lines(within: columns)
    }
    let missing = rows.filter { $0.status == .missing }.count
    lines.append("")
    lines.append(
      Phrase(
        missing == 0 ? "No county is missing." : "Counties missing: \(missing).",
        missing == 0 ? "各县均已报送。" : "未报送的县：\(missing)个。")[language])
    lines.append(Self.note[language])
    lines.append(known.line(asOf: asOf, in: language))
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}
