import Domain

/// A batch on a day: from which sources it is, and how far its money has come.
package struct BatchCard: Sendable {
  package struct Issue: Sendable {
    package let source: FundSource
    package let documentNo: String
    package let issuedOn: String
    package let fund: String
    package let amountFen: Int64
    package let allocatedFen: Int64
    package let announcedOn: String?

    package init(
      source: FundSource, documentNo: String, issuedOn: String, fund: String, amountFen: Int64,
      allocatedFen: Int64, announcedOn: String?
    ) {
      self.source = source
      self.documentNo = documentNo
      self.issuedOn = issuedOn
      self.fund = fund
      self.amountFen = amountFen
      self.allocatedFen = allocatedFen
      self.announcedOn = announcedOn
    }
  }

  package struct Share: Sendable {
    package let county: ReportedPlace
    package let source: FundSource
    package let receivedFen: Int64
    package let toProjectsFen: Int64
    package let toHouseholdsFen: Int64
    package let paidFen: Int64

    package init(
      county: ReportedPlace, source: FundSource, receivedFen: Int64, toProjectsFen: Int64,
      toHouseholdsFen: Int64, paidFen: Int64
    ) {
      self.county = county
      self.source = source
      self.receivedFen = receivedFen
      self.toProjectsFen = toProjectsFen
      self.toHouseholdsFen = toHouseholdsFen
      self.paidFen = paidFen
    }
  }

  package var batchNo: String
  package var asOf: String
  package var known: KnownEntry
  package var issues: [Issue]
  package var shares: [Share]

  package init(
    batchNo: String, asOf: String, known: KnownEntry, issues: [Issue], shares: [Share]
  ) {
    self.batchNo = batchNo
    self.asOf = asOf
    self.known = known
    self.issues = issues
    self.shares = shares
  }

  private static let issueColumns: [ReportColumn<Issue>] = [
    ReportColumn("source", Phrase("source", "来源"), .word(.sources) { $0.source.name }),
    ReportColumn("document_no", Phrase("document", "文号"), narrowest: 12, .text { $0.documentNo }),
    ReportColumn("issued_on", Phrase("issued", "下达"), .text { $0.issuedOn }),
    ReportColumn("fund", Phrase("fund", "专项"), narrowest: 8, .word(.funds) { $0.fund }),
    ReportColumn("amount", Phrase("amount", "金额"), .money { $0.amountFen }),
    ReportColumn("allocated", Phrase("to counties", "已分配到县"), .money { $0.allocatedFen }),
    ReportColumn(
      "balance", Phrase("balance", "余额"),
      .money { $0.amountFen.subtractingClamped($0.allocatedFen) }),
    ReportColumn("announced_on", Phrase("announced", "公告"), .text { $0.announcedOn }),
  ]

  private static let shareColumns: [ReportColumn<Share>] = [
    ReportColumn("county_code", Phrase("code", "代码"), .text { $0.county.code }),
    ReportColumn("county", Phrase("county", "县"), narrowest: 8, .text { $0.county.name }),
    ReportColumn("source", Phrase("source", "来源"), .word(.sources) { $0.source.name }),
    ReportColumn("received", Phrase("received", "到县"), .money { $0.receivedFen }),
    ReportColumn("to_projects", Phrase("to projects", "到项目"), .money { $0.toProjectsFen }),
    ReportColumn("to_households", Phrase("to households", "到户"), .money { $0.toHouseholdsFen }),
    ReportColumn("paid", Phrase("paid", "已拨付"), .money { $0.paidFen }),
    ReportColumn(
      "balance", Phrase("left in county", "县结存"),
      .money { $0.receivedFen.subtractingClamped($0.toProjectsFen) }),
  ]

  package func text(in language: ReportLanguage, within columns: Int? = nil) -> [UInt8] {
    var card = CardText(Phrase("Batch ", "批次 ")[language] + batchNo, in: language, within: columns)
    if issues.contains(where: { $0.announcedOn == nil }) {
      card.line(
        Phrase("Its allocation has not been announced publicly.", "分配结果尚未公告。")[language])
    }
    card.table(Phrase("Issued (yuan)", "下达（元）"), Self.issueColumns, issues)
    card.table(Phrase("By county (yuan)", "分县（元）"), Self.shareColumns, shares)
    return card.bytes(known, asOf: asOf)
  }

  /// One line.
  package func json() -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("report", "batch")
      json.member("batch_no", batchNo)
      json.member("as_of", asOf)
      known.write(into: &json)
      ReportColumn.writeArray(Self.issueColumns, named: "issues", of: issues, into: &json)
      ReportColumn.writeArray(Self.shareColumns, named: "counties", of: shares, into: &json)
    }
    json.line()
    return json.takeBytes()
  }
}
