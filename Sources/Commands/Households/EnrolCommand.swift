import Arguments
import Domain
import Intake
import Register
import Sheets

enum EnrolCommand: Command {
  static let path = ["enrol"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Register a household with its members and enrol it.", zh: "登记一户及其成员并纳入。"),
    discussion: Bilingual(
      """
      Of a household that is registered only --on is given: it is enrolled into that day's year. On a \
      terminal, where village or head is not given, it asks for them and for the rest field by field, says at \
      once what is wrong with an answer, and writes only what was confirmed. The same twice changes nothing; other values than those that \
      stand are refused.
      """,
      zh: "已登记的户只写 --on，即纳入该日所在年度。在终端上未写所在村或户主的，逐项询问，答错当即指出，确认后才写入。相同内容重复登记不作改动，与已有内容不同的予以拒绝。"),
    arguments: [.askedHousehold],
    options: [
      Option(
        "village", value: "VILLAGE",
        help: Bilingual("Where it lives: a code of 12 digits, or a name.", zh: "所在村：12位编码或名称。")),
      Option("head", value: "NAME", help: Bilingual("The head's name.", zh: "户主姓名。")),
      .residentID, .birth, .sex,
      Option(
        "class", value: "CLASS",
        help: Bilingual("poor, poor_dibao, dibao or wubao.", zh: "扶贫户、扶贫低保户、低保户或五保户。")),
      Option(
        "member", value: "NAME,RELATION[,ID]", isRepeatable: true,
        help: Bilingual("Another member; several times.", zh: "其他成员：姓名,关系[,身份证号码]，可多次。")),
      .phone, .account,
      Option("cause", value: "TEXT", help: Bilingual("Main cause of poverty.", zh: "主要致贫原因。")),
      Option(
        "income-per-capita", value: "YUAN",
        help: Bilingual("Yuan a person, the year before.", zh: "上年人均纯收入（元）。")),
    ] + Option.daily,
    examples: [
      "sixpoint enrol 4331231042019001 --village 433123104201 --head 田小云 --class poor --member 吴秀,spouse --on 2011-06-20 --dry-run",
      "sixpoint enrol 4331231042060013 --on 2012-01-10 --dry-run",
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let wasAsked = arguments.positional("HOUSEHOLD") == nil
    let arguments = try EnrolForm.numbered(arguments, console)
    let number = try arguments.number("HOUSEHOLD", console)
    var handIn = try HandIn(arguments, console, corrects: false)
    let standing = try console.worded { () throws(QueryFailure) in
      try handIn.register.household(numbered: number)
    }
    if standing != nil, !Enrolment.describes(arguments) {
      // Who was asked for the number may have meant a new household.
      if wasAsked, !handIn.options.isCheck {
        let (number, day) = (console.shown(number), handIn.day)
        try console.confirm(
          console.say(
            "household \(number) stands already; enrol it into \(day.year) from \(day)?",
            "户 \(number) 已登记；自 \(day) 起纳入 \(day.year) 年度吗？"))
      }
      try anotherYear(number, handIn, arguments)
      return .done
    }
    let enrolment: Enrolment
    if standing == nil, EnrolForm.isWanted(arguments, console) {
      var form = EnrolForm(number, arguments, handIn)
      enrolment = try form.fill()
      handIn = form.handIn
    } else {
      enrolment = try Enrolment(number, arguments, handIn)
    }
    // What stands is compared, and never added to.
    if standing != nil { handIn.options.isCheck = true }
    let receipt =
      try standing == nil ? handIn.take(enrolment.submission) : compared(enrolment, handIn)
    try DailyReceipt(receipt, handIn, sentence: enrolment.sentence(console)).print(arguments)
    return .done
  }

  /// Compares a household with the one that stands. Throws `stands` with all that differs: the values, and who
  /// is no member.
  private static func compared(
    _ enrolment: Enrolment, _ handIn: HandIn
  ) throws(Problem) -> Receipt {
    var trial = handIn
    trial.options.onlyCompares = true
    let console = handIn.console
    let strangers = try handIn.people(of: enrolment.number).strangers(in: enrolment.rows)
    let number = console.shown(enrolment.number)
    let names = strangers.joined(separator: console.say(", ", "、"))
    let unknown = console.say(
      "\(names) \(strangers.count == 1 ? "is no member" : "are no members") of household \(number); add with “sixpoint member add”, or correct a name with “sixpoint member correct”",
      "户 \(number) 没有成员\(names)；增加成员请用 sixpoint member add，更正姓名请用 sixpoint member correct")
    let receipt: Receipt
    do throws(Problem) {
      receipt = try trial.take(enrolment.submission)
    } catch {
      if !strangers.isEmpty { console.diagnostics.line(unknown) }
      throw error
    }
    guard receipt.created + receipt.changed > 0 else { return receipt }
    throw Problem(
      "stands",
      strangers.isEmpty
        ? console.say(
          "household \(number) stands already with other people; “sixpoint member” changes them",
          "户 \(number) 已登记且成员不同；请用 sixpoint member 更改")
        : unknown)
  }

  /// Enrols a household that stands into the year of the day: its head's row with the day.
  private static func anotherYear(
    _ number: String, _ handIn: HandIn, _ arguments: ParsedArguments
  ) throws(Problem) {
    let console = handIn.console
    guard let head = try handIn.people(of: number).head else {
      throw Problem(
        "no_head",
        console.say(
          "household \(console.shown(number)) has no members on \(handIn.day)",
          "户 \(console.shown(number)) 在 \(handIn.day) 没有成员"))
    }
    let receipt = try handIn.take(
      CellsSubmission(
        command: "enrol", .roster,
        rows: [head.cells(in: number) + [("enrolled_on", handIn.day.description)]],
        completesStanding: true, stay: head.stay))
    try DailyReceipt(
      receipt, handIn,
      sentence: console.say(
        "household \(console.shown(number)) is enrolled into \(handIn.day.year) from \(handIn.day)",
        "户 \(console.shown(number)) 自 \(handIn.day) 起纳入 \(handIn.day.year) 年度")
    ).print(arguments)
  }
}
