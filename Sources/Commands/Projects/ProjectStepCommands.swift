import Arguments
import Domain
import Intake
import Register
import Sheets

/// A command that takes projects one step further, all on one day.
protocol ProjectStepCommand: Command {
  static var step: ProjectStep { get }
  /// What the step needs beside its day.
  static var details: [Option] { get }
  static var summary: Bilingual { get }
  static var discussion: Bilingual? { get }
  static var examples: [String] { get }
  static func cells(_ arguments: ParsedArguments) -> RowCells
  /// The word of the command: `approve`.
  static var word: String { get }
}

extension ProjectStepCommand {
  static var details: [Option] { [] }
  static var discussion: Bilingual? { nil }
  static func cells(_ arguments: ParsedArguments) -> RowCells { [] }

  static var path: [String] { ["project", word] }

  static var stepDefinition: CommandDefinition {
    CommandDefinition(
      path, summary: summary, discussion: discussion,
      arguments: [
        Positional(
          "NO", .many(minimum: 1), help: Bilingual("The project numbers.", zh: "项目编号，可写多个。"))
      ],
      options: details + Option.daily.filter { own in !details.contains { $0.long == own.long } },
      examples: examples)
  }

  static func run(_ arguments: ParsedArguments, _ console: Console) throws(Problem) -> ExitStatus {
    let handIn = try HandIn(arguments, console, corrects: false)
    let numbers = try handIn.projects(arguments.positionals("NO"))
    let receipt = try handIn.take(submission(numbers, arguments, handIn))
    try DailyReceipt(receipt, handIn, sentence: sentence(numbers, handIn)).print(arguments)
    return .done
  }

  static func submission(
    _ numbers: [String], _ arguments: ParsedArguments, _ handIn: HandIn
  ) -> CellsSubmission {
    let day: RowCells = [("\(step.name)_on", handIn.day.description)]
    return CellsSubmission(
      command: "project \(word)", .projects,
      rows: numbers.map { [("project_no", $0)] + day + cells(arguments) }, completesStanding: true)
  }

  static func sentence(_ numbers: [String], _ handIn: HandIn) -> String {
    let console = handIn.console
    let list = numbers.map(console.shown).joined(separator: console.say(", ", "、"))
    return console.say(
      "\(numbers.count == 1 ? "project" : "projects") \(list) \(step.name) on \(handIn.day)",
      "项目 \(list) 于 \(handIn.day) \(step.chinese)")
  }
}

/// Why, which becomes the step's own reason and the entry's.
private let why = Option(
  "reason", value: "TEXT", isRequired: true,
  help: Bilingual("Why, kept with the project and the entry.", zh: "原因，随项目和录入单保存。"))

enum ProjectReviewCommand: ProjectStepCommand {
  static let step = ProjectStep.reviewed
  static let word = "review"
  static let summary = Bilingual(
    "Record what a meeting said of one or more projects.", zh: "登记一次会议对一个或多个项目的评审。")
  static let discussion: Bilingual? = Bilingual(
    "A project that was sent back (revise, 退回) may be reviewed again; only the last review decides.",
    zh: "退回修改的项目可以再次评审，以最后一次为准。")
  static let details = [
    Option(
      "meeting", value: "TEXT", isRequired: true, help: Bilingual("The meeting.", zh: "评审会议。")),
    Option(
      "verdict", value: "VERDICT", isRequired: true,
      help: Bilingual("approve, revise or reject.", zh: "同意、退回或不同意。")),
  ]
  static let examples = [
    "sixpoint project review P433123-00041 P433123-00056 --meeting 第三次评审会 --verdict approve --on 2011-10-10 --dry-run"
  ]
  static let definition = stepDefinition

  static func cells(_ arguments: ParsedArguments) -> RowCells {
    arguments.cells(["meeting": "meeting", "verdict": "verdict"])
  }
}

enum ProjectApproveCommand: ProjectStepCommand {
  static let step = ProjectStep.approved
  static let word = "approve"
  static let summary = Bilingual("Approve one or more projects.", zh: "批复一个或多个项目。")
  static let discussion: Bilingual? = Bilingual(
    "Needs a review that passed it, and no objection open on the day.",
    zh: "须已评审同意，且当日没有未答复的公示异议。")
  static let examples = ["sixpoint project approve P433123-00009 --on 2011-10-19 --dry-run"]
  static let definition = stepDefinition
}

enum ProjectRejectCommand: ProjectStepCommand {
  static let step = ProjectStep.rejected
  static let word = "reject"
  static let summary = Bilingual("Reject projects, with the reason.", zh: "否决项目，并写明原因。")
  static let details = [why]
  static let examples = [
    "sixpoint project reject P433123-00041 --reason 无市场 --on 2011-08-01 --dry-run"
  ]
  static let definition = stepDefinition

  static func cells(_ arguments: ParsedArguments) -> RowCells {
    arguments.cells(["reason": "reason"])
  }
}

enum ProjectStartCommand: ProjectStepCommand {
  static let step = ProjectStep.started
  static let word = "start"
  static let summary = Bilingual("Tell that projects have started.", zh: "登记项目开工。")
  static let examples = ["sixpoint project start P433123-00009 --on 2011-11-03 --dry-run"]
  static let definition = stepDefinition
}

enum ProjectAcceptCommand: ProjectStepCommand {
  static let step = ProjectStep.accepted
  static let word = "accept"
  static let summary = Bilingual("Accept finished projects, with the grade.", zh: "登记项目验收及等级。")
  static let details = [
    Option(
      "grade", value: "GRADE", isRequired: true,
      help: Bilingual("qualified, high_quality or unqualified.", zh: "合格、优良或不合格。"))
  ]
  static let examples = [
    "sixpoint project accept P433123-00009 --grade 合格 --on 2011-12-20 --dry-run"
  ]
  static let definition = stepDefinition

  static func cells(_ arguments: ParsedArguments) -> RowCells {
    arguments.cells(["grade": "grade"])
  }
}

enum ProjectCloseCommand: ProjectStepCommand {
  static let step = ProjectStep.closed
  static let word = "close"
  static let summary = Bilingual("Close accepted projects.", zh: "登记项目结项。")
  static let examples = [
    "sixpoint project close P433123-00003 P433123-00008 --on 2011-12-20 --dry-run"
  ]
  static let definition = stepDefinition
}
