import Arguments
import Commands
import Synchronization
import Testing

@Suite("Telling what went wrong")
struct DiagnosticsTests {
  /// What `tell` sends: one text for each stream.
  final class Sent: Sendable {
    private let texts = Mutex<[Int32: String]>([:])

    func add(_ bytes: [UInt8], _ stream: Int32) {
      texts.withLock { $0[stream, default: ""] += String(decoding: bytes, as: UTF8.self) }
    }

    subscript(stream: Int32) -> String? { texts.withLock { $0[stream] } }
  }

  func diagnostics(
    json: Bool, _ language: Language = .english, columns: Int? = nil
  ) -> (Diagnostics, Sent) {
    let sent = Sent()
    let diagnostics = Diagnostics(wantsJSON: json, language: language, columns: columns) {
      sent.add($0, $1)
    }
    return (diagnostics, sent)
  }

  @Test("an error is one line on standard error, whatever its data hold")
  func oneLine() {
    let (diagnostics, sent) = diagnostics(json: false)
    let status = diagnostics.tell(Problem("gone", "no household “a\n\u{1B}[2Jb”"))
    #expect(status == .refused)
    #expect(sent[2] == "sixpoint: no household “a\\n\\u{1B}[2Jb”\n")
    #expect(sent[1] == nil)
  }

  @Test("on a terminal a line is broken at words, and a refusal sends its reader to its rules")
  func terminal() {
    let (english, sent) = diagnostics(json: false, columns: 24)
    english.tell(Problem("gone", "there is no household H1", otherRules: ["gone", "date_form"]))
    #expect(
      sent[2] == """
        sixpoint: there is no
          household H1
        More: sixpoint explain
          gone; also date_form

        """)
    let (chinese, other) = diagnostics(json: false, .chinese, columns: 40)
    chinese.sayMore(of: ["a", "b", "c", "d", "e", "f"])
    #expect(other[2] == "详见：sixpoint explain a；另有规则 b、\n  c、d、e等\n")
  }

  @Test(
    "who mistyped, said no, reads a pipe or has a program read is not sent to a rule",
    arguments: [
      (Problem("unknown_option", "x", status: .usage), false, 80),
      (Problem("not_confirmed", "x"), false, 80), (Problem("gone", "x"), true, 80),
      (Problem("interrupted", "x", status: .interrupted), false, 80),
      (Problem("gone", "x"), false, nil),
    ] as [(Problem, Bool, Int?)])
  func unexplained(problem: Problem, json: Bool, columns: Int?) {
    let (diagnostics, sent) = diagnostics(json: json, columns: columns)
    diagnostics.tell(problem)
    #expect(sent[2] == "sixpoint: x\n")
  }

  @Test("with JSON an object stands on standard output too, unless a result does")
  func json() {
    let problem = Problem("gone", "no “a\n”", status: .failure)
    let (first, sent) = diagnostics(json: true)
    #expect(first.tell(problem) == .failure)
    #expect(sent[1] == #"{"error":{"rule":"gone","message":"no “a\n”"}}"# + "\n")
    #expect(sent[2] == "sixpoint: no “a\\n”\n")
    let (second, silent) = diagnostics(json: true)
    second.tell(problem, resultStands: true)
    #expect(silent[1] == nil)
  }

  @Test("warnings are told as such in both languages")
  func warnings() {
    let (english, sent) = diagnostics(json: true)
    english.warn("rows passed over")
    english.bareLine("a.csv:1: x")
    #expect(sent[2] == "sixpoint: warning: rows passed over\na.csv:1: x\n")
    #expect(sent[1] == nil)
    let (chinese, other) = diagnostics(json: false, .chinese)
    chinese.warn("跳过")
    #expect(other[2] == "sixpoint: 警告：跳过\n")
  }

  static let faults: [(UsageFailure.Fault, String, String, String)] = [
    (
      .missingCommand(choices: ["import", "report"]), "missing_command",
      "name a command: import, report", "请写明命令：import, report"
    ),
    (
      .unknownCommand("imprt", nearest: ["import"]), "unknown_command",
      "unknown command “imprt”; did you mean import?", "没有命令“imprt”，是不是 import？"
    ),
    (
      .unknownOption("--mnth", nearest: ["--month", "--meth"]), "unknown_option",
      "unknown option “--mnth”; did you mean --month or --meth?",
      "没有选项“--mnth”，是不是 --month 或 --meth？"
    ),
    (
      .unknownOption("--zz", nearest: []), "unknown_option",
      "unknown option “--zz”; see “sixpoint help log”", "没有选项“--zz”，用法见“sixpoint help log”"
    ),
    (
      .missingValue(option: "-o", placeholder: "FILE"), "missing_value",
      "-o needs a value: -o FILE", "-o 需要一个值：-o 文件"
    ),
    (
      .unexpectedValue("1", option: "--json"), "unexpected_value",
      "--json takes no value, but was given “1”", "--json 不带值，却写了“1”"
    ),
    (
      .repeatedOption("--on"), "repeated_option", "--on is given twice; give it once",
      "--on 重复，只能写一次"
    ),
    (
      .missingOption("--on"), "missing_option", "--on is needed; see “sixpoint help log”",
      "缺少 --on，用法见“sixpoint help log”"
    ),
    (
      .unknownValue("sal", of: "KIND", nearest: ["sale"], allowed: ["sale", "visit"]),
      "unknown_value", "KIND does not know “sal”; did you mean sale?",
      "类别不认识“sal”，是不是 sale？"
    ),
    (
      .unknownValue("x", of: "KIND", nearest: [], allowed: ["sale", "visit"]), "unknown_value",
      "KIND does not know “x”; one of: sale, visit", "类别不认识“x”，可选：sale, visit"
    ),
    (
      .malformedValue("x", of: "--month", example: "2011-06"), "malformed_value",
      "--month cannot be “x”; write it like 2011-06", "--month 不能是“x”，应写作 2011-06 这样"
    ),
    (
      .valueOutOfRange("x", of: "--wait", lowest: 0, highest: 9), "value_out_of_range",
      "--wait cannot be “x”; a whole number from 0 to 9", "--wait 不能是“x”，应为 0 至 9 的整数"
    ),
    (
      .unexpectedArgument("y"), "unexpected_argument",
      "unexpected argument “y”; see “sixpoint help log”", "多余的参数“y”，用法见“sixpoint help log”"
    ),
    (
      .missingArgument("KIND"), "missing_argument", "KIND is needed; see “sixpoint help log”",
      "缺少类别，用法见“sixpoint help log”"
    ),
    (
      .emptyValue(of: "--staff"), "empty_value",
      "--staff is empty; write a value; see “sixpoint help log”",
      "--staff 是空的，请填写，用法见“sixpoint help log”"
    ),
    (
      .notText("\u{FFFD}", place: 2), "invalid_bytes",
      "argument 2, “\u{FFFD}”, has bytes that are no UTF-8; type it again in a terminal set to UTF-8",
      "第 2 个参数“\u{FFFD}”含有不属于 UTF-8 的字节；请把终端设为 UTF-8 后重新输入"
    ),
    (
      .unexpectedArgument("433123197711110015"), "unexpected_argument",
      "unexpected argument “433123********0015”; see “sixpoint help log”",
      "多余的参数“433123********0015”，用法见“sixpoint help log”"
    ),
    (
      .conflictingOptions("--json", "--format"), "conflicting_options",
      "--json and --format do not go together", "--json 与 --format 不能同时使用"
    ),
  ]

  @Test("each usage failure has its rule and its words", arguments: faults)
  func usage(fault: UsageFailure.Fault, rule: String, english: String, chinese: String) {
    let failure = UsageFailure(command: ["log"], fault)
    #expect(
      Problem(failure, language: .english) == Problem(rule, "log: " + english, status: .usage))
    #expect(
      Problem(failure, language: .chinese) == Problem(rule, "log：" + chinese, status: .usage))
  }

  @Test("the statuses are those of the contract")
  func statuses() {
    let all: [Commands.ExitStatus] = [.done, .refused, .failure, .busy, .usage, .interrupted]
    #expect(all.map(\.rawValue) == [0, 1, 2, 3, 64, 130])
  }

  @Test("the common options agree with each other and with every format")
  func commonOptions() throws {
    let command = CommandDefinition(
      ["a"], summary: Bilingual("x", zh: "y"),
      options: [
        .register, .officer, .wait, .json, .format(["text", "csv", "json"]), .output, .yes,
        .dryRun, .reason, .reveal, .quiet,
      ],
      examples: ["sixpoint a --format csv -o x"])
    let tree = CommandTree(
      program: "sixpoint", summary: Bilingual("x", zh: "y"), commands: [CommandEntry(command)],
      everywhere: [.lang])
    #expect(tree.definitionFaults() == [])
    func format(_ arguments: [String]) throws -> String {
      guard case .run(let parsed) = try tree.parse(["a"] + arguments) else { return "" }
      return try parsed.format()
    }
    #expect(try format([]) == "text")
    #expect(try format(["--json"]) == "json")
    #expect(try format(["--format=csv"]) == "csv")
    #expect(try format(["--format=json", "--json"]) == "json")
    #expect(throws: UsageFailure.self) { try format(["--format=csv", "--json"]) }
  }
}
