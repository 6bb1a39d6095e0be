import Domain
import Markup

// What wants looking after: who sent nothing, what stands on the list of exceptions, how the two systems
// stand, and what moved since the month was closed.

extension MonthlyPage {
  // MARK: Classes

  private static let classColumns: [ReportColumn<MonthlyRow>] = [
    ReportColumn("name", Phrase("class", "户属性"), .text { $0.name }),
    ReportColumn(
      "households_enrolled", Phrase("households enrolled", "纳入户数"),
      .count { $0[.householdsEnrolled] }),
    ReportColumn(
      "persons_enrolled", Phrase("persons enrolled", "纳入人数"), .count { $0[.personsEnrolled] }),
    ReportColumn(
      "households_fulfilled", Phrase("six points", "六到户数"), .count { $0[.householdsFulfilled] }),
    ReportColumn(
      "persons_supported", Phrase("persons supported", "扶持人数"), .count { $0[.personsSupported] }),
    ReportColumn(
      "households_lapsed", Phrase("lapsed", "脱落户数"), .count { $0[.householdsLapsed] }),
  ]

  func writeClasses(in language: ReportLanguage, into page: inout MarkupWriter) {
    guard !classes.isEmpty else { return }
    page.section(Phrase("The two systems", "两项制度衔接")[language]) { part in
      PageTable(
        Phrase("Enrolled households by class", "纳入户按户属性统计")[language], Self.classColumns,
        rows: classes, total: report.total, in: language
      ).write(into: &part)
    }
  }

  // MARK: Who sent what

  private static let sentColumns: [ReportColumn<Sent>] = [
    ReportColumn("county", Phrase("county", "县"), .text { $0.county.name }),
    ReportColumn(
      "sheets", Phrase("sheets sent", "已报表"), .text { $0.sheets.joined(separator: ", ") }),
    ReportColumn(
      "late", Phrase("late", "逾期"),
      .text { $0.lateSheets.isEmpty ? nil : $0.lateSheets.joined(separator: ", ") }),
    ReportColumn("rejected", Phrase("rows rejected", "未录入行数"), .count { $0.rejectedRows }),
  ]

  /// - Parameters:
  ///   - names: of the counties that have sent nothing.
  ///   - count: of all counties, at least 1.
  private static func silence(_ names: [String], of count: Int) -> Phrase {
    let (english, chinese) = (names.joined(separator: ", "), names.joined(separator: "、"))
    if names.isEmpty {
      return Phrase("Every county has sent sheets of the month.", "各县均已报送本月报表。")
    }
    if count == 1 {
      return Phrase("\(english) has sent no sheet of the month.", "\(chinese)尚未报送本月报表。")
    }
    let have = names.count == 1 ? "has" : "have"
    return Phrase(
      "\(names.count) of \(count) counties \(have) sent no sheet of the month: \(english).",
      "\(count)个县中\(names.count)个尚未报送本月报表：\(chinese)。")
  }

  /// Which sheets are those of the month, and that the figures rest on others too.
  private var sheetsMeant: Phrase {
    Phrase(
      "Sheets of the month are those imported with --month \(report.month), or in the month after it without --month. The figures rest on all that was taken in, of whatever month.",
      "本月报表指导入时写明 --month \(report.month) 的表，以及未写 --month 而在次月导入的表。本页数字依据已录入的全部资料，不论属于哪个月的报送。"
    )
  }

  func writeSent(in language: ReportLanguage, into page: inout MarkupWriter) {
    guard let sent, !sent.isEmpty else { return }
    let silent = sent.filter(\.sheets.isEmpty)
    let late = sent.filter { !$0.lateSheets.isEmpty }
    page.section(Phrase("Who has not reported", "未报单位")[language]) { part in
      part.paragraph(Self.silence(silent.map(\.county.name), of: sent.count)[language])
      if !silent.isEmpty { part.paragraph(sheetsMeant[language], style: "small") }
      if !late.isEmpty {
        let names = late.map(\.county.name).joined(separator: Phrase(", ", "、")[language])
        part.paragraph(Phrase("Late: \(names).", "逾期报送：\(names)。")[language])
      }
      let told = sent.filter { !$0.sheets.isEmpty }
      if !told.isEmpty {
        PageTable(
          Phrase("What was sent for the month", "本月报送情况")[language], Self.sentColumns, rows: told,
          in: language
        ).write(into: &part)
      }
    }
  }

  // MARK: Exceptions

  private struct Concern: Sendable {
    let title: String
    let count: Int64
  }

  private static let concernColumns: [ReportColumn<Concern>] = [
    ReportColumn("what", Phrase("what", "情况"), .text { $0.title }),
    ReportColumn("cases", Phrase("cases", "件数"), .count { $0.count }),
  ]

  /// Where those who are counted are named.
  private func caseLists(hasCases: Bool) -> [Phrase] {
    var lists: [Phrase] = []
    if report.total[.householdsLapsed] > 0, let command = command(listing: .householdsLapsed) {
      lists.append(Phrase("The lapsed households: \(command)", "脱落户名单：\(command)"))
    }
    if hasCases, !report.isNationalKeyOnly {
      let place = report.county.map { " --region \($0.code)" } ?? ""
      let command = "sixpoint report exceptions --on \(report.asOf)\(place)"
      lists.append(
        Phrase(
          "The exceptions one by one, as they stand today: \(command)", "例外情况现时明细：\(command)"))
    }
    return lists
  }

  func writeCases(in language: ReportLanguage, into page: inout MarkupWriter) {
    let lapsed = Concern(
      title: Phrase(
        "Lapsed: a point of a counted household is not in force any more", "脱落：已计扶持户有到位项失效")[
          language], count: report.total[.householdsLapsed])
    let found = (cases ?? []).filter { $0.count > 0 }
    let rows = [lapsed] + found.map { Concern(title: $0.title[language], count: $0.count) }
    page.section(Phrase("What wants looking after", "需要核查处理的情况")[language]) { part in
      PageTable(
        Phrase("Lapsed households, exceptions and overdue findings", "脱落户、例外情况和逾期未改的问题")[language],
        Self.concernColumns, rows: rows, in: language
      ).write(into: &part)
      for line in caseLists(hasCases: !found.isEmpty) {
        part.paragraph(line[language], style: "small")
      }
      if cases == nil {
        part.paragraph(
          Phrase(
            "Exceptions and findings are counted for a whole office or county as now known, so they are left out here.",
            "例外情况和检查问题只按全单位或全县的现知数统计，此处从略。")[language], style: "small")
      }
    }
  }
}
