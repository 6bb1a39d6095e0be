import Foundation
import Testing

@Suite("report funds")
struct ReportFundsTests {
  /// Two batches: fiscal B1 as `FundFolder` has it, and B2 of 100 yuan lent.
  private func folder() throws -> ProgramFolder {
    let folder = try FundFolder.make()
    for line in [
      "fund issue B2 --document d2 --fund 小额贷款 --source loan --amount 100 --on 2011-06-01",
      "fund pay H1 --project P1 --batch B1 --amount 120.50 --voucher V1 --on 2011-07-01",
      "fund pay --payee builder --project P1 --batch B1 --amount 200 --voucher V2 --on 2011-07-02",
      "fund return B1 --household H2 --project P1 --amount 100 --on 2011-07-03",
    ] {
      let told = try folder.shell("$PROGRAM \(line)")
      try #require(told.status == 0, "\(line): \(told.errors)")
    }
    return folder
  }

  @Test("each rung's in, out and balance, net, by fund, source, batch and county")
  func rows() throws {
    let told = try folder().shell("$PROGRAM report funds --on 2011-12-31 --format csv")
    #expect(
      told.output == """
        rung,fund,source,batch_no,county_code,county,fiscal,in_yuan,out_yuan,balance_yuan
        batch,convergence,central,B1,,,yes,9000.00,8000.00,1000.00
        batch,小额贷款,loan,B2,,,no,100.00,0.00,100.00
        county,convergence,central,B1,433123,Fenghuang County,yes,8000.00,7000.00,1000.00
        project,convergence,central,B1,433123,Fenghuang County,yes,7000.00,1900.00,5100.00
        household,convergence,central,B1,433123,Fenghuang County,yes,1700.00,120.50,1579.50
        paid,convergence,central,B1,433123,Fenghuang County,yes,320.50,0.00,320.50

        """)
  }

  @Test("fiscal money is proved by itself, and loans stand beside it")
  func proof() throws {
    let folder = try folder()
    let text = try folder.shell("$PROGRAM report funds --on 2011-12-31").output
    #expect(
      text.contains(
        "Proof: issued 9,000.00 = batch 1,000.00 + county 1,000.00 + project 5,100.00 + household 1,579.50 + paid 320.50: adds up"
      ), "\(text)")
    #expect(text.contains("Proof: issued 100.00 = batch 100.00"))
    let json = try folder.shell("$PROGRAM report funds --on 2011-12-31 --json").output
    #expect(json.contains("\"fiscal\":true,\"issued_fen\":900000"), "\(json)")
    #expect(json.components(separatedBy: "\"adds_up\":true").count == 3)
    let chinese = try folder.shell("$PROGRAM report funds --on 2011-12-31 --lang zh").output
    #expect(chinese.contains("平衡") && chinese.contains("尚未公告公示的批次"))
  }

  @Test("a county's money is proved from what it received, and only its own batches are listed")
  func county() throws {
    let folder = try folder()
    let report = "$PROGRAM report funds --county Fenghuang --on 2011-12-31"
    let text = try folder.shell(report).output
    #expect(
      text.contains(
        "Proof: received 8,000.00 = county 1,000.00 + project 5,100.00 + household 1,579.50 + paid 320.50: adds up"
      ), "\(text)")
    let json = try folder.shell(report + " --json").output
    #expect(json.contains("\"fiscal\":true,\"received_fen\":800000,\"county_fen\""), "\(json)")
    // B2 was allocated to no county.
    #expect(json.contains("\"not_announced\":[{\"batch_no\":\"B1\""), "\(json)")
    #expect(json.components(separatedBy: "\"document_no\"").count == 2, "\(json)")
    #expect(try folder.shell(report + " --lang zh").output.contains("核对：收到 8,000.00 = 县"))
    // What was allocated by mistake and reversed is not the county's.
    let lent = "$PROGRAM fund allocate B2 --county 433123 --amount 100 --on 2011-07-01 --number X1"
    #expect(try folder.shell(lent).status == 0)
    let during = try folder.shell(report + " --json").output
    #expect(during.components(separatedBy: "\"document_no\"").count == 3, "\(during)")
    #expect(try folder.shell("$PROGRAM fund reverse X1 --number X2 --on 2011-07-02").status == 0)
    let after = try folder.shell(report + " --json").output
    #expect(after.components(separatedBy: "\"document_no\"").count == 2, "\(after)")
  }

  @Test("what stands too long, first in, first out, on each rung")
  func aging() throws {
    let told = try folder().shell(
      "$PROGRAM report funds --aging 90,365 --on 2011-08-01 --format csv")
    let lines = told.output.split(separator: "\n")
    #expect(lines.first?.hasSuffix("balance_yuan,idle_over_90_yuan,idle_over_365_yuan") == true)
    // Since 3 May: B2 whole, and the 100 yuan that came back to P1.
    #expect(
      lines.contains { $0.hasPrefix("batch,convergence") && $0.hasSuffix(",1000.00,1000.00,0.00") })
    #expect(lines.contains { $0.hasPrefix("batch,小额贷款") && $0.hasSuffix(",100.00,0.00,0.00") })
    #expect(lines.contains { $0.hasPrefix("project") && $0.hasSuffix(",5100.00,5000.00,0.00") })
    #expect(lines.contains { $0.hasPrefix("household") && $0.hasSuffix(",1579.50,1579.50,0.00") })
    #expect(lines.contains { $0.hasPrefix("paid") && $0.hasSuffix(",320.50,0.00,0.00") })
    #expect(try folder().shell("$PROGRAM report funds --aging 90,x").status == 64)
  }

  @Test("batches whose allocation was not announced by the day")
  func unannounced() throws {
    let folder = try folder()
    try folder.write(
      "batches.csv",
      "batch_no,document_no,issued_on,fund,source,amount,announced_on\nB1,d,2011-02-01,convergence,central,9000,2011-09-01\n"
    )
    #expect(try folder.run("import", "batches.csv").status == 0)
    let later = try folder.shell("$PROGRAM report funds --on 2011-12-31 --json").output
    #expect(
      later.contains("\"not_announced\":[{\"batch_no\":\"B2\",\"source\":\"loan\""), "\(later)")
    let sooner = try folder.shell("$PROGRAM report funds --on 2011-08-31 --json").output
    #expect(sooner.contains("\"not_announced\":[{\"batch_no\":\"B1\""))
  }
}
