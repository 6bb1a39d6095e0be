import Domain
import Intake
import Sheets
import Testing

@Suite("What a command hands in")
struct CellsSubmissionTests {
  private let office: FileOffice

  init() throws {
    office = try FileOffice()
    try office.take(
      """
      household_no,village_code,name,relation,birth_date,class,enrolled_on
      H1,433123104201,吴一,head,1960-01-01,poor,2011-03-01
      """)
    try office.take("staff_no,name,county_code\nS1,麻平,433123\n")
  }

  private func visit(
    _ changes: KeyValuePairs<String, String> = [:]
  ) -> [(column: String, text: String)] {
    var cells = [
      "household_no": "H1", "logged_on": "2011-05-01", "staff_no": "S1", "kind": "visit",
    ]
    for (column, text) in changes { cells[column] = text }
    return cells.map { ($0.key, $0.value) }
  }

  /// The same rows as a file.
  private func file(_ cells: [(column: String, text: String)]) -> String {
    cells.map(\.column).joined(separator: ",") + "\n" + cells.map(\.text).joined(separator: ",")
      + "\n"
  }

  @Test("becomes an entry of its own, once, under the command's name")
  func created() throws {
    let receipt = try office.take(.progress, [visit()])
    #expect(receipt.created == 1 && receipt.errors.isEmpty)
    let again = try office.take(.progress, [visit()])
    #expect(again.unchanged == 1 && again.entry == nil)
    #expect(try office.take(file(visit())).unchanged == 1)
    #expect(try office.register.check().findings.isEmpty)
  }

  @Test(
    "meets the same verdict in the same words as a file's row",
    arguments: [
      ["household_no": "H9"], ["staff_no": "S9"], ["logged_on": "2012-01-01"],
      ["logged_on": "2011-02-28"], ["kind": "dance"], ["quantity": "-5"], ["percent": "101"],
      ["household_no": ""], ["logged_on": "2011"],
    ] as [KeyValuePairs<String, String>])
  func verdict(changes: KeyValuePairs<String, String>) throws {
    let cells = visit(changes)
    let handed = try office.take(.progress, [cells])
    let sent = try office.take(file(cells))
    #expect(!handed.errors.isEmpty && handed.entry == nil && handed.rejected == 1)
    let words = FaultWording(.english, sheet: "progress")
    #expect(handed.errors.map(\.kind.rule) == sent.errors.map(\.kind.rule))
    #expect(handed.errors.map(\.column) == sent.errors.map(\.column))
    #expect(handed.errors.map(words.message) == sent.errors.map(words.message))
  }

  @Test("that only adds does not correct what stands with other values")
  func stands() throws {
    try office.take(.progress, [visit(["quantity": "12"])])
    let other = try office.take(.progress, [visit(["quantity": "13"])]) { $0.corrects = false }
    #expect(other.errors.map(\.kind.rule) == ["stands"] && other.entry == nil)
    let corrected = try office.take(.progress, [visit(["quantity": "13"])])
    #expect(corrected.changed == 1)
  }

  @Test("is judged as one: a fault in one row writes none")
  func whole() throws {
    let receipt = try office.take(.progress, [visit(), visit(["staff_no": "S9"])])
    #expect(receipt.errors.map(\.line) == [2] && receipt.entry == nil)
  }

  private let proposal: [(column: String, text: String)] = [
    ("project_no", "P1"), ("name", "pigs"), ("kind", "breeding"), ("county_code", "433123"),
    ("proposed_on", "2011-02-01"),
  ]

  @Test("may leave out what the standing fact of its key keeps")
  func completes() throws {
    try office.take(.projects, [proposal])
    let review: [(column: String, text: String)] = [
      ("project_no", "P1"), ("reviewed_on", "2011-02-02"), ("meeting", "third"),
      ("verdict", "approve"),
    ]
    let refused = try office.take(.projects, [review]).errors
    #expect(refused.allSatisfy { $0.kind.rule == "missing_value" } && refused.count >= 4)
    let receipt = try office.take(.projects, [review], completes: true)
    #expect(receipt.errors.isEmpty && receipt.changed == 1)
    #expect(
      try office.register.connection.first(
        "SELECT name FROM project_record WHERE withdrawn IS NULL", [:], { $0.text(0) }) == "pigs")
  }

  @Test("misses what a new fact must have where none stands, and adds nothing")
  func incomplete() throws {
    let receipt = try office.take(
      .projects, [[("project_no", "P2"), ("proposed_on", "2011-02-01")]], completes: true)
    #expect(
      receipt.errors.map { "\($0.column ?? "") \($0.kind.rule)" }.sorted() == [
        "county_code missing_value", "kind missing_value", "name missing_value",
      ])
    #expect(receipt.entry == nil)
    #expect(try office.register.check().findings.isEmpty)
  }

  @Test(
    "says what it changes for the households it touches, written or not", arguments: [true, false])
  func effect(isCheck: Bool) throws {
    let day = try #require(CalendarDate("2011-05-31"))
    let plan: [(column: String, text: String)] = [
      ("household_no", "H1"), ("starts_on", "2011-04-01"), ("measures", "goats"),
    ]
    let receipt = try office.take(.plans, [plan]) {
      $0.isCheck = isCheck
      $0.effectDay = day
    }
    let effect = try #require(receipt.effect)
    #expect(effect.households.map(\.number) == ["H1"])
    #expect(effect.households.map(\.gained) == [[.plan]] && effect.households.map(\.lost) == [[]])
    #expect(effect.figures[.plan] == 1 && effect.figures[.householdsFulfilled] == 0)
    #expect(receipt.closedMonths.isEmpty && effect.others == 0)
  }

  @Test("changes nothing of a household's where it is a visit")
  func noEffect() throws {
    let receipt = try office.take(.progress, [visit()]) { $0.effectDay = $0.today }
    let effect = try #require(receipt.effect)
    #expect(effect.households.isEmpty && effect.figures.isZero)
  }
}
