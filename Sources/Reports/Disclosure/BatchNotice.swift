import Domain
import Markup

/// The public notice of a batch's allocation: under which document, from whom, and how much to each county.
package struct BatchNotice: Sendable {
  /// What one source gives.
  package struct Issue: Sendable {
    package let documentNo: String
    package let issuedOn: String
    package let fund: String
    package let source: FundSource
    package let amountFen: Int64

    package init(
      documentNo: String, issuedOn: String, fund: String, source: FundSource, amountFen: Int64
    ) {
      self.documentNo = documentNo
      self.issuedOn = issuedOn
      self.fund = fund
      self.source = source
      self.amountFen = amountFen
    }
  }

  /// What a county received of one source, net of returns; of the total line neither is told.
  package struct Share: Sendable {
    package let county: ReportedPlace?
    package let source: FundSource?
    package let amountFen: Int64

    package init(county: ReportedPlace?, source: FundSource?, amountFen: Int64) {
      self.county = county
      self.source = source
      self.amountFen = amountFen
    }
  }

  private let batchNo: String
  private let announcedOn: String
  private let office: ReportedPlace
  private let issues: [Issue]
  private let shares: [Share]

  /// - Parameters:
  ///   - shares: by county, then source.
  ///   - announcedOn: the day of the notice.
  package init(
    batchNo: String, announcedOn: String, office: ReportedPlace, issues: [Issue], shares: [Share]
  ) {
    self.batchNo = batchNo
    self.announcedOn = announcedOn
    self.office = office
    self.issues = issues
    self.shares = shares
  }

  private static let issueColumns: [ReportColumn<Issue>] = [
    ReportColumn("document_no", Phrase("document", "文号"), narrowest: 12, .text { $0.documentNo }),
    ReportColumn("issued_on", Phrase("issued", "下达日期"), .text { $0.issuedOn }),
    ReportColumn("fund", Phrase("fund", "专项资金"), narrowest: 8, .word(.funds) { $0.fund }),
    ReportColumn("source", Phrase("source", "资金来源"), .word(.sources) { $0.source.name }),
    ReportColumn("amount", Phrase("amount", "金额"), .money { $0.amountFen }),
  ]

  private static let shareColumns: [ReportColumn<Share>] = [
    ReportColumn("county_code", Phrase("code", "代码"), .text { $0.county?.code ?? "total" }),
    ReportColumn("county", Phrase("county", "县"), narrowest: 8, .text { $0.county?.name }),
    ReportColumn("source", Phrase("source", "资金来源"), .word(.sources) { $0.source?.name }),
    ReportColumn("amount", Phrase("amount", "金额"), .money { $0.amountFen }),
  ]

  private var issuedFen: Int64 { issues.reduce(0) { $0.addingClamped($1.amountFen) } }
  private var allocatedFen: Int64 { shares.reduce(0) { $0.addingClamped($1.amountFen) } }

  /// The notice as it is posted.
  package func lines(in language: ReportLanguage, within columns: Int? = nil) -> [String] {
    var lines = [
      Phrase(
        "Public notice: allocation of the funds of batch \(batchNo)", "公告：第 \(batchNo) 批资金分配情况")[
          language
        ], "",
      Phrase("Issued (yuan)", "下达资金（元）")[language],
    ]
    lines += ReportColumn.table(Self.issueColumns, rows: issues, in: language).lines(
      within: columns)
    lines += ["", Phrase("Allocated to counties (yuan)", "分配到县（元）")[language]]
    if shares.isEmpty {
      lines.append(Phrase("Nothing has been allocated yet.", "尚未分配。")[language])
    } else {
      lines += ReportColumn.table(
        Self.shareColumns, rows: shares,
        total: Share(county: nil, source: nil, amountFen: allocatedFen), in: language
      ).lines(within: columns)
    }
    let rest = issuedFen.subtractingClamped(allocatedFen)
    if rest != 0, !shares.isEmpty {
      let yuan = NumberText.yuan(fen: rest, grouped: true)
      lines.append(Phrase("Not yet allocated: \(yuan)", "尚未分配：\(yuan)")[language])
    }
    return lines + ["", "\(office.name)  \(announcedOn)".neutralised]
  }

  package func text(in language: ReportLanguage, within columns: Int? = nil) -> [UInt8] {
    Array((lines(in: language, within: columns).joined(separator: "\n") + "\n").utf8)
  }

  /// The members of an object.
  package func write(to json: inout JSONText) {
    json.member("batch_no", batchNo)
    json.member("announced_on", announcedOn)
    json.member("office", place: office)
    ReportColumn.writeArray(Self.issueColumns, named: "issues", of: issues, into: &json)
    ReportColumn.writeArray(Self.shareColumns, named: "counties", of: shares, into: &json)
    json.member("issued_fen", issuedFen)
    json.member("allocated_fen", allocatedFen)
  }
}
