import Domain
import Intake
import Sheets
import Testing

@Suite("Cells that a county must mend")
struct CellFaultTests {
  @Test("a number that a spreadsheet destroyed is told in every column of numbers")
  func spreadsheetNumbers() throws {
    let office = try FileOffice()
    for sheet in Sheet.all {
      for column in sheet.columns {
        switch column.kind {
        case .identifier, .phone, .account: break
        default: continue
        }
        let header = sheet.columns.map(\.name).joined(separator: ",")
        for written in ["4.33123E+15", "'1E+10"] {
          let row = sheet.columns.map { $0.name == column.name ? written : "" }.joined(
            separator: ",")
          let receipt = try office.take(header + "\n" + row + "\n") { $0.isCheck = true }
          #expect(
            receipt.told.contains("2 \(column.name) spreadsheet_number"),
            "\(sheet.name) \(column.name)")
        }
      }
    }
  }

  @Test("a village nobody knows is told at the row that names it, as it was written")
  func places() throws {
    let header = "household_no,village_code,name,relation\n"
    let unknown = try FileOffice().take(header + "H1,,甲,head\nH1,433123104999,乙,child\n")
    #expect(unknown.told == ["3 village_code unknown_region"])
    #expect(unknown.errors.first?.value == "433123104999")
    let township = try FileOffice().take(header + "H1,433123104000,甲,head\n")
    #expect(township.told == ["2 village_code region_level"])
    #expect(township.errors.first?.value == "433123104000")
  }

  @Test("persons by the end of a month never fall")
  func targets() throws {
    let header =
      "programme,year,region_code,persons,month_01,month_03,month_12\nconvergence,2011,433123,90,"
    #expect(try FileOffice().take(header + "10,10,90\n").told == [])
    let falls = try FileOffice().take(header + "10,,9\n")
    #expect(falls.told == ["2 month_12 not_cumulative"])
    #expect(falls.errors.first?.kind == .notCumulative(column: "month_01", value: "10"))
  }

  @Test(
    "a quantity below zero is none",
    arguments: [
      ("household_no,logged_on,staff_no,kind,quantity\nH1,2011-06-01,S1,sale,-5", "quantity"),
      ("project_no,household_no,since,quantity\nP1,H1,2011-06-01,-5", "quantity"),
      ("household_no,starts_on,measures,goal_income\nH1,2011-06-01,x,-5", "goal_income"),
    ])
  func negative(text: String, column: String) throws {
    let receipt = try FileOffice().take(text + "\n")
    #expect(receipt.told.contains("2 \(column) negative"))
  }
}
