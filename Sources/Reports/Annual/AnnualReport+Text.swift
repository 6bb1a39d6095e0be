import Domain
import Markup

extension AnnualReport {
  /// The headline, a table a programme, then what contradicts itself.
  package func text(in language: ReportLanguage, within columns: Int? = nil) -> [UInt8] {
    var lines = [
      "\(Self.title[language]) \(year)", office.name.neutralised, "", sentence(in: language),
    ]
    for programme in programmes {
      lines += ["", Self.programmeWords.word(for: programme.key, in: language).neutralised]
      let numbers = programme.rows.filter { !$0.takesText }
      if !numbers.isEmpty {
        lines += ReportColumn.table(Self.textColumns(language), rows: numbers, in: language)
          .lines(within: columns)
      }
      for row in programme.rows where row.takesText {
        lines += wrapped(statement(row, in: language), columns)
      }
    }
    lines += ["", Phrase("What contradicts itself", "前后不一之处")[language]]
    if contradictions.isEmpty { lines.append(Phrase("Nothing.", "无。")[language]) }
    for contradiction in contradictions {
      lines += wrapped(contradiction.line(in: language), columns)
    }
    lines += ["", known.line(asOf: asOf, in: language)]
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// What is said in words: a day, a document, a title.
  func statement(_ row: Row, in language: ReportLanguage) -> String {
    let name = Self.name(of: row, language)
    let value = Self.qualified(row, language) ?? row.planned ?? "-"
    return name + Phrase(": ", "：")[language] + value
  }

  private func wrapped(_ text: String, _ columns: Int?) -> [String] {
    WrappedText.lines(text.neutralised, within: min(columns ?? 92, 92) - 4).enumerated().map {
      position, line in
      (position == 0 ? "  " : "    ") + line
    }
  }
}
