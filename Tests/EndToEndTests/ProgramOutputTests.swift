import Foundation
import Testing

@Suite("Files that commands write")
struct ProgramOutputTests {
  private static let commands = [
    "template staff", "completions bash", "preview s.csv", "export regions",
    "list households", "find H1", "report monthly --month 2011-06", "report exceptions",
    "check", "history 1", "show H1",
  ]

  private func folder() throws -> ProgramFolder {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("s.csv", ProgramFolder.roster(2))
    try #require(try folder.run("import", "s.csv").status == 0)
    return folder
  }

  @Test("standard output is the same by whatever name")
  func standardOutput() throws {
    let folder = try ProgramFolder()
    let usual = try folder.run("template", "staff").output
    for name in ["-", "/dev/stdout"] {
      #expect(try folder.run("template", "staff", "-o", name).output == usual, "\(name)")
    }
  }

  @Test("no command writes over a file, the register or what belongs to it", arguments: commands)
  func refused(command: String) throws {
    let folder = try folder()
    try folder.write("mine", "mine")
    for (path, rule) in [
      ("mine", "output_exists"), ("register.db", "output_is_register"),
      ("register.db-wal", "output_is_register"), ("./register.db-lock", "output_is_register"),
    ] {
      let told = try folder.shell("$PROGRAM \(command) -o \(path) 2>&1; echo $?")
      #expect(told.output.hasSuffix("\n1\n"), "\(command): \(told.output)")
      let force = rule == "output_exists" ? "" : " --force"
      let json =
        command.hasPrefix("template") || command.hasPrefix("completions")
          || command.hasPrefix("export") ? "" : " --json"
      let again = try folder.shell("$PROGRAM \(command) -o \(path)\(force)\(json)")
      #expect(again.status == 1)
      if !json.isEmpty { #expect(again.output.contains(#""rule":"\#(rule)""#), "\(again.output)") }
    }
    #expect(try folder.read("mine") == "mine")
    // The lock of those who write is a file without a byte.
    #expect(try folder.read("register.db-lock").isEmpty)
    let forced = try folder.shell("$PROGRAM \(command) -o mine --force")
    #expect(forced.status == 0 && forced.output.isEmpty, "\(command): \(forced.errors)")
    #expect(try folder.read("mine") != "mine")
    #expect(try folder.run("check").status == 0)
  }

  @Test(
    "a command that writes to the register puts its receipt into a file, or writes nothing at all")
  func receipts() throws {
    let folder = try folder()
    try folder.write("mine", "mine")
    try folder.write("staff.csv", ProgramFolder.staff(2))
    try folder.write("more.csv", ProgramFolder.staff(2, from: 3))
    try #require(try folder.run("import", "staff.csv").status == 0)
    for (number, command) in [
      "import more.csv", "log H1 visit --staff S1", "undo 4 --yes",
      "withdraw staff S2 --reason twice", "version", "import more.csv --check --json",
    ].enumerated() {
      let entry = try folder.lastEntry()
      for path in ["mine", "register.db", "register.db-wal"] {
        let refused = try folder.shell("$PROGRAM \(command) -o \(path)")
        #expect(refused.status == 1, "\(command): \(refused.errors)")
      }
      let nowhere = try folder.shell("$PROGRAM \(command) -o no/folder")
      #expect(nowhere.status == 2, "\(command): \(nowhere.errors)")
      #expect(try folder.lastEntry() == entry, "\(command)")
      let told = try folder.shell("$PROGRAM \(command) -o told\(number)")
      #expect(told.status == 0 && told.output.isEmpty, "\(command): \(told.errors)")
      #expect(try !folder.read("told\(number)").isEmpty, "\(command)")
    }
    let made = "$PROGRAM init --office 433123 --year 2011 --register other.db"
    #expect(try folder.shell("\(made) -o mine").status == 1)
    #expect(try folder.shell("\(made) -o no/folder").status == 2)
    #expect(!folder.exists("other.db"))
    #expect(try folder.shell("\(made) -o made").status == 0)
    #expect(try folder.read("made").hasPrefix("Made the register of"))
    #expect(try folder.read("mine") == "mine")
    // One file does not take both.
    let twice = try folder.shell(
      "$PROGRAM import staff.csv --accept-valid --rejects both.csv -o ./both.csv")
    #expect(twice.status == 64 && twice.errors.contains("--rejects"), "\(twice.errors)")
  }

  @Test("a full disk is a failure of every command", arguments: commands)
  func fullDisk(command: String) throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let folder = try folder()
    #expect(try folder.shell("$PROGRAM \(command) > /dev/full").status == 2, "\(command)")
    #expect(try folder.shell("$PROGRAM \(command) -o /dev/full").status == 2, "\(command)")
  }

  @Test("what a killed export leaves, the next result in that folder clears away")
  func killed() throws {
    let folder = try folder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/out", withIntermediateDirectories: false)
    let left = "out/.sixpoint-99999-12345.tmp"
    try folder.write(left, "433123197711110015")
    try #require(try folder.run("export", "roster", "-o", "out/a.csv").status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out")
    #expect(names == ["a.csv"])
  }

  @Test("CSV comes in the encoding that a spreadsheet opens")
  func encodings() throws {
    let folder = try folder()
    let bytes = { (name: String) in try Data(contentsOf: folder.url(name)) }
    for (number, command) in [
      "list households --format csv", "find H1 --format csv",
      "report monthly --month 2011-06 --format csv", "report exceptions --format csv",
      "template roster", "export roster",
    ].enumerated() {
      for (name, start) in [("utf-8-bom", [0xEF, 0xBB, 0xBF] as [UInt8]), ("gb18030", [])] {
        let path = "\(number)-\(name)"
        let told = try folder.shell("$PROGRAM \(command) --lang zh --encoding \(name) -o \(path)")
        #expect(told.status == 0, "\(command): \(told.errors)")
        #expect(try bytes(path).starts(with: start))
      }
    }
    // 户 in GB18030.
    #expect(try bytes("4-gb18030").starts(with: [0xBB, 0xA7]))
    #expect(
      try folder.run("list", "households", "--encoding", "gb18030").status == 64)
  }
}
