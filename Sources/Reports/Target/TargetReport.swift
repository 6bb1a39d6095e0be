import CSV
import Domain
import Markup

// The quotas of a year: what each region is to reach and how far it is, the way there month by month, and the
// quotas that do not add up to the one above them.

package struct TargetReport: Sendable {
  package struct Row: Sendable {
    /// A region code; `total` in the office's own row.
    package let code: String
    package let name: String
    /// Nil where the region has no quota.
    package let target: Int64?
    /// Persons supported by the end of the month.
    package let supported: Int64?
    /// Persons due by the end of each month, January first; empty without a quota.
    package let due: [Int64]
    /// Whether the way was given month by month; else it is twelfths of the quota.
    package let isGiven: Bool
    /// The persons due by the end of the month of the report.
    package let pace: Int64?

    package init(
      code: String, name: String, target: Int64?, supported: Int64?, due: [Int64], isGiven: Bool,
      pace: Int64?
    ) {
      self.code = code
      self.name = name
      self.target = target
      self.supported = supported
      self.due = due
      self.isGiven = isGiven
      self.pace = pace
    }
  }

  /// A quota that the quotas below it do not make.
  package struct Mismatch: Sendable, Equatable {
    package let code: String
    package let name: String
    /// Nil for the year; else the month whose figure is meant, from 1.
    package let month: Int?
    package let stated: Int64
    package let counties: Int64
    /// How many counties have a quota.
    package let count: Int

    package init(
      code: String, name: String, month: Int?, stated: Int64, counties: Int64, count: Int
    ) {
      self.code = code
      self.name = name
      self.month = month
      self.stated = stated
      self.counties = counties
      self.count = count
    }

    package var difference: Int64 { counties.subtractingClamped(stated) }
  }

  package let year: Int
  package let month: String
  package let asOf: String
  package let known: KnownEntry
  package let office: ReportedPlace
  package let rows: [Row]
  package let total: Row
  package let mismatches: [Mismatch]

  /// - Parameter month: 2011-06; the figures are those of its last day.
  package init(
    year: Int, month: String, asOf: String, known: KnownEntry, office: ReportedPlace, rows: [Row],
    total: Row, mismatches: [Mismatch]
  ) {
    self.year = year
    self.month = month
    self.asOf = asOf
    self.known = known
    self.office = office
    self.rows = rows
    self.total = total
    self.mismatches = mismatches
  }

  package static let title = Phrase("Targets", "目标任务")

  static let nameColumns: [ReportColumn<Row>] = [
    ReportColumn("code", Phrase("code", "代码"), .text { $0.code }),
    ReportColumn("name", Phrase("name", "名称"), narrowest: 8, .text { $0.name }),
  ]

  static let figureColumns: [ReportColumn<Row>] = [
    ReportColumn("target_persons", Phrase("target", "目标任务"), .count { $0.target }),
    ReportColumn("persons_supported", Phrase("supported", "已扶持"), .count { $0.supported }),
    ReportColumn(
      "percent", Phrase("%", "完成率%"),
      .decimal(places: 1) { row in
        row.target.flatMap { NumberText.percentTenths(row.supported ?? 0, of: $0) }
      }),
    ReportColumn("pace_persons", Phrase("due", "应完成"), .count { $0.pace }),
    ReportColumn(
      "pace_gap_persons", Phrase("against\nthe pace", "与进度\n相差"),
      .difference { row in row.pace.map { (row.supported ?? 0).subtractingClamped($0) } }),
  ]

  static let pathColumns: [ReportColumn<Row>] =
    [
      ReportColumn(
        "monthly_given", Phrase("given", "按月下达"), onTerminal: false, .flag { $0.isGiven })
    ]
    + (1...12).map { month in
      ReportColumn(
        month < 10 ? "month_0\(month)" : "month_\(month)", Phrase("\(month)", "\(month)月"),
        .count { $0.due.isEmpty ? nil : $0.due[month - 1] })
    }

  static let columns: [ReportColumn<Row>] = nameColumns + figureColumns + pathColumns

  static let mismatchColumns: [ReportColumn<Mismatch>] = [
    ReportColumn("code", Phrase("code", "代码"), .text { $0.code }),
    ReportColumn("name", Phrase("name", "名称"), .text { $0.name }),
    ReportColumn("month", Phrase("month", "月份"), .number { $0.month.map { Int64($0) } }),
    ReportColumn("stated", Phrase("stated", "下达"), .count { $0.stated }),
    ReportColumn("counties_total", Phrase("counties", "各县之和"), .count { $0.counties }),
    ReportColumn("counties", Phrase("counties with a quota", "县数"), .count { Int64($0.count) }),
    ReportColumn("difference", Phrase("difference", "相差"), .difference { $0.difference }),
  ]

  /// One row a region, the office's own last.
  package func csv(_ form: TextForm = TextForm()) -> [UInt8] {
    ReportColumn.csv(Self.columns, rows: rows, total: total, form: form)
  }

  /// One line: `{"report","programme","year","month","as_of","known","regions","total","adds_up","mismatches"}`.
  package func json() -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("report", "target")
      json.member("programme", "convergence")
      json.member("year", year)
      json.member("month", month)
      json.member("as_of", asOf)
      known.write(into: &json)
      ReportColumn.writeArray(Self.columns, named: "regions", of: rows, into: &json)
      json.key("total")
      ReportColumn.writeObject(Self.columns, of: total, into: &json)
      json.member("adds_up", mismatches.isEmpty)
      ReportColumn.writeArray(
        Self.mismatchColumns, named: "mismatches", of: mismatches, into: &json)
    }
    json.line()
    return json.takeBytes()
  }

  /// Whether the quotas add up, in a sentence each.
  package func sentences(in language: ReportLanguage) -> [String] {
    if mismatches.isEmpty {
      return [Phrase("The counties' quotas add up.", "各县任务数之和与总数相符。")[language]]
    }
    return mismatches.map { mismatch in
      let (stated, counties) = (
        NumberText.grouped(mismatch.stated), NumberText.grouped(mismatch.counties)
      )
      let size = NumberText.grouped(Int64(clamping: mismatch.difference.magnitude))
      let month = mismatch.month.map { Phrase(" by the end of month \($0)", "\($0)月底") }
      let parts =
        mismatch.count == 1 ? "its one county makes" : "its \(mismatch.count) counties make"
      let isLess = mismatch.difference < 0
      return Phrase(
        "\(mismatch.name): \(stated)\(month?.en ?? ""), but \(parts) \(counties): \(size) \(isLess ? "less" : "more").",
        "\(mismatch.name)\(month?.zh ?? "")任务 \(stated)，所辖 \(mismatch.count) 县合计 \(counties)，\(isLess ? "少" : "多") \(size)。"
      )[language]
    }
  }

  package func text(in language: ReportLanguage, within columns: Int? = nil) -> [UInt8] {
    var lines = ["\(Self.title[language]) \(year)", office.name.neutralised, ""]
    lines += sentences(in: language).map(\.neutralised)
    lines += [
      "", Phrase("Reached by the end of \(month)", "截至 \(month) 完成情况")[language],
    ]
    lines += ReportColumn.table(
      Self.nameColumns + Self.figureColumns, rows: rows, total: total, in: language
    ).lines(within: columns)
    // Twelve months are wider than a page: half a year a table.
    let months = Array(Self.pathColumns.dropFirst())
    for half in [months[..<6], months[6...]] {
      lines += [
        "",
        half.startIndex == 0
          ? Phrase("Persons due by the end of each month", "各月底应完成人数")[language]
          : Phrase("The second half of the year", "下半年")[language],
      ]
      lines += ReportColumn.table(
        Self.nameColumns + half, rows: rows.filter { !$0.due.isEmpty }, total: total, in: language
      ).lines(within: columns)
    }
    lines += ["", known.line(asOf: asOf, in: language)]
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}
