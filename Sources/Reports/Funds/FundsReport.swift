import CSV

// The money report: what came in, went out and stands on each rung, by fund, source, batch and county; the
// sums by rung, fiscal money and what stands beside it apart; the proof that they add up; the batches whose
// allocation was not announced.

package struct FundsReport: Sendable {
  /// A batch that was not announced.
  package struct Unannounced: Sendable, Equatable {
    package let batch: String
    package let source: String
    package let fund: String
    package let document: String
    package let issuedOn: String
    package let fen: Int64

    package init(
      batch: String, source: String, fund: String, document: String, issuedOn: String, fen: Int64
    ) {
      self.batch = batch
      self.source = source
      self.fund = fund
      self.document = document
      self.issuedOn = issuedOn
      self.fen = fen
    }

    static let columns: [ReportColumn<Unannounced>] = [
      ReportColumn("batch_no", Phrase("batch", "批次"), .text { $0.batch }),
      ReportColumn("source", Phrase("source", "来源"), .word(.sources) { $0.source }),
      ReportColumn("fund", Phrase("fund", "专项"), narrowest: 8, .word(.funds) { $0.fund }),
      ReportColumn("document_no", Phrase("document", "文号"), narrowest: 8, .text { $0.document }),
      ReportColumn("issued_on", Phrase("issued", "下达"), .text { $0.issuedOn }),
      ReportColumn("amount", Phrase("yuan", "元"), .money { $0.fen }),
    ]
  }

  let asOf: String
  private let known: KnownEntry
  private let aging: [Int]
  let rows: [FundsRow]
  let totals: [FundsRow]
  let unannounced: [Unannounced]
  /// Whether the rows are of the whole ladder; else they are of a county, from its own rung down.
  private let isWhole: Bool

  package init(
    asOf: String, known: KnownEntry, aging: [Int], rows: [FundsRow], unannounced: [Unannounced],
    isWhole: Bool
  ) {
    self.asOf = asOf
    self.known = known
    self.aging = aging
    self.rows = rows
    self.unannounced = unannounced
    self.isWhole = isWhole
    totals = FundsProof.totals(of: rows, agings: aging.count)
  }

  var proofs: [FundsProof] {
    [true, false].compactMap { FundsProof(of: totals, isFiscal: $0, isWhole: isWhole) }
  }

  package func csv(_ form: TextForm = TextForm()) -> [UInt8] {
    ReportColumn.csv(columns, rows: rows, form: form)
  }

  var columns: [ReportColumn<FundsRow>] {
    FundsRow.columns(aging: aging).filter {
      !["project_no", "household_no", "payee"].contains($0.stem)
    }
  }

  var totalColumns: [ReportColumn<FundsRow>] {
    columns.filter { ["rung", "fiscal"].contains($0.stem) } + FundsRow.amounts(aging: aging)
  }

  /// One line: `{"report","as_of","known","aging","rows","totals","proof","not_announced"}`. A proof begins with
  /// `issued_fen`, a county's with `received_fen`.
  package func json() -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("report", "funds")
      json.member("as_of", asOf)
      known.write(into: &json)
      json.memberArray("aging") { json in
        for days in aging { json.integer(days) }
      }
      ReportColumn.writeArray(columns, named: "rows", of: rows, into: &json)
      ReportColumn.writeArray(totalColumns, named: "totals", of: totals, into: &json)
      json.memberArray("proof") { json in
        for proof in proofs { proof.write(into: &json) }
      }
      ReportColumn.writeArray(
        Unannounced.columns, named: "not_announced", of: unannounced, into: &json)
    }
    json.line()
    return json.takeBytes()
  }

  static func heading(isFiscal: Bool) -> Phrase {
    isFiscal
      ? Phrase("Fiscal money", "财政资金")
      : Phrase("Beside it: loans, society, self-raised and foreign money", "另列：信贷、社会、自筹、外资资金")
  }

  package func text(in language: ReportLanguage, within limit: Int? = nil) -> [UInt8] {
    var lines = [Phrase("Money on the rungs", "各级资金")[language]]
    for isFiscal in [true, false] {
      let own = rows.filter { $0.isFiscal == isFiscal }
      guard !own.isEmpty else { continue }
      lines += ["", Self.heading(isFiscal: isFiscal)[language]]
      lines += ReportColumn.table(columns, rows: own, in: language).lines(within: limit)
      let sums = totals.filter { $0.isFiscal == isFiscal }
      lines += ["", Phrase("By rung", "分层级合计")[language]]
      lines += ReportColumn.table(totalColumns, rows: sums, in: language).lines(within: limit)
      lines += proofs.filter { $0.isFiscal == isFiscal }.map { $0.line(in: language) }
    }
    lines += ["", Phrase("Batches not announced", "尚未公告公示的批次")[language]]
    lines +=
      unannounced.isEmpty
      ? [Phrase("none", "无")[language]]
      : ReportColumn.table(Unannounced.columns, rows: unannounced, in: language).lines(
        within: limit)
    lines += ["", known.line(asOf: asOf, in: language)]
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}
