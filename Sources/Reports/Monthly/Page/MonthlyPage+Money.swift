import Charts
import Domain
import Markup

// The money down the ladder: what came to each rung within the year, what stands there, and since when.

extension MonthlyPage {
  private static let order = ["batch", "county", "project", "household", "paid"]

  /// Sums by rung, in the order of the ladder; only rungs that have seen money.
  private func sums(isFiscal: Bool) -> [RungMoney] {
    Self.order.compactMap { name in
      let own = (rungs ?? []).filter { $0.rung == name && $0.isFiscal == isFiscal }
      guard !own.isEmpty else { return nil }
      func sum(_ part: (RungMoney) -> Int64) -> Int64 {
        own.reduce(0) { $0.addingClamped(part($1)) }
      }
      return RungMoney(
        rung: name, fund: nil, isFiscal: isFiscal, inFen: sum(\.inFen), outFen: sum(\.outFen),
        heldFen: sum(\.heldFen), over90Fen: sum(\.over90Fen), over365Fen: sum(\.over365Fen))
    }
  }

  /// Whole ten thousands of yuan with two decimals in Chinese, millions in English, rounded down.
  private static func amount(_ fen: Int64, in language: ReportLanguage) -> String {
    language == .zh
      ? NumberText.decimal(fen / 10_000, places: 2, grouped: true) + "万元"
      : NumberText.decimal(fen / 1_000_000, places: 2, grouped: true) + " m yuan"
  }

  func writeLadder(in language: ReportLanguage, into page: inout MarkupWriter) {
    let fiscal = sums(isFiscal: true)
    guard !fiscal.isEmpty else { return }
    func yuan(_ fen: Int64) -> String { Self.amount(fen, in: language) }
    let steps = fiscal.map { rung in
      FlowChart.Step(
        name: Vocabulary.rungs.word(for: rung.rung, in: language), came: rung.inFen,
        stands: rung.rung == "paid" ? 0 : rung.heldFen, cameLabel: yuan(rung.inFen),
        standsLabel: rung.rung == "paid"
          ? nil
          : Phrase(
            "stands \(yuan(rung.heldFen)), over 90 days \(yuan(rung.over90Fen))",
            "结存\(yuan(rung.heldFen))，超90天\(yuan(rung.over90Fen))")[language])
    }
    let chart = FlowChart(
      title: Phrase("Fiscal money down the ladder", "财政资金逐级到位情况")[language],
      summary: steps.map { step in
        [step.name, step.cameLabel, step.standsLabel ?? ""].joined(separator: " ")
      }.joined(separator: Phrase("; ", "；")[language]), steps: steps)
    page.section(Phrase("Money down the ladder", "资金到位")[language]) { part in
      part.chart(chart, id: "ladder")
      part.paragraph(
        Phrase(
          "Fiscal money that came to each rung within the year by \(report.asOf), net of returns. Pale: what stands there.",
          "截至\(report.asOf)本年到达各级的财政资金，已扣除退回。浅色：结存于该级的资金。")[language],
        style: "small")
      writePaid(in: language, into: &part)
    }
  }

  /// That money paid off the ladder is more than what households were paid.
  func writePaid(in language: ReportLanguage, into part: inout MarkupWriter) {
    guard (rungs ?? []).contains(where: { $0.rung == "paid" }) else { return }
    part.paragraph(
      Phrase(
        "Paid, as a rung, is all that was paid out: to households, and by projects directly to others, such as builders. Households paid, and the yuan paid beside them, are of households alone.",
        "资金层级中的“\(Vocabulary.rungs.word(for: "paid", in: .zh))”包括拨付到户的资金和项目直接支付给施工单位等的资金；拨付户数和拨付资金只含拨付到户的部分。"
      )[language], style: "small")
  }

  // MARK: Table

  private static let columns: [ReportColumn<RungMoney>] = [
    ReportColumn("rung", Phrase("rung", "层级"), .word(.rungs) { $0.rung }),
    ReportColumn("fund", Phrase("fund", "专项"), .word(.funds) { $0.fund }),
    ReportColumn("in", Phrase("in", "收入"), .money { $0.inFen }),
    ReportColumn("out", Phrase("out", "下拨"), .money { $0.outFen }),
    ReportColumn(
      "held", Phrase("stands there", "结存"), .money { $0.rung == "paid" ? nil : $0.heldFen }),
    ReportColumn(
      "over_90", Phrase("over 90 days", "超90天"), .money { $0.rung == "paid" ? nil : $0.over90Fen }),
    ReportColumn(
      "over_365", Phrase("over 365 days", "超365天"),
      .money { $0.rung == "paid" ? nil : $0.over365Fen }),
  ]

  func moneyTables(in language: ReportLanguage) -> [PageTable] {
    let captions = [
      (true, Phrase("Fiscal money on the ladder (yuan)", "财政资金（元）")),
      (false, Phrase("Beside it: loans, society and self-raised money (yuan)", "另列：信贷、社会、自筹资金（元）")),
    ]
    return captions.flatMap { isFiscal, caption -> [PageTable] in
      let all = sums(isFiscal: isFiscal)
      guard !all.isEmpty else { return [] }
      var tables = [PageTable(caption[language], Self.columns, rows: all, in: language)]
      let byFund = (rungs ?? []).filter { $0.isFiscal == isFiscal }
      if Set(byFund.map(\.fund)).count > 1 {
        let words = Phrase("\(caption.en), by fund", "\(caption.zh)，分专项")
        tables.append(PageTable(words[language], Self.columns, rows: byFund, in: language))
      }
      return tables
    }
  }
}
