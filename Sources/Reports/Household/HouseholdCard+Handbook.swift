import Markup

// The household's handbook: two printed pages that the household keeps. On the first, who they are and the six
// points; on the second, money, projects, income, what was done, and room for signatures.

extension HouseholdCard {
  /// As many notes of progress as find room on the second page.
  private static let notesShown = 8

  package func handbook(imprint: Imprint, in language: ReportLanguage) -> [UInt8] {
    let title = Phrase("Household handbook", "贫困户帮扶手册")[language]
    return Page.bytes(.handbook, title: "\(title) \(householdNo)", imprint: imprint, in: language) {
      page in
      page.element("header") { header in
        header.line()
        header.paragraph(placeWords(in: language), style: "kicker")
        header.element("h1", title)
        header.line()
        header.paragraph(pointsCaption[language], style: "lead")
      }
      page.line()
      writeFacts(in: language, into: &page)
      writePart(
        Phrase("Members (\(memberCount))", "家庭成员（\(memberCount)人）"), Self.memberColumns, members,
        in: language, into: &page)
      writePart(
        Phrase("Enrolment", "纳入情况"), Self.enrolmentColumns, enrolments, in: language, into: &page)
      writePart(
        Phrase("Six points", "六到落实"),
        Self.pointColumns(in: language) + [Self.pointPhone], points, in: language,
        naming: "point", into: &page)
      page.element("div", ["class": "turn"]) { second in
        second.line()
        // The sheets may come apart.
        let names = [title, householdNo, placeWords(in: language)].joined(separator: " · ")
        second.paragraph(names, style: "kicker")
        writeWork(in: language, into: &second)
      }
      page.line()
      page.signing([
        Phrase("Head of household", "户主")[language],
        Phrase("Official responsible", "帮扶责任人")[language],
        Phrase("Village committee", "村民委员会")[language], Phrase("Date", "日期")[language],
      ])
      page.paragraph(known.line(asOf: asOf, in: language), style: "note")
    }
  }

  private func placeWords(in language: ReportLanguage) -> String {
    let places = [county, township, village].compactMap { $0?.name }
    return Phrase(places.reversed().joined(separator: ", "), places.joined(separator: " "))[
      language]
  }

  private func writeFacts(in language: ReportLanguage, into page: inout MarkupWriter) {
    let standing =
      standing.map { period in
        Vocabulary.classes.word(for: period.code.name, in: language)
          + (period.since.map { Phrase(", since \($0)", "，自\($0)起")[language] } ?? "")
          + (period.ground.map { Phrase(" (\($0))", "（\($0)）")[language] } ?? "")
      } ?? Vocabulary.classes.word(for: "none", in: language)
    let facts: [(Phrase, String?)] = [
      (Phrase("Household", "户号"), householdNo), (Phrase("Village code", "村代码"), village.code),
      (Phrase("Class", "户属性"), standing), (Phrase("Cause", "致贫原因"), cause),
      (Phrase("Phone", "电话"), phone), (Phrase("Account", "账号"), account),
      (
        Phrase("Ended on", "注销日期"),
        endedOn.map { $0 + (endGround.map { ground in " " + ground } ?? "") }
      ),
    ]
    let told = facts.compactMap { name, fact in fact.map { (name: name, fact: $0) } }
    write(told, in: language, into: &page)
  }

  /// Facts, each beside its name.
  private func write(
    _ facts: [(name: Phrase, fact: String)], in language: ReportLanguage,
    into page: inout MarkupWriter
  ) {
    page.element("dl", ["class": "facts"]) { list in
      for (name, fact) in facts {
        list.element("div") { pair in
          pair.element("dt", name[language])
          pair.element("dd", fact)
        }
        list.line()
      }
    }
    page.line()
  }

  /// The plan is what the rest of the page is measured by.
  private func writeGoals(in language: ReportLanguage, into page: inout MarkupWriter) {
    let facts = goalFacts(in: language)
    page.paragraph(Self.goalsCaption[language], style: "empty")
    if facts.isEmpty {
      page.paragraph(Phrase("none", "无")[language], style: "small")
    } else {
      write(facts, in: language, into: &page)
    }
  }

  private func writeWork(in language: ReportLanguage, into page: inout MarkupWriter) {
    writeGoals(in: language, into: &page)
    let funds = [
      (true, Phrase("Fiscal money (yuan)", "财政资金（元）")),
      (false, Phrase("Other money (yuan)", "其他资金（元）")),
    ]
    for (isFiscal, caption) in funds {
      let lines = money.filter { $0.source.isFiscal == isFiscal }
      if lines.isEmpty && !isFiscal { continue }
      writePart(caption, Self.moneyColumns, lines, in: language, into: &page)
    }
    writePart(Phrase("Projects", "项目"), Self.projectColumns, projects, in: language, into: &page)
    writePart(
      Phrase("Income of the household (yuan)", "家庭收入（元）"), Self.incomeColumns, incomes,
      in: language, into: &page)
    let shown = Array(progress.prefix(Self.notesShown))
    let rest = progress.count - shown.count
    writePart(
      rest > 0
        ? Phrase("Progress, the latest; \(rest) earlier", "进展记录（最近，另有\(rest)条）")
        : Phrase("Progress", "进展记录"), Self.progressColumns, shown, in: language, into: &page)
  }

  /// A part without rows says so: the household is to see that nothing was kept back.
  private func writePart<Row>(
    _ caption: Phrase, _ columns: [ReportColumn<Row>], _ rows: [Row], in language: ReportLanguage,
    naming: String? = nil, into page: inout MarkupWriter
  ) {
    guard !rows.isEmpty else {
      page.paragraph(caption[language], style: "empty")
      page.paragraph(Phrase("none", "无")[language], style: "small")
      return
    }
    PageTable(caption[language], columns, rows: rows, naming: naming, in: language)
      .write(into: &page)
  }
}
