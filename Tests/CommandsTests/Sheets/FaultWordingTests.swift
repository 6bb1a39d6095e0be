import CSV
import Domain
import Intake
import Sheets
import Testing

@Suite("The words of a file's faults")
struct FaultWordingTests {
  @Test("every kind says what is wrong, in English", arguments: FaultSample.all)
  func english(sample: FaultSample) {
    let words = FaultWording(.english, sheet: "roster").message(
      Fault(line: 2, column: sample.column, sample.kind))
    #expect(words.contains(sample.says), "\(words)")
    #expect(!words.hasSuffix("."))
    #expect(!words.contains("\n"))
  }

  @Test("every kind has words of its own in Chinese", arguments: FaultSample.all)
  func chinese(sample: FaultSample) {
    let fault = Fault(line: 2, column: sample.column, sample.kind)
    let words = FaultWording(.chinese, sheet: "roster").message(fault)
    #expect(words != FaultWording(.english, sheet: "roster").message(fault))
    #expect(words.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(words)")
    #expect(!words.hasSuffix("。"))
  }

  @Test("a command whose characters were lost is advised on the terminal, a sheet on its saving")
  func lostCharacters() {
    let fault = Fault(line: 1, column: "name", .cell(.lostCharacters, allowed: []))
    for language in FaultWording.Language.allCases {
      let command = FaultWording(language, sheet: "roster", ofCommand: true).message(fault)
      #expect(!command.contains("CSV"), "\(command)")
      #expect(FaultWording(language, sheet: "roster").message(fault).contains("CSV UTF-8"))
    }
  }

  /// A made-up number with a wrong check digit.
  private func wrongID() throws -> (fault: CellFault, text: String) {
    let text = "433123197711110015"
    let bytes = Array(text.utf8)
    do throws(CellFault) {
      _ = try ResidentID.read(bytes.span)
    } catch {
      return (error, text)
    }
    throw NoFault()
  }

  private struct NoFault: Error {}

  @Test("the check digit's line is the contract's, the ID masked")
  func contract() throws {
    let (cell, _) = try wrongID()
    guard case .checkDigit(_, let found, let proper) = cell else { throw NoFault() }
    let fault = Fault(
      line: 14, column: "resident_id", value: "433123********0015", .cell(cell, allowed: []))
    #expect(
      FaultWording(.english, sheet: "roster").line(fault, file: "roster_433123.csv")
        == "roster_433123.csv:14: resident_id \"433123********0015\": check digit is \(found), should be \(proper == 10 ? "X" : String(proper)) (GB 11643); correct the ID, or give the reason in id_verified"
    )
    let chinese = FaultWording(.chinese, sheet: "roster").line(fault, file: "花名册.csv")
    #expect(chinese.hasPrefix("花名册.csv:14: 身份证号码 \"433123********0015\"：校验码是 "))
  }

  @Test("no kind shows what a mask hides", arguments: FaultSample.all)
  func masked(sample: FaultSample) throws {
    for language in FaultWording.Language.allCases {
      for column in [sample.column, "staff_no", "remark"] {
        let fault = Fault(line: 2, column: column, value: "433123197711110015", sample.kind)
        let line = FaultWording(language, sheet: "roster").line(fault, file: "a.csv")
        #expect(!line.contains("19771111"))
        #expect(!line.contains("1977-11-11"))
      }
    }
  }

  @Test("an ID in a column of another kind is masked, other numbers are not")
  func strayID() {
    let id = Fault(line: 2, column: "name", value: "433123197711110015", .noHead)
    #expect(FaultWording.shownValue(of: id) == "433123********0015")
    for value in ["4331231002010007", "433123100201", "P433123-00001", ""] {
      let fault = Fault(line: 2, column: "name", value: value, .noHead)
      #expect(FaultWording.shownValue(of: fault) == value)
    }
  }

  @Test("a line names its place as far as it is known, and shows the head of a long cell")
  func places() {
    let wording = FaultWording(.english, sheet: nil)
    #expect(
      wording.line(Fault(line: 0, column: nil, .noHeader), file: "a.csv").hasPrefix("a.csv: no"))
    #expect(
      wording.line(Fault(line: 3, column: nil, .noHead), file: "a.csv").hasPrefix("a.csv:3: the"))
    let long = Fault(
      line: 3, column: "name", value: String(repeating: "x", count: 500),
      .cell(.tooLong(limit: 99), allowed: []))
    #expect(wording.line(long, file: "a.csv").utf8.count < 150)
  }

  @Test("a number used twice on a movement sheet is told so, whatever else the rows say")
  func usedTwice() {
    let fault = Fault(line: 3, column: "movement_no", .repeatedKey(firstLine: 2))
    for sheet in ["allocations", "payments"] {
      #expect(
        FaultWording(.english, sheet: sheet).message(fault)
          == "used twice in this file, first at line 2; each number is used once")
      #expect(FaultWording(.chinese, sheet: sheet).message(fault).contains("首次在第 2 行"))
    }
    #expect(FaultWording(.english, sheet: "staff").message(fault).contains("other values"))
  }

  @Test("a row of a file that was refused, or only checked, is not said to be taken")
  func notTaken() {
    let fault = Fault(line: 2, column: "village_code", .notice(.villageNotYet(since: 15_126)))
    var receipt = Receipt(file: "a.csv", sheet: "roster", encoding: "UTF-8", sha256: nil)
    #expect(FaultWording(.english, of: receipt).message(fault).contains("; it was taken, "))
    #expect(
      FaultWording(.english, of: receipt, isTrial: true).message(fault)
        .contains("; it would be taken, "))
    receipt.errors = [Fault(line: 3, column: nil, .noHead)]
    #expect(FaultWording(.english, of: receipt).message(fault).contains("; it would be taken, "))
    #expect(FaultWording(.chinese, of: receipt).message(fault).contains("；将录入，"))
    receipt.entry = 3
    #expect(FaultWording(.chinese, of: receipt).message(fault).contains("；已录入，"))
  }

  @Test("no warning of what was not written says that it was taken", arguments: FaultSample.all)
  func trial(sample: FaultSample) {
    guard case .notice = sample.kind else { return }
    let fault = Fault(line: 2, column: sample.column, sample.kind)
    let english = FaultWording(.english, sheet: "roster", isTrial: true).message(fault)
    #expect(english.firstMatch(of: /(?:was|were) taken(?! out| off)/) == nil, "\(english)")
    let chinese = FaultWording(.chinese, sheet: "roster", isTrial: true).message(fault)
    #expect(chinese.firstMatch(of: /已(?:按..)?录入/) == nil, "\(chinese)")
  }

  @Test("one column that is needed is not one of several")
  func needed() {
    let fault = Fault(line: 3, column: "reason", .needsOneOf(["reason"]))
    #expect(
      FaultWording(.english, sheet: "projects").message(fault) == "reason is needed; fill it in")
    let chinese = FaultWording(.chinese, sheet: "projects").message(fault)
    #expect(!chinese.contains("至少") && chinese.contains("必填"))
  }

  @Test(
    "a command is told what to type, and nothing of rows",
    arguments: [
      (FaultKind.headStands(name: "甲"), "household head"), (.noHead, "household head"),
      (.secondHead(firstLine: 2, name: "甲"), "beside 甲;"),
      (.alreadyHead(since: DayPeriod.firstDay), "name another person"),
      (.openObjection(project: "P1", village: 433_123_100_001), "disclose answer"),
      (.personElsewhere(household: "H2", own: "H1"), "member leave"),
      (.datedHistory(event: "reclass", on: 15_155), "household reclass"),
      (.beforeEnrolment(enrolledOn: nil), "sixpoint enrol"),
      (.needsSource(batch: "B1", sources: ["central"]), "--source"),
      (.noneYet(.staff), "staff add"),
      (.unknown(.batch, nearest: []), "fund issue"),
      (.stepSkipped(missing: "reviewed_on"), "project review"),
    ] as [(FaultKind, String)])
  func ofCommand(kind: FaultKind, says: String) {
    let fault = Fault(line: 2, column: "class", kind)
    let words = FaultWording(.english, sheet: "roster", ofCommand: true).message(fault)
    #expect(words.contains(says), "\(words)")
    for word in [" row", " line ", " sheet", " file", "_"] {
      #expect(!words.contains(word), "\(words)")
    }
    let chinese = FaultWording(.chinese, sheet: "roster", ofCommand: true).message(fault)
    for word in ["行", "表中", "本文件"] { #expect(!chinese.contains(word), "\(chinese)") }
  }

  @Test("the remedy of a wrong check digit is an option where a command is answered")
  func verifiedByCommand() throws {
    let (cell, _) = try wrongID()
    let fault = Fault(line: 1, column: "resident_id", .cell(cell, allowed: []))
    let words = FaultWording(.english, sheet: "roster", ofCommand: true).message(fault)
    #expect(words.contains("--verified") && !words.contains("id_verified"), "\(words)")
  }

  @Test("an ID of a wrong length is left out of a command, and a cell is left empty")
  func lengthByCommand() {
    let fault = Fault(
      line: 1, column: "resident_id", .cell(.residentIDLength(found: 17), allowed: []))
    let ofSheet = FaultWording(.english, sheet: "roster").message(fault)
    let ofCommand = FaultWording(.english, sheet: "roster", ofCommand: true).message(fault)
    #expect(ofSheet.hasSuffix("or leave the cell empty"), "\(ofSheet)")
    #expect(ofCommand.hasSuffix("or leave it out"), "\(ofCommand)")
  }
}
