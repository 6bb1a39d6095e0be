import Arguments
import Domain
import Intake
import Register
import Sheets

/// A command about a project's posting in a village.
struct PostingArguments {
  let project: String
  let village: RegionCode
  let handIn: HandIn

  static let positionals = [
    Positional("PROJECT", help: Bilingual("The project number.", zh: "项目编号。")),
    Positional("VILLAGE", help: Bilingual("The village, a code or a name.", zh: "村，写代码或名称。")),
  ]

  init(_ arguments: ParsedArguments, _ handIn: HandIn) throws(Problem) {
    let (project, village) = try handIn.console.worded { () throws(UsageFailure) in
      (try arguments.requiredPositional("PROJECT"), try arguments.requiredPositional("VILLAGE"))
    }
    self.handIn = handIn
    self.project = try handIn.project(project)
    self.village = try handIn.console.place(called: village, .village, of: handIn.register)
  }

  /// The key of a posting's row.
  func key(_ postedOn: DayNumber) -> RowCells {
    [
      ("project_no", project), ("village_code", village.description),
      ("posted_on", CalendarDate(dayNumber: postedOn).description),
    ]
  }

  /// `project P1 in 433123104206`, masked.
  var words: String {
    handIn.console.say(
      "project \(handIn.console.shown(project)) in \(village)",
      "项目 \(handIn.console.shown(project))（\(village)）")
  }

  /// The rows of the last posting by the day of the act.
  func lastPosting() throws(Problem) -> [Posting] {
    let (console, day) = (handIn.console, handIn.day)
    let postings = try console.worded { () throws(QueryFailure) in
      try handIn.register.postings(of: project, in: village)
    }.filter { $0.postedOn <= day.dayNumber }
    guard let last = postings.last else {
      throw Problem(
        "no_posting",
        console.say(
          "\(words) was not posted by \(day); “disclose post” records that",
          "\(words)在 \(day) 之前没有公示；请先用“disclose post”登记"))
    }
    return postings.filter { $0.postedOn == last.postedOn }
  }

  func finish(
    _ command: String, _ rows: [RowCells], _ sentence: String, _ arguments: ParsedArguments
  ) throws(Problem) -> ExitStatus {
    let receipt = try handIn.take(CellsSubmission(command: command, .disclosures, rows: rows))
    try DailyReceipt(receipt, handIn, sentence: sentence).print(arguments)
    return .done
  }
}

enum DisclosePostCommand: Command {
  static let path = ["disclose", "post"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Record that a project is posted in a village.", zh: "登记项目在村公示。"),
    arguments: PostingArguments.positionals, options: Option.daily,
    examples: ["sixpoint disclose post P433123-00041 433123104206 --on 2011-12-01 --dry-run"])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws(Problem) -> ExitStatus {
    let posting = try PostingArguments(
      arguments, try HandIn(arguments, console, corrects: false))
    let day = posting.handIn.day
    return try posting.finish(
      "disclose post", [posting.key(day.dayNumber)],
      console.say("\(posting.words) is posted on \(day)", "\(posting.words)于 \(day) 公示"), arguments)
  }
}

enum DiscloseDownCommand: Command {
  static let path = ["disclose", "down"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Record that a posting is taken down.", zh: "登记公示撤下。"),
    discussion: Bilingual(
      "A posting that stood for fewer than ten days is warned of and stands in “report exceptions”.",
      zh: "公示不足十天的，予以提醒，并列入“report exceptions”。"),
    arguments: PostingArguments.positionals, options: Option.daily,
    examples: ["sixpoint disclose down P433123-00005 433123104206 --on 2011-01-19 --dry-run"])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws(Problem) -> ExitStatus {
    let posting = try PostingArguments(arguments, try HandIn(arguments, console))
    let rows = try posting.lastPosting()
    let day = posting.handIn.day
    // The posting has a row of its own, or is told by its objections alone.
    let own = rows.filter(\.objection.isEmpty)
    let down: RowCells = [("taken_down_on", day.description)]
    let days = day.dayNumber - rows[0].postedOn
    let short =
      days < PostingDays.least
      ? console.say(
        ", after \(days) \(days == 1 ? "day" : "days"); fewer than \(PostingDays.least) stand in “report exceptions”",
        "，共公示 \(days) 天；不足 \(PostingDays.least) 天，列入“report exceptions”") : ""
    return try posting.finish(
      "disclose down",
      (own.isEmpty ? rows : own).map { row in
        posting.key(row.postedOn)
          + (row.objection.isEmpty ? [] : [("objection", row.objection)]) + down
      },
      console.say(
        "\(posting.words) is taken down on \(day)", "\(posting.words)于 \(day) 撤下") + short,
      arguments)
  }
}

enum DiscloseObjectCommand: Command {
  static let path = ["disclose", "object"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Record an objection to a posting.", zh: "登记对公示的异议。"),
    discussion: Bilingual(
      "While it is not answered the project cannot be approved.", zh: "未答复之前，项目不得批复。"),
    arguments: PostingArguments.positionals,
    options: [
      Option(
        "objection", value: "TEXT", isRequired: true,
        help: Bilingual("What is objected.", zh: "异议内容。"))
    ] + Option.daily,
    examples: [
      "sixpoint disclose object P433123-00005 433123104206 --objection 分配不均 --on 2011-01-15 --dry-run"
    ])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws(Problem) -> ExitStatus {
    let objection = try console.worded { () throws(UsageFailure) in
      try arguments.requiredValue("objection")
    }
    let posting = try PostingArguments(
      arguments, try HandIn(arguments, console, corrects: false))
    let day = posting.handIn.day
    let postedOn = try posting.lastPosting()[0].postedOn
    return try posting.finish(
      "disclose object",
      [
        posting.key(postedOn) + [("objection", objection), ("objected_on", day.description)]
      ],
      console.say(
        "an objection to \(posting.words) on \(day)", "\(day) 对\(posting.words)提出异议"), arguments)
  }
}

enum DiscloseAnswerCommand: Command {
  static let path = ["disclose", "answer"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Record the answer to an objection.", zh: "登记对异议的答复。"),
    discussion: Bilingual(
      "Where several are open, --objection names the one.", zh: "有多条异议未答复时，用 --objection 指明。"),
    arguments: PostingArguments.positionals,
    options: [
      Option(
        "answer", value: "TEXT", isRequired: true, help: Bilingual("The answer.", zh: "答复内容。")),
      Option(
        "objection", value: "TEXT",
        help: Bilingual("Which objection, in its words or their beginning.", zh: "哪条异议，写全文或开头。")),
    ] + Option.daily,
    examples: [
      "sixpoint disclose answer P433123-00005 433123104206 --answer 按人口分配 --on 2011-01-18"
    ])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws(Problem) -> ExitStatus {
    let answer = try console.worded { () throws(UsageFailure) in
      try arguments.requiredValue("answer")
    }
    let posting = try PostingArguments(arguments, try HandIn(arguments, console))
    let day = posting.handIn.day
    var open = try console.worded { () throws(QueryFailure) in
      try posting.handIn.register.postings(of: posting.project, in: posting.village)
    }.filter { !$0.objection.isEmpty && !$0.isAnswered && $0.postedOn <= day.dayNumber }
    if let text = arguments.value("objection") { open.removeAll { !$0.objection.hasPrefix(text) } }
    guard let objection = open.first else {
      throw Problem(
        "no_open_objection",
        console.say(
          "there is no such open objection to \(posting.words)", "\(posting.words)没有这样的未答复异议"))
    }
    guard open.count == 1 else {
      let list = open.map { "“\(PersonalNumbers.masked($0.objection))”" }
      throw Problem(
        "several_objections",
        console.say(
          "several objections are open: \(list.joined(separator: ", ")); name one with --objection",
          "有多条异议未答复：\(list.joined(separator: "、"))；请用 --objection 指明"))
    }
    return try posting.finish(
      "disclose answer",
      [
        posting.key(objection.postedOn) + [
          ("objection", objection.objection), ("answer", answer),
          ("answered_on", day.description),
        ]
      ],
      console.say(
        "the objection to \(posting.words) is answered on \(day)", "\(posting.words)的异议于 \(day) 答复"),
      arguments)
  }
}
