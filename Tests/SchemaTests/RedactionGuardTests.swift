import SQLite
import Testing

@Suite("Guards of a redaction")
struct RedactionGuardTests {
  private let register: RawRegister

  init() throws {
    register = try RawRegister()
    try register.enter(
      """
      INSERT INTO claim (household_no, holder_id, resident_key, name, joined_on, left_on,
        source_line, entered) VALUES ('H9', 1, 1001, '甲', 15000, 15100, 7, :e);
      INSERT INTO dibao_listing (resident_key, resident_written, name, region_code, since, until,
        amount_fen, entered) VALUES (1001, 'x', '甲', 433123, 15000, 15100, 100, :e);
      INSERT INTO pay_list (paylist_no, entered) VALUES ('L1', :e);
      INSERT INTO pay_list_record (pay_list_id, drawn_on, entered) VALUES (1, 15010, :e);
      INSERT INTO pay_list_row (pay_list_id, account_id, amount_fen, name, account_no, entered)
        VALUES (1, 4, 100, '甲', '6222', :e);
      INSERT INTO bank_return (pay_list_id, account_id, amount_fen, is_paid, account_no, entered)
        VALUES (1, 4, 100, 0, '6222', :e);
      """)
  }

  struct PersonalTable: Sendable, CustomTestStringConvertible {
    let name: String
    let number: Int
    let emptied: [String]
    var testDescription: String { name }
  }

  private static let tables = [
    PersonalTable(
      name: "member", number: 25,
      emptied: [
        "resident_key", "name", "resident_written", "id_verified", "birth_date", "ethnicity",
        "education", "health", "labour", "phone", "account_no", "remark", "salt",
      ]),
    PersonalTable(name: "claim", number: 29, emptied: ["resident_key", "name", "salt"]),
    PersonalTable(
      name: "dibao_listing", number: 30,
      emptied: ["resident_key", "resident_written", "name", "salt"]),
    PersonalTable(
      name: "staff_record", number: 42, emptied: ["name", "employer", "position", "phone", "salt"]),
    PersonalTable(name: "pay_list_row", number: 54, emptied: ["name", "account_no", "salt"]),
    PersonalTable(name: "bank_return", number: 55, emptied: ["account_no", "salt"]),
  ]

  private func ground(_ table: PersonalTable) -> String {
    """
    INSERT INTO redaction (fact_table, fact_id, identity_hash, ground, entered)
    VALUES (\(table.number), 1, randomblob(32), 'order 1', :e);
    """
  }

  private func emptying(_ columns: [String]) -> String {
    columns.map { "\($0) = NULL" }.joined(separator: ", ")
  }

  @Test("the personal columns and the salt are emptied, all at once", arguments: tables)
  func emptied(table: PersonalTable) throws {
    let update = "UPDATE \(table.name) SET \(emptying(table.emptied)) WHERE id = 1;"
    #expect(register.refusal(of: update) == "rule: fact_fixed")
    for column in table.emptied where column == "name" || column == "salt" {
      let others = table.emptied.filter { $0 != column }
      #expect(
        register.refusal(
          of: ground(table) + "UPDATE \(table.name) SET \(emptying(others)) WHERE id = 1")
          == "rule: fact_fixed", "\(column) stays")
    }
    try register.enter(ground(table) + update)
  }

  @Test("no other column changes with them, nor gets another value", arguments: tables)
  func rest(table: PersonalTable) throws {
    let columns = try register.texts("SELECT name FROM pragma_table_info('\(table.name)')")
    for column in columns where column != "withdrawn" && !table.emptied.contains(column) {
      for value in ["ifnull(\(column), 0) + 1", "'9'"] {
        #expect(
          register.refusal(
            of: ground(table)
              + "UPDATE \(table.name) SET \(emptying(table.emptied)), \(column) = \(value) WHERE id = 1"
          ) == "rule: fact_fixed", "\(column)")
      }
    }
    for column in table.emptied {
      #expect(
        register.refusal(
          of: ground(table) + "UPDATE \(table.name) SET \(column) = 5 WHERE id = 1")
          == "rule: fact_fixed", "\(column)")
    }
  }

  @Test("a row without a redaction of its own stays as it is")
  func others() {
    #expect(
      register.refusal(
        of: ground(Self.tables[0])
          + "UPDATE member SET \(emptying(Self.tables[0].emptied)) WHERE id = 2")
        == "rule: fact_fixed")
  }

  @Test("only personal facts that are there are redacted")
  func impersonal() {
    for (table, fact) in [(52, 1), (2, 1), (25, 99), (42, 99), (92, 1)] {
      #expect(
        register.refusal(
          of: """
            INSERT INTO redaction (fact_table, fact_id, identity_hash, ground, entered)
            VALUES (\(table), \(fact), randomblob(32), 'order 1', :e)
            """) == "rule: redaction", "\(table) \(fact)")
    }
  }
}
