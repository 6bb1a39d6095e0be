import Domain

extension ProjectCard {
  private static let stepColumns: [ReportColumn<Step>] = [
    ReportColumn("on", Phrase("day", "日期"), .text { $0.on }),
    ReportColumn("step", Phrase("step", "步骤"), .word(.projectStates) { $0.step.name }),
    ReportColumn("meeting", Phrase("meeting", "会议"), narrowest: 12, .text { $0.meeting }),
    ReportColumn("verdict", Phrase("verdict", "意见"), .word(.verdicts) { $0.verdict?.name }),
    ReportColumn("grade", Phrase("grade", "等次"), .word(.grades) { $0.grade?.name }),
    ReportColumn("reason", Phrase("reason", "事由"), narrowest: 12, .text { $0.reason }),
  ]

  private static let shown: Set<String> = ["household_no", "head", "village"]

  private static let linkColumns: [ReportColumn<Link>] =
    GapRow.columns.map { column in
      column.lifted(onTerminal: shown.contains(column.stem)) { $0.household }
    } + [
      ReportColumn("since", Phrase("since", "自"), .text { $0.since }),
      ReportColumn("until", Phrase("until", "止"), .text { $0.until }),
      ReportColumn("quantity", Phrase("quantity", "数量"), align: .right, .text { $0.quantity }),
      ReportColumn("unit", Phrase("unit", "单位"), .word(Vocabulary.units) { $0.unit }),
      ReportColumn("allocated", Phrase("allocated", "安排"), .money { $0.allocatedFen }),
      ReportColumn("paid", Phrase("paid", "拨付"), .money { $0.paidFen }),
    ]

  private static let moneyColumns: [ReportColumn<Money>] = [
    ReportColumn("batch_no", Phrase("batch", "批次"), .text { $0.batchNo }),
    ReportColumn("source", Phrase("source", "来源"), .word(.sources) { $0.source.name }),
    ReportColumn("fund", Phrase("fund", "专项"), narrowest: 8, .word(.funds) { $0.fund }),
    ReportColumn("received", Phrase("received", "到项目"), .money { $0.receivedFen }),
    ReportColumn("allocated", Phrase("to\nhouseholds", "到户"), .money { $0.allocatedFen }),
    ReportColumn("paid", Phrase("paid to\nhouseholds", "已拨付到户"), .money { $0.paidFen }),
    ReportColumn(
      "paid_to_payees", Phrase("paid to\npayees", "已付收款方"), .money { $0.paidToPayeesFen }),
    ReportColumn("held", Phrase("held", "项目结存"), .money { $0.heldFen }),
  ]

  private static let postingColumns: [ReportColumn<Posting>] = [
    ReportColumn(
      "village_code", Phrase("village code", "村代码"), onTerminal: false, .text { $0.village.code }),
    ReportColumn("village", Phrase("village", "村"), narrowest: 8, .text { $0.village.name }),
    ReportColumn("posted_on", Phrase("posted", "公示"), .text { $0.postedOn }),
    ReportColumn("taken_down_on", Phrase("taken down", "撤下"), .text { $0.takenDownOn }),
    ReportColumn("objection", Phrase("objection", "异议"), narrowest: 12, .text { $0.objection }),
    ReportColumn("answer", Phrase("answer", "答复"), narrowest: 12, .text { $0.answer }),
  ]

  private static let progressColumns: [ReportColumn<HouseholdCard.ProgressEntry>] =
    HouseholdCard.progressColumns.map { column in
      guard column.stem == "project_no" else { return column }
      return ReportColumn("household_no", Phrase("household", "户号"), .text { $0.householdNo })
    }

  package func text(in language: ReportLanguage, within columns: Int? = nil) -> [UInt8] {
    var card = CardText(
      Phrase("Project ", "项目 ")[language] + projectNo + "  " + name, in: language, within: columns)
    let places = [village, county].compactMap { $0?.name }
    card.line(
      Phrase(places.joined(separator: ", "), places.reversed().joined(separator: " "))[language])
    card.facts(
      (Phrase("Kind", "类别"), Vocabulary.projectKinds.word(for: kind.name, in: language)),
      (
        Phrase("State", "状态"),
        state.map { Vocabulary.projectStates.word(for: $0.name, in: language) }
      ), (Phrase("Fund", "专项"), fund.map { Vocabulary.funds.word(for: $0, in: language) }))
    card.facts(
      (
        Phrase("Budget (yuan)", "预算（元）"),
        budgetFen.map { NumberText.yuan(fen: $0, grouped: true) }
      ),
      (
        Phrase("Size", "规模"),
        quantity.map {
          $0 + (unit.map { " " + Vocabulary.units.word(for: $0, in: language) } ?? "")
        }
      ),
      (Phrase("Instalments (%)", "分期（%）"), instalments))
    card.table(Phrase("Steps", "进度"), Self.stepColumns, steps)
    card.table(Phrase("Money (yuan)", "资金（元）"), Self.moneyColumns, money)
    card.table(
      Phrase("Households: \(links.count)", "项目户：\(links.count)"), Self.linkColumns, links)
    card.table(Phrase("Postings", "公示"), Self.postingColumns, postings)
    card.table(Phrase("Progress", "进展记录"), Self.progressColumns, progress)
    return card.bytes(known, asOf: asOf)
  }

  /// One line.
  package func json() -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("report", "project")
      json.member("project_no", projectNo)
      json.member("as_of", asOf)
      known.write(into: &json)
      json.member("name", name)
      json.member("kind", kind.name)
      json.member("state", state?.name)
      json.member("county", place: county)
      json.member("village", place: village)
      json.member("fund", fund)
      json.member("budget_fen", budgetFen)
      json.member("quantity", quantity)
      json.member("unit", unit)
      json.member("instalments", instalments)
      ReportColumn.writeArray(Self.stepColumns, named: "steps", of: steps, into: &json)
      ReportColumn.writeArray(Self.moneyColumns, named: "money", of: money, into: &json)
      ReportColumn.writeArray(Self.linkColumns, named: "households", of: links, into: &json)
      ReportColumn.writeArray(Self.postingColumns, named: "postings", of: postings, into: &json)
      ReportColumn.writeArray(Self.progressColumns, named: "progress", of: progress, into: &json)
    }
    json.line()
    return json.takeBytes()
  }
}
