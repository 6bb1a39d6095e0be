import Foundation
import Testing

@Suite("A pay list from its drawing to the bank's answer")
struct FundPaylistTests {
  @Test("is drawn once, masked unless revealed, and answered by the bank's file")
  func whole() throws {
    let folder = try FundFolder.make()
    let before = try folder.lastEntry()
    let draw = "$PROGRAM fund paylist L1 --project P1 --on 2011-05-01"
    let tried = try folder.shell(draw + " --dry-run")
    #expect(tried.status == 0 && tried.errors.contains("H6"), "\(tried.errors)")
    #expect(try folder.lastEntry() == before)
    let drawn = try folder.shell(draw + " -o list.csv --json")
    #expect(drawn.status == 0, "\(drawn.errors)")
    #expect(drawn.output.contains("\"sheet\":\"pay_lists\",\"created\":5"), "\(drawn.output)")
    #expect(drawn.errors.contains("H6 has no account"))
    #expect(try folder.lastEntry() == before + 1)
    let masked = try folder.read("list.csv")
    #expect(masked.hasPrefix("paylist_no,household_no,name,account_no,amount,"))
    #expect(masked.contains("*") && !masked.contains("62170000000001"), "\(masked)")
    // Again it is written, not drawn; revealed, with a reason, and recorded.
    #expect(try folder.shell(draw + " -o whole.csv --reveal").status == 64)
    let whole = try folder.shell(draw + " -o whole.csv --reveal --reason bank")
    #expect(whole.status == 0, "\(whole.errors)")
    #expect(try folder.lastEntry() == before + 2)
    #expect(
      try folder.read("whole.csv").contains(
        "L1,H1,甲1,62170000000001,300.00,P1,B1,central,2011-05-01,"))
    let again = try folder.run("import", "whole.csv", "--json")
    #expect(again.output.contains("\"unchanged\":5") && again.status == 0, "\(again.output)")
    let second = try folder.shell("$PROGRAM fund paylist L2 --project P1 --on 2011-05-02 --json")
    #expect(second.status == 1 && second.output.contains("nothing_to_pay"), "\(second.output)")
    try answer(folder)
  }

  @Test("money that a list asks for is paid otherwise with a warning only")
  func paidOtherwise() throws {
    let folder = try FundFolder.make()
    let pay = "$PROGRAM fund pay --project P1 --batch B1 --amount 100 --on 2011-05-03 --json"
    let before = try folder.shell("\(pay) H1 --voucher X1")
    #expect(before.status == 0 && !before.output.contains("on_pay_list"), "\(before.output)")
    #expect(try folder.shell("$PROGRAM fund paylist L1 --project P1 --on 2011-05-04").status == 0)
    let twice = try folder.shell("\(pay) H2 --voucher X2")
    #expect(twice.status == 0 && twice.output.contains("\"on_pay_list\""), "\(twice.output)")
    #expect(twice.output.contains("300.00 yuan of B1 of household H2, project P1 are on list L1"))
    // H6 has no account and is on no list.
    let other = try folder.shell("\(pay) H6 --voucher X3")
    #expect(other.status == 0 && !other.output.contains("on_pay_list"), "\(other.output)")
    // With an account it is on the next one.
    let given = try folder.shell("$PROGRAM member correct H6 甲6 --account 62170000000006")
    #expect(given.status == 0, "\(given.errors)")
    let next = try folder.shell("$PROGRAM fund paylist L2 --project P1 --on 2011-05-05")
    #expect(next.status == 0 && next.output.contains("L2,H6,甲6,"), "\(next.errors)")
  }

  private func answer(_ folder: ProgramFolder) throws {
    try folder.write(
      "answer.csv",
      """
      代发清单号,户编号,金额,发放结果,凭证号,拨付日期,失败原因
      L1,H1,300,成功,V1,2011-05-03,
      L1,H2,300,失败,,,账号不存在

      """)
    let answered = try folder.run("import", "answer.csv")
    #expect(answered.status == 0, "\(answered.errors)")
    let failing = try folder.shell("$PROGRAM report exceptions --on 2011-06-01 --format csv")
    #expect(failing.output.contains("bank_failed,H2,"), "\(failing.output)")
    let next = try folder.shell("$PROGRAM fund paylist L2 --project P1 --on 2011-05-10")
    #expect(next.status == 0, "\(next.errors)")
    #expect(next.output.contains("L2,H2,甲2,"), "\(next.output)")
    #expect(next.output.hasSuffix(",300.00,P1,B1,central,2011-05-10,L1\n"), "\(next.output)")
    try folder.write(
      "answer.csv",
      "paylist_no,household_no,amount,result,voucher_no,paid_on\nL2,H2,300,paid,V2,2011-05-11\n")
    #expect(try folder.run("import", "answer.csv").status == 0)
    let settled = try folder.shell("$PROGRAM report exceptions --on 2011-06-01 --format csv")
    #expect(!settled.output.contains("bank_failed"), "\(settled.output)")
    let balance = try folder.shell("$PROGRAM fund balance --household H2 --format csv")
    #expect(
      balance.output.contains(
        "household,convergence,central,B1,433123,Fenghuang County,P1,H2,,yes,300.00,300.00,0.00"))
    #expect(try folder.run("check").status == 0)
    let history = try folder.run("history", "H2").output
    for line in [
      "+ on pay list L1, 300.00 yuan, P1, on 2011-05-01",
      "+ bank's answer to list L1, 300.00 yuan, failed, 账号不存在",
      "+ on pay list L2, 300.00 yuan, P1, on 2011-05-10",
      "+ bank's answer to list L2, 300.00 yuan, paid, V2, on 2011-05-11",
    ] {
      #expect(history.contains("    " + line + "\n"), "\(line) in \(history)")
    }
    #expect(!history.contains("62170000000"), "\(history)")
  }
}
