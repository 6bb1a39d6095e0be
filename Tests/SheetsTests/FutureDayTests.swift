import Intake
import Sheets
import Testing

@Suite("Days to come")
struct FutureDayTests {
  /// Today is 2011-12-31.
  private func told(_ text: String) throws -> (faults: [String], warnings: [String]) {
    let receipt = try FileOffice().take(text) { $0.isCheck = true }
    func isOfDays(_ line: String) -> Bool {
      ["future_date", "far_ahead", "resident_id_birth_date"].contains { line.hasSuffix($0) }
    }
    return (receipt.told.filter(isOfDays), receipt.warned.filter(isOfDays))
  }

  @Test(
    "what has happened did so by today",
    arguments: [
      (
        "household_no,village_code,name,relation,enrolled_on\nH1,433123104201,甲,head,",
        "enrolled_on"
      ),
      ("household_no,village_code,name,relation,birth_date\nH1,433123104201,甲,head,", "birth_date"),
      ("household_no,event,on\nH1,end,", "on"),
      ("voucher_no,household_no,project_no,batch_no,amount,paid_on\nV1,H1,P1,B1,5,", "paid_on"),
      ("movement_no,batch_no,county_code,amount,moved_on\nM1,B1,433123,5,", "moved_on"),
      (
        "batch_no,document_no,fund,source,amount,issued_on\nB1,D1,convergence,central,5,",
        "issued_on"
      ),
      ("project_no,name,kind,county_code,proposed_on\nP1,a,road,433123,", "proposed_on"),
      (
        "project_no,name,kind,county_code,proposed_on,cancelled_on\nP1,a,road,433123,2011-03-01,",
        "cancelled_on"
      ),
      ("household_no,staff_no,kind,logged_on\nH1,S1,visit,", "logged_on"),
      ("inspection_no,household_no,finding,found_on\nI1,H1,x,", "found_on"),
      ("project_no,village_code,posted_on\nP1,433123104201,", "posted_on"),
    ])
  func happened(text: String, column: String) throws {
    #expect(try told(text + "2011-12-31\n").faults == [])
    for day in ["2012-01-01", "2101-03-01"] {
      #expect(try told(text + day + "\n").faults == ["2 \(column) future_date"])
    }
  }

  @Test("nor is a month or a year to come a birth, an ID's or an income's")
  func parts() throws {
    let person = "household_no,village_code,name,relation,birth_date\nH1,433123104201,甲,head,"
    #expect(try told(person + "2011-12\n").faults == [])
    #expect(try told(person + "2012\n").faults == ["2 birth_date future_date"])
    let id = RosterTrial.whole("43312320990101001")
    let bearer =
      "household_no,village_code,name,relation,resident_id\nH1,433123104201,甲,head,\(id)\n"
    #expect(try told(bearer).faults == ["2 resident_id resident_id_birth_date"])
    let income = "household_no,total,year\nH1,5,"
    #expect(try told(income + "2011\n").faults == [])
    #expect(try told(income + "2012\n").faults == ["2 year future_date"])
  }

  @Test("what is planned may lie ahead; more than ten years is worth a warning")
  func planned() throws {
    let plans = "household_no,measures,starts_on,exit_on\nH1,养猪,2012-03-01,"
    #expect(try told(plans + "2015-12-31\n") == ([], []))
    #expect(try told(plans + "2150-12-31\n") == ([], ["2 exit_on far_ahead"]))
    let role = "household_no,role,staff_no,since\nH1,contact,S1,"
    #expect(try told(role + "2012-06-01\n") == ([], []))
    #expect(try told(role + "2112-06-01\n") == ([], ["2 since far_ahead"]))
  }
}
