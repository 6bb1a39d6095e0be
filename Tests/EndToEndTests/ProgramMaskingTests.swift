import Foundation
import SQLite
import Testing

@Suite("What nobody is shown")
struct ProgramMaskingTests {
  private static let id = "433123197711110017"
  /// No valid ID, so that a name takes it; masked like one.
  private static let mistyped = "433123197711110018"
  private static let phone = "13812345678"

  /// A register that holds people's numbers in every place where they do not belong, as clerks put them.
  private func folder() throws -> ProgramFolder {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write(
      "roster.csv",
      """
      household_no,village_code,name,relation,resident_id,id_verified,class,enrolled_on,remark,cause
      H1,433123104201,吴大13987654321,head,433123197001010011,证号\(Self.id),poor,2011-02-01,电话\(Self.phone),病\(Self.id)

      """)
    try folder.write(
      "staff.csv", "staff_no,name,phone,position\nS1,张三,13700001111,手机\(Self.phone)\n")
    try folder.write(
      "progress.csv",
      "household_no,logged_on,staff_no,kind,note\nH1,2011-03-01,S1,visit,来电\(Self.phone)\n")
    for file in ["roster.csv", "staff.csv", "progress.csv"] {
      let told = try folder.run("import", file)
      try #require(told.status == 0, "\(told.errors)")
    }
    return folder
  }

  @Test(
    "no list, card, search, history or masked export shows an ID or a phone, wherever it stands")
  func everywhere() throws {
    let folder = try folder()
    for command in [
      "export roster", "export staff", "export progress", "show H1", "show H1 --json", "find H1",
      "find H1 --json", "list households", "list households --format csv", "list gaps --json",
      "report exceptions --json", "report exceptions", "history H1", "history 2 --json",
    ] {
      let told = try folder.shell("$PROGRAM \(command) --lang zh 2>&1").output
      #expect(!told.isEmpty, "\(command)")
      for number in [Self.id, Self.phone, "13987654321", "13700001111"] {
        #expect(!told.contains(number), "\(command): \(told)")
      }
    }
  }

  @Test(
    "an ID that is a household's or an official's number is masked everywhere, masked export included"
  )
  func asNumbers() throws {
    let folder = try folder()
    let other = "433123198511110017"
    for (name, sheet) in [
      ("a.csv", "household_no,role,staff_no,since\nH1,contact,S1,2011-02-01\n"),
      ("p.csv", "household_no,starts_on,measures\nH1,2011-03-01,pigs\n"),
      ("e.csv", "household_no,event,on,class\nH1,reclass,2011-05-01,dibao\n"),
    ] {
      try folder.write(name, sheet)
      try #require(try folder.run("import", name).status == 0)
    }
    // No sheet makes such a number any more; registers of before hold them.
    let connection = try Connection(
      path: folder.path + "/register.db", mode: .readWrite, busyTimeoutMilliseconds: 0)
    try connection.execute(
      """
      DROP TRIGGER household_fixed;
      DROP TRIGGER staff_fixed;
      UPDATE household SET household_no = '\(Self.id)' WHERE household_no = 'H1';
      UPDATE staff SET staff_no = '\(other)' WHERE staff_no = 'S1';
      """)
    for command in [
      "export roster", "export staff", "export assignments", "export plans", "export progress",
      "export household_events", "show \(Self.id)", "show \(Self.id) --json", "find \(Self.id)",
      "find 张三 --json", "list households", "list households --format csv", "list gaps --json",
      "report exceptions", "history \(Self.id)", "check", "check --json",
    ] {
      let told = try folder.shell("$PROGRAM \(command) 2>&1").output
      #expect(
        !told.isEmpty && !told.contains(Self.id) && !told.contains(other), "\(command): \(told)")
    }
    #expect(try folder.run("export", "assignments").output.contains("433123********0017"))
  }

  @Test("the name of a place and what check finds are masked, and send nothing to a terminal")
  func places() throws {
    let folder = try folder()
    try folder.write(
      "g.csv",
      "code,parent_code,level,name_zh,name_en\n433123101777,433123101,village,\u{1B}[31m红\(Self.phone)村,=cmd \(Self.mistyped)\n"
    )
    try folder.write(
      "h.csv",
      "household_no,village_code,name,relation,enrolled_on\nZ1,433123101777,甲,head,2011-01-05\n")
    for file in ["g.csv", "h.csv"] { try #require(try folder.run("import", file).status == 0) }
    let connection = try Connection(
      path: folder.path + "/register.db", mode: .readWrite, busyTimeoutMilliseconds: 0)
    try connection.execute(
      "CREATE TABLE \"\(Self.phone) \u{1B}[31m\" (a); CREATE TABLE \"\(Self.id)\" (a);")
    for command in [
      "list households", "list households --format csv", "list households --format json",
      "report monthly --month 2011-06 --by village",
      "report monthly --month 2011-06 --by village --format csv",
      "report monthly --month 2011-06 --by village --json", "show Z1", "show Z1 --json", "find Z1",
      "report exceptions", "export regions", "check", "check --json",
    ] {
      for language in ["en", "zh"] {
        let told = try folder.shell("$PROGRAM \(command) --lang \(language) 2>&1").output
        #expect(!told.isEmpty && !told.contains("\u{1B}"), "\(command)")
        #expect(
          !told.contains(Self.phone) && !told.contains(Self.id) && !told.contains(Self.mistyped),
          "\(command): \(told.suffix(500))")
      }
    }
  }

  @Test("an ID in a name or a unit that stands already is masked on cards and in reports of money")
  func standingNames() throws {
    let folder = try FundFolder.make()
    try folder.write("s.csv", "staff_no,name\nS1,张三\n")
    try folder.write(
      "a.csv", "household_no,role,staff_no,since\nH1,contact,S1,2011-03-01\n")
    try folder.write(
      "l.csv", "project_no,household_no,since,quantity,unit\nP1,H1,2011-03-05,2,x\(Self.id)\n")
    for file in ["s.csv", "a.csv", "l.csv"] {
      let told = try folder.run("import", file)
      try #require(told.status == 0, "\(told.errors)")
    }
    // No sheet takes such a name any more; registers of before hold them.
    let connection = try Connection(
      path: folder.path + "/register.db", mode: .readWrite, busyTimeoutMilliseconds: 0)
    try connection.execute(
      """
      DROP TRIGGER staff_record_fixed;
      DROP TRIGGER project_record_fixed;
      DROP TRIGGER batch_issue_fixed;
      UPDATE staff_record SET name = name || '\(Self.id)';
      UPDATE project_record SET name = name || '\(Self.id)' WHERE withdrawn IS NULL;
      UPDATE batch_issue SET fund = '基金\(Self.id) \(Self.phone)';
      """)
    for command in [
      "show H1", "show H1 --json", "show H1 --html", "show P1", "show P1 --json", "show B1",
      "show B1 --json", "report funds", "report funds --json", "report funds --format html",
      "fund balance", "fund balance --json",
    ] {
      let told = try folder.shell("$PROGRAM \(command) 2>&1").output
      #expect(!told.isEmpty, "\(command)")
      #expect(!told.contains(Self.id) && !told.contains(Self.phone), "\(command): \(told)")
    }
  }

  @Test("money to a payee whose name holds an ID is refused, and no receipt shows a number whole")
  func money() throws {
    let folder = try FundFolder.make()
    let paid = try folder.shell(
      "$PROGRAM fund pay --payee 王五\(Self.id) --project P1 --batch B1 --amount 9 --voucher V9 --on 2011-05-01 2>&1"
    )
    #expect(paid.status == 1 && paid.output.contains("write the name alone"), "\(paid.output)")
    #expect(!paid.output.contains(Self.id), "\(paid.output)")
    for line in [
      "fund issue \(Self.id) --document d2 --fund convergence --source county --amount 500 --on 2011-05-01",
      "fund allocate \(Self.id) --county Fenghuang --amount 500 --on 2011-05-01 --json",
      "fund allocate \(Self.id) --project P1 --amount 400 --on 2011-05-02",
    ] {
      let told = try folder.shell("$PROGRAM \(line) 2>&1")
      #expect(told.status == 0, "\(told.output)")
      #expect(!told.output.contains(Self.id), "\(told.output)")
    }
  }

  @Test("a revealed export shows all of it, and a masked one does not import")
  func roundTrip() throws {
    let folder = try folder()
    for sheet in ["roster", "progress", "staff"] {
      try folder.run("export", sheet, "--reveal", "--reason", "copy", "-o", "whole.csv", "--force")
      #expect(try folder.read("whole.csv").contains(Self.phone))
      let same = try folder.run("import", "whole.csv", "--json")
      #expect(same.status == 0 && same.output.contains(#""entry":null"#), "\(same.output)")
      try folder.run("export", sheet, "-o", "masked.csv", "--force")
      let told = try folder.run("import", "masked.csv", "--json")
      #expect(told.status == 1 && told.output.contains("masked_value"), "\(told.output)")
    }
  }

  @Test("a resident ID in a name is a fault: the columns were swapped")
  func swapped() throws {
    let folder = try folder()
    for name in [Self.id, "４３３１２３１９７７１１１１００１７", "433123771111001", "吴大\(Self.id)"] {
      try folder.write("s.csv", "staff_no,name\nS2,\(name)\n")
      let told = try folder.run("import", "s.csv", "--json")
      #expect(told.status == 1, "\(name)")
      #expect(told.output.contains("resident_id_in_name"), "\(told.output)")
      #expect(!told.output.contains(Self.id) && !told.errors.contains(Self.id))
      try folder.write(
        "s.csv", "household_no,village_code,name,relation\nH9,433123104201,\(name),head\n")
      #expect(try folder.run("import", "s.csv", "--json").output.contains("resident_id_in_name"))
    }
  }
}
