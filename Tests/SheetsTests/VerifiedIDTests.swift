import Testing

/// 433123196005010012 ends in a wrong digit; the right one is another.
@Suite("IDs with a wrong check digit")
struct VerifiedIDTests {
  private static let header = "household_no,village_code,name,relation,resident_id,id_verified"
  private static let row = "H1,V1,甲,head,433123196005010012,"

  @Test(
    "a reason that says nothing is none",
    arguments: ["nan", "NULL", "(clear)", "清空", "\u{3000}", "\u{200B}", "\"=\"\"\"\"\"", "#N/A"])
  func noReason(text: String) throws {
    let trial = try RosterTrial()
    let told = try trial.load("\(Self.header)\n\(Self.row)\(text)").told
    #expect(told.contains("2 resident_id check_digit"), "\(told)")
    #expect(try trial.people() == [])
  }

  @Test("an ID taken with a reason stays taken where the reason is left out")
  func kept() throws {
    let trial = try RosterTrial()
    try trial.load("\(Self.header)\n\(Self.row)核实")
    for sheet in [
      "\(Self.header)\n\(Self.row)",
      "household_no,name,relation,resident_id\nH1,甲,head,433123196005010012",
    ] {
      let again = try trial.load(sheet)
      #expect(again.told == [] && again.counts == [0, 0, 1, 0])
    }
    #expect(
      try trial.load("\(Self.header),sex\n\(Self.row),女").told == ["2 resident_id check_digit"])
    #expect(try trial.value("id_verified", of: "member") == "核实")
  }

  @Test("the reason is not cleared while the ID stays")
  func cleared() throws {
    let trial = try RosterTrial()
    try trial.load("\(Self.header)\n\(Self.row)核实")
    #expect(
      try trial.load("\(Self.header)\n\(Self.row)(clear)").told == ["2 resident_id check_digit"])
    #expect(
      try trial.load("\(Self.header)\nH1,,甲,head,,(clear)").told == ["2 id_verified check_digit"])
    #expect(try trial.load("\(Self.header)\nH1,,甲,head,(clear),(clear)").counts == [0, 1, 0, 0])
  }
}
