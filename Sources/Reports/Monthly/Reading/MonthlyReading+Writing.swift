import Domain
import Markup

extension MonthlyReading {
  // MARK: JSON

  /// - Parameters:
  ///   - closed: the month as it was closed, whose figures are restated.
  ///   - rowOption: the option that narrows a list to a row; nil where the lists are the only row's already.
  func write(into json: inout JSONText, closed: ClosedMonth?, rowOption: String?) {
    json.object { json in
      json.memberObject("by_percent") { json in
        Self.write(bestByPercent, named: "best", into: &json)
        Self.write(worstByPercent, named: "worst", into: &json)
      }
      json.memberObject("by_pace") { json in
        Self.write(bestByPace, named: "best", into: &json)
        Self.write(worstByPace, named: "worst", into: &json)
      }
      json.member("months_left", monthsLeft)
      json.member("persons_a_month", personsAMonth)
      json.memberArray("restated") { json in
        for (code, columns) in Self.restated(closed) {
          json.object { json in
            json.member("code", code)
            json.memberArray("columns") { json in
              for column in columns { json.string(column.json) }
            }
          }
        }
      }
      json.memberArray("lists") { json in
        for lead in leads {
          json.object { json in
            json.member("column", lead.column)
            json.member("command", lead.command)
          }
        }
      }
      json.member("row_option", rowOption)
    }
  }

  private static func write(
    _ rows: [MonthlyRow], named name: String, into json: inout JSONText
  ) {
    json.memberArray(name) { json in
      for row in rows {
        json.object { json in
          json.member("code", row.code)
          json.member("name", row.name)
          json.member("percent", row.percentTenths, places: 1)
          json.member("pace_gap_persons", row.paceGapPersons)
        }
      }
    }
  }

  /// The columns of each row that are not as they were reported, in the order of the differences.
  private static func restated(
    _ closed: ClosedMonth?
  ) -> [(code: String, columns: [(csv: String, json: String)])] {
    var rows: [(code: String, columns: [(csv: String, json: String)])] = []
    for difference in closed?.differences ?? [] {
      let column = difference.column
      let names = (
        csv: column?.csvName ?? difference.stem, json: column?.jsonName ?? difference.stem
      )
      if rows.last?.code == difference.code {
        rows[rows.count - 1].columns.append(names)
      } else {
        rows.append((difference.code, [names]))
      }
    }
    return rows
  }

  // MARK: Text

  /// Who is first and last, and what is left to do.
  func lines(
    closed: ClosedMonth?, in language: ReportLanguage, within columns: Int?
  ) -> [String] {
    var lines: [String] = []
    func add(_ words: Phrase, _ rows: [MonthlyRow], _ value: (MonthlyRow) -> String) {
      guard !rows.isEmpty else { return }
      let parts = rows.map { "\($0.code) \($0.name.neutralised) \(value($0))" }
      lines.append(words[language] + parts.joined(separator: Phrase(", ", "，")[language]))
    }
    let percent = { (row: MonthlyRow) in
      (row.percentTenths.map { NumberText.decimal($0, places: 1, grouped: true) } ?? "-") + " %"
    }
    let gap = { (row: MonthlyRow) in row.paceGapPersons.map(NumberText.signed) ?? "-" }
    for ranking in rankings { add(ranking.words, ranking.rows, ranking.isByPace ? gap : percent) }
    if let personsAMonth { lines.append(effort(personsAMonth)[language]) }
    for (code, columns) in Self.restated(closed) {
      let names = columns.map { MonthlyColumn.names.word(for: $0.csv, in: language) }
        .joined(separator: Phrase(", ", "、")[language])
      lines.append(
        Phrase("Restated since the close: \(code) \(names)", "月结后重述：\(code) \(names)")[language])
    }
    return lines.flatMap { line in
      WrappedText.lines(line, within: min(columns ?? 100, 100) - 4).enumerated().map {
        $0 == 0 ? $1 : "    " + $1
      }
    }
  }

  /// Who is first and who is last, by percent and by persons.
  var rankings: [(words: Phrase, rows: [MonthlyRow], isByPace: Bool)] {
    [
      (Phrase("Best by percent: ", "完成率前三："), bestByPercent, false),
      (Phrase("Last by percent: ", "完成率后三："), worstByPercent, false),
      (Phrase("Best against the pace, in persons: ", "与进度相差前三："), bestByPace, true),
      (Phrase("Last against the pace, in persons: ", "与进度相差后三："), worstByPace, true),
    ]
  }

  func effort(_ persons: Int64) -> Phrase {
    guard persons > 0 else { return Phrase("The target is reached.", "目标任务已完成。") }
    let months = NumberText.counted(Int64(monthsLeft), "month", "months")
    return Phrase(
      "To reach the target by December: \(NumberText.persons(persons)) a month for \(months).",
      "要在12月完成目标任务，今后\(monthsLeft)个月每月须扶持\(NumberText.grouped(persons))人。")
  }

  /// The command behind each column.
  ///
  /// - Parameter ofRows: how the same of one row are had.
  func leadLines(
    ofRows: Phrase, in language: ReportLanguage, within columns: Int?
  ) -> [String] {
    var table = TextTable([
      TextTable.Column(Phrase("column", "栏目")[language], .left),
      TextTable.Column(Phrase("its households", "所含户")[language], .left),
    ])
    for lead in leads {
      table.row([MonthlyColumn.names.word(for: lead.column, in: language), lead.command])
    }
    return [Phrase("The households behind each figure:", "各项数字所含的户：")[language]]
      + table.lines(within: columns) + [ofRows[language]]
  }
}

extension MonthlyReport {
  /// The option that narrows a list to a row, whose code is its value. Nil where the report is about a place
  /// within its only row, as a county's by prefecture: the row is the total.
  var rowOption: String? {
    if let level = grouping.level, let code = Int64((county ?? office).code),
      let place = RegionCode(code), place.level > level
    {
      return nil
    }
    return grouping.listOption
  }

  /// How the lists behind the total are narrowed to a row.
  var rowLead: Phrase {
    guard let option = rowOption else {
      return Phrase(
        "The one row is the total: its households are those of the lists above.",
        "仅有的一行即合计，所含的户见上列命令。")
    }
    guard county != nil, grouping.level != nil else {
      return Phrase(
        "The households of one row: add \(option) and the row's code.", "某一行所含的户：加 \(option) 和该行代码。"
      )
    }
    return Phrase(
      "The households of one row: \(option) and the row's code in place of --county.",
      "某一行所含的户：将 --county 改为 \(option) 和该行代码。")
  }
}
