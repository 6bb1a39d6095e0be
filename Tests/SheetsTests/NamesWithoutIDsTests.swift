import Intake
import Sheets
import Testing

@Suite("A resident ID where a name belongs")
struct NamesWithoutIDsTests {
  private static let id = "439999198001010012"

  /// What is told of a row that has the name and the ID in one column, and `x` in all others.
  private func told(_ sheet: Sheet, _ column: String) throws -> Receipt {
    let header = sheet.columns.map(\.name).joined(separator: ",")
    let row = sheet.columns.map { $0.name == column ? "王五\(Self.id)" : "x" }
    return try FileOffice().take(header + "\n" + row.joined(separator: ",") + "\n") {
      $0.isCheck = true
    }
  }

  @Test("is a fault in every column of names of every sheet")
  func faults() throws {
    for sheet in Sheet.all {
      for column in sheet.columns where column.refusesIDs {
        let receipt = try told(sheet, column.name)
        #expect(
          receipt.told.contains("2 \(column.name) resident_id_in_name"),
          "\(sheet.name) \(column.name): \(receipt.told)")
        #expect(receipt.errors.allSatisfy { $0.value?.contains(Self.id) != true })
      }
    }
  }

  @Test("columns of names are those of people, payees, employers, projects, funds and places")
  func columns() {
    let names = Set(
      Sheet.all.flatMap { sheet in
        sheet.columns.filter(\.refusesIDs).map { "\(sheet.name).\($0.name)" }
      })
    for name in [
      "roster.name", "roster.township", "roster.village", "staff.name", "staff.employer",
      "payments.payee", "projects.name", "projects.fund", "batches.fund", "targets.programme",
      "regions.name_zh", "regions.name_en", "indicators.name_zh", "dibao_list.name",
      "pay_lists.name",
    ] { #expect(names.contains(name), "\(name)") }
    #expect(!names.contains("household_events.member"))
    #expect(!names.contains("batches.document_no"))
  }

  @Test("a member may be named by his ID, and free text is masked, not refused")
  func elsewhere() throws {
    for (sheet, column) in [(Sheet.householdEvents, "member"), (Sheet.roster, "remark")] {
      let receipt = try told(sheet, column)
      #expect(!receipt.told.contains { $0.contains("resident_id_in_name") })
    }
  }

  @Test("is a fault of a command too, which is told to write the name alone")
  func command() throws {
    let receipt = try FileOffice().take(
      .staff, [[("staff_no", "S1"), ("name", "李"), ("employer", "扶贫办\(Self.id)")]])
    #expect(receipt.told == ["1 employer resident_id_in_name"])
  }
}
