import Markup

// What a reader must know before he uses a figure, and who answers for the page.

extension MonthlyPage {
  private static let caveats: [Phrase] = [
    Phrase(
      "Figures are those of the month's last day, counted by household from what was entered; what was not sent in is not in them.",
      "数字截至当月最后一天，据已录入的分户资料统计；未报送的内容不在其中。"),
    Phrase(
      "A person counts once a year, in the household that first had all six points in force.",
      "同一人一年只计一次，计入最先六到落实的户。"),
    Phrase(
      "A lapsed household still counts as supported; it is work to do.",
      "脱落户仍计入扶持人数，但须补齐到位。"),
    Phrase(
      "Money is fiscal money within the year, net of returns; loans, self-raised and society money stand beside it.",
      "资金为本年财政资金，已扣除退回；信贷、自筹、社会资金另列。"),
    Phrase(
      "Later entries may touch this month; a closed month keeps what was reported.",
      "以后的录入可能涉及本月；已月结的月份保留上报数。"),
  ]

  func writeCaveats(in language: ReportLanguage, into page: inout MarkupWriter) {
    page.section(Phrase("How to read these figures", "说明")[language], style: "part caveats") {
      part in
      part.element("ul") { list in
        let gaps = Self.gapNote(chartedRows.map(\.pacePersons), of: report.total.pacePersons)
        for caveat in Self.caveats + [gaps].compactMap(\.self) {
          list.element("li", caveat[language])
          list.line()
        }
      }
    }
  }

  /// Said where the gaps of the places do not add up to that of the whole; nil where they do, or where a place
  /// has no target.
  private static func gapNote(_ places: [Int64?], of whole: Int64?) -> Phrase? {
    let paces = places.compactMap(\.self)
    let sum = paces.reduce(Int64(0)) { $0.addingClamped($1) }
    guard let whole, paces.count == places.count, sum != whole else { return nil }
    let (due, all) = (NumberText.grouped(sum), NumberText.grouped(whole))
    return Phrase(
      "By their own monthly targets \(due) are due in the places together, by that of the whole \(all): the gaps of the places do not add up to the gap of the whole.",
      "各地自身进度要求合计\(due)人，总体进度要求\(all)人：各地与进度相差数之和不等于总体相差数。")
  }

  private static let signers: [Phrase] = [
    Phrase("Reporting office", "填报单位"), Phrase("Prepared by", "填表人"),
    Phrase("Checked by", "审核人"), Phrase("Responsible", "负责人"), Phrase("Date", "日期"),
  ]

  func writeSigning(in language: ReportLanguage, into page: inout MarkupWriter) {
    page.signing(Self.signers.map { $0[language] })
  }
}

extension MarkupWriter {
  /// Room for names, signatures and seals.
  mutating func signing(_ names: [String]) {
    element("div", ["class": "signing"]) { block in
      for name in names {
        block.element("div") { field in
          field.element("span", name)
          field.element("span", ["class": "room"], "")
        }
        block.line()
      }
    }
    line()
  }
}
