import Domain

/// Money on a rung, as it is reported.
package struct FundsRow: Sendable, Equatable {
  /// `batch`, `county`, `project`, `household` or `paid`.
  package var rung: String
  package var fund: String?
  package var source: String?
  package var batch: String?
  package var countyCode: String?
  package var countyName: String?
  package var project: String?
  package var household: String?
  package var payee: String?
  /// Whether it is public money; what is not stands beside it and is in no total of it.
  package var isFiscal: Bool
  package var inFen: Int64
  package var outFen: Int64
  /// For each number of days that was asked about.
  package var idleFen: [Int64]

  package var balanceFen: Int64 { inFen.subtractingReportingOverflow(outFen).partialValue }

  package init(rung: String, isFiscal: Bool, inFen: Int64 = 0, outFen: Int64 = 0, idleFen: [Int64])
  {
    self.rung = rung
    self.isFiscal = isFiscal
    self.inFen = inFen
    self.outFen = outFen
    self.idleFen = idleFen
  }

  /// - Parameter aging: the numbers of days of the idle columns.
  package static func columns(aging: [Int]) -> [ReportColumn<FundsRow>] {
    [
      ReportColumn("rung", Phrase("rung", "层级"), .word(.rungs) { $0.rung }),
      ReportColumn("fund", Phrase("fund", "专项"), narrowest: 8, .word(.funds) { $0.fund }),
      ReportColumn("source", Phrase("source", "来源"), .word(.sources) { $0.source }),
      ReportColumn("batch_no", Phrase("batch", "批次"), .text { $0.batch }),
      ReportColumn(
        "county_code", Phrase("county code", "县代码"), onTerminal: false, .text { $0.countyCode }),
      ReportColumn("county", Phrase("county", "县"), narrowest: 6, .text { $0.countyName }),
      ReportColumn("project_no", Phrase("project", "项目"), .text { $0.project }),
      ReportColumn("household_no", Phrase("household", "户号"), .text { $0.household }),
      ReportColumn("payee", Phrase("payee", "收款人"), narrowest: 6, .text { $0.payee }),
      ReportColumn("fiscal", Phrase("fiscal", "财政"), onTerminal: false, .flag { $0.isFiscal }),
    ] + amounts(aging: aging)
  }

  static func amounts(aging: [Int]) -> [ReportColumn<FundsRow>] {
    [
      ReportColumn("in", Phrase("in", "收入"), .money { $0.inFen }),
      ReportColumn("out", Phrase("out", "下拨"), .money { $0.outFen }),
      ReportColumn("balance", Phrase("balance", "结存"), .money { $0.balanceFen }),
    ]
      + aging.enumerated().map { place, days in
        ReportColumn(
          "idle_over_\(days)", Phrase("idle\nover \(days) d", "闲置超\n\(days)天"),
          .money { $0.idleFen.indices.contains(place) ? $0.idleFen[place] : nil })
      }
  }
}

extension Vocabulary {
  package static let rungs = Vocabulary([
    "batch": Phrase("batch", "批次"), "county": Phrase("county", "县"),
    "project": Phrase("project", "项目"), "household": Phrase("household", "户"),
    "paid": Phrase("paid", "已拨付"),
  ])
}
