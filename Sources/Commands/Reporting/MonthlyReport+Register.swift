import Domain
import Register
import Reports

// From the register's answer to the report: places and classes get their names, nothing is counted.

extension MonthlyReport {
  init(
    _ answer: MonthlyAnswer, office: ReportedPlace, county: ReportedPlace?, _ console: Console
  ) {
    self.init(
      year: answer.month.year, month: answer.month.description,
      asOf: answer.month.lastDay.description,
      known: KnownEntry(answer.known, answer.hash), office: office, county: county,
      grouping: Grouping(answer.grouping),
      rows: answer.rows.map { MonthlyRow($0, console) },
      total: MonthlyRow.total(answer.total, answer.totalQuota, console),
      lastMonth: answer.before.map { MonthlyRow.total($0, nil, console) })
  }
}

extension KnownEntry {
  init(_ known: Known, _ hash: SHA256Digest) {
    self.init(entry: known.entry, hash: hash.hexadecimal)
  }
}

extension MonthlyReport.Grouping {
  fileprivate init(_ grouping: MonthlyAnswer.Grouping) {
    self =
      switch grouping {
      case .county: .county
      case .township: .township
      case .village: .village
      case .class: .class
      case .prefecture: .prefecture
      case .area: .area
      }
  }
}

extension MonthlyRow {
  init(_ row: MonthlyAnswer.Row, _ console: Console) {
    let (code, name): (String, String) =
      switch row.subject {
      case .place(let code, let region): (code.description, region.map(console.name) ?? "")
      case .householdClass(let value):
        (
          value?.name ?? "none",
          Vocabulary.classes.word(for: value?.name ?? "none", in: console.language.ofReports)
        )
      case .area(let value):
        (
          value?.name ?? "none",
          Vocabulary.areas.word(for: value?.name ?? "none", in: console.language.ofReports)
        )
      }
    self.init(
      code: code, name: name, figures: row.figures, targetPersons: row.quota?.persons,
      pacePersons: row.quota?.pace)
  }

  fileprivate static func total(
    _ figures: MonthlyFigures, _ quota: Quota?, _ console: Console
  ) -> MonthlyRow {
    MonthlyRow(
      code: "total", name: MonthlyReport.totalName[console.language.ofReports], figures: figures,
      targetPersons: quota?.persons, pacePersons: quota?.pace)
  }
}
