import Register
import SQLite
import Testing

@testable import Commands

@Suite("What SQLite says is told in our words")
struct FailureWordsTests {
  /// SQLITE_ERROR, NOMEM, IOERR, CORRUPT, CANTOPEN, PROTOCOL, CONSTRAINT_UNIQUE, MISMATCH, MISUSE.
  @Test("of every kind of failure", arguments: [1, 7, 10, 11, 14, 15, 2067, 20, 21] as [Int32])
  func kinds(code: Int32) {
    let failure = SQLiteFailure(code: code, message: "its own words")
    let (english, chinese) = (failure.problem(in: .english), failure.problem(in: .chinese))
    #expect(!english.message.contains("its own words"))
    let letters = chinese.message.filter { $0.isASCII && $0.isLetter }
    #expect(["", "sixpointcheck"].contains(letters), "\(letters)")
    #expect(english.rule == chinese.rule && english.status == chinese.status)
  }

  @Test("the system's reason is told in the reader's language")
  func system() {
    let failure = SQLiteFailure(code: 14, message: "Is a directory", systemErrno: 21)
    #expect(failure.problem(in: .chinese).message == "登记库无法使用：是文件夹")
    let named = RegisterWords(language: .english, path: "r.db").problem(failure)
    #expect(named.message.hasPrefix("the register r.db cannot be used: "))
  }

  @Test("where nothing can be written, the register is named, and what to do")
  func readOnly() {
    for language in [Language.english, .chinese] {
      let words = RegisterWords(language: language, path: "r.db").problem(
        SQLiteFailure.readOnlyPlace)
      #expect(words.message.contains("r.db") && words.message.contains("--register"))
    }
  }

  @Test("a part of the schema that is altered is named in the reader's language, with what to do")
  func altered() {
    let types = ["table", "view", "trigger", "index", "rows"]
    let differences = types.map { SchemaDifference(type: $0, name: "x", kind: .missing) }
    let fault = RegisterFault.alteredSchema(path: "r.db", differences)
    #expect(fault.problem(in: .english).message.contains("table x is missing"))
    let chinese = fault.problem(in: .chinese).message
    #expect(chinese.contains("缺少触发器 x") && chinese.contains("sixpoint restore"))
    for type in types { #expect(!chinese.contains(type), "\(type)") }
  }

  @Test("a schema that cannot be read is named at the place, with what to do")
  func torn() {
    let failure = SQLiteFailure(
      code: 11, message: "malformed database schema (rule_ladder) - near \"CREATX\": syntax error")
    let (english, chinese) = (failure.problem(in: .english), failure.problem(in: .chinese))
    #expect(english.rule == "damaged" && english.message.contains("at “rule_ladder”"))
    for words in [english.message, chinese.message] {
      #expect(words.contains("sixpoint restore") && !words.contains("CREATX"))
    }
  }

  @Test("a file that changed while it was read is one to read again, and so told")
  func changed() {
    let problem = SQLiteFailure.changedWhileRead.problem(in: .english)
    #expect(problem.rule == "busy" && problem.status == .busy && problem.isPassing)
    #expect(problem.message.contains("right to write"))
    #expect(!SQLiteFailure.busy.problem(in: .english).isPassing)
  }

  @Test(
    "damage that check finds",
    arguments: [
      ("row 7 missing from index member_by_id", "索引 member_by_id 缺少第 7 行"),
      ("wrong # of entries in index member_by_id", "索引 member_by_id 的条数与表的行数不符"),
      ("CHECK constraint failed in never", "never 中有一行不符合列的约束条件"),
      ("Tree 12 page 45 cell 3: 2nd reference to page 46", "文件第 45 页已损坏"),
      ("Page 9: never used", "文件第 9 页已损坏"),
      ("chain: database disk image is malformed", "“chain”未能检查：所读内容已损坏"),
      ("*** in database main ***", "文件有页面已损坏"),
    ])
  func storage(line: String, chinese: String) {
    #expect(StorageWords(line, in: .chinese).text == chinese)
    #expect(StorageWords(line, in: .english).text != line)
  }
}
