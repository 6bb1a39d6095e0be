import Domain
import Markup

// The page in the order in which it is read: what a leader needs in a minute first and what he signs, then the
// tables that an auditor wants. Every charted number stands in a table too.

extension MonthlyPage {
  package func html(in language: ReportLanguage) -> [UInt8] {
    Page.bytes(title: title[language], imprint: imprint, in: language) { page in
      writeHead(in: language, into: &page)
      page.element("div", ["class": "board"]) { board in
        board.line()
        writeBoard(in: language, into: &board)
      }
      page.line()
      writeSent(in: language, into: &page)
      writeClosed(in: language, into: &page)
      writeComparison(in: language, into: &page)
      writeCaveats(in: language, into: &page)
      writeSigning(in: language, into: &page)
      writeTables(in: language, into: &page)
      page.paragraph(report.known.line(asOf: report.asOf, in: language), style: "note")
    }
  }

  /// What is drawn, in two columns: first side by side what is read together, then what is as long as it is.
  private func writeBoard(in language: ReportLanguage, into board: inout MarkupWriter) {
    board.element("div", ["class": "columns"]) { columns in
      columns.line()
      writeCurve(in: language, into: &columns)
      writeFunnel(in: language, into: &columns)
      if hasMap {
        writeMap(in: language, into: &columns)
        writeRanking(in: language, into: &columns)
      }
    }
    board.line()
    board.element("div", ["class": "flow"]) { flow in
      flow.line()
      if !hasMap { writeRanking(in: language, into: &flow) }
      writePoints(in: language, into: &flow)
      writeLadder(in: language, into: &flow)
      writeClasses(in: language, into: &flow)
      writeCases(in: language, into: &flow)
    }
    board.line()
  }

  private var title: Phrase {
    let place = (report.county ?? report.office).name
    return Phrase("\(place): monthly report \(report.month)", "\(place)\(report.month)月报")
  }

  // MARK: Head

  private func writeHead(in language: ReportLanguage, into page: inout MarkupWriter) {
    let sentences = report.headline(in: language)
    page.element("header") { header in
      header.line()
      header.paragraph(report.titleLines(in: language).joined(separator: " · "), style: "kicker")
      header.element("h1", sentences.first ?? "")
      header.line()
      if let restated = restatedLine(in: language) {
        header.paragraph(restated, style: "lead restated")
      }
      let effort = report.reading.flatMap { reading in
        reading.personsAMonth.map { reading.effort($0)[language] }
      }
      let rest =
        sentences.dropFirst() + [effort, report.changeLine(in: language)].compactMap(\.self)
      for line in rest { header.paragraph(line, style: "lead") }
      writeFigures(in: language, into: &header)
    }
    page.line()
  }

  /// The figures of the sentence, large, and what the month brought.
  private func writeFigures(in language: ReportLanguage, into page: inout MarkupWriter) {
    let total = report.total
    var figures: [(Phrase, String)] = [
      (Phrase("Persons supported", "扶持人数"), NumberText.grouped(total[.personsSupported]))
    ]
    figures.append(
      (
        Phrase("Of them in this month", "其中本月新增"),
        NumberText.grouped(total[.personsSupportedInMonth])
      ))
    if let target = total.targetPersons {
      figures.append((Phrase("Target, persons", "目标任务（人）"), NumberText.grouped(target)))
    }
    if let percent = total.percentTenths {
      figures.append(
        (
          Phrase("Of the target", "完成"),
          Self.percentWords(
            NumberText.decimal(percent, places: 1, grouped: true), in: language)
        ))
    }
    if let gap = total.paceGapPersons {
      figures.append(
        (
          gap < 0
            ? Phrase("Behind the pace", "落后进度（人）")
            : Phrase("Ahead of the pace", "超前进度（人）"),
          NumberText.grouped(Int64(clamping: gap.magnitude))
        ))
    }
    page.element("dl", ["class": "figures"]) { list in
      for (name, figure) in figures {
        list.element("div") { pair in
          pair.element("dt", name[language])
          pair.element("dd", figure)
        }
        list.line()
      }
    }
    page.line()
  }
}
