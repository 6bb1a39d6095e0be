import Arguments
import Domain
import Register
import Reports

/// Why a line from the field was not taken, and what would be right.
struct LogWords {
  let console: Console
  let note: ProgressNote
  /// Whether `--staff` was given, or the officer stood in.
  let namesStaff: Bool

  func problem(_ fault: LogFault) -> Problem {
    switch fault {
    case .register(let fault): fault.problem(in: console.language)
    case .unknownHousehold(let number, let nearest):
      Problem.unknownHousehold(number, nearest: nearest, console)
    case .unknownProject(let number):
      unknownProject(PersonalNumbers.masked(number))
    case .unknownStaff(let text): unknownStaff(PersonalNumbers.masked(text))
    case .severalStaff(let name, let numbers):
      Problem(
        "ambiguous_staff",
        console.say(
          "several officials are called \(name); give --staff with one of \(numbers.joined(separator: ", "))",
          "有多位责任人叫“\(name)”，请用 --staff 写明编号：\(numbers.joined(separator: "、"))"))
    case .future(let day, let today):
      Problem(
        "future_day",
        console.say(
          "\(date(day)) is in the future; give --on with a day up to today, \(date(today))",
          "\(date(day)) 晚于今天；请用 --on 写不晚于 \(date(today)) 的日期"))
    case .beforeEnrolment(let household, let enrolledOn):
      beforeEnrolment(household, enrolledOn)
    case .ended(let household, let day):
      Problem(
        "household_ended",
        console.say(
          "household \(household) ended on \(date(day)); give --on with an earlier day",
          "户 \(household) 已于 \(date(day)) 终止；请用 --on 写更早的日期"))
    case .repeated(let entry):
      Problem(
        "repeated_progress",
        console.say(
          "the same was logged already, in entry \(entry); if it is another, tell them apart with --note or --unit",
          "相同的记录已在第 \(entry) 号录入单中；如确为另一条，请用 --note 或 --unit 加以区别"))
    }
  }

  private func unknownProject(_ number: String) -> Problem {
    Problem("unknown_project", console.say("there is no project \(number)", "没有项目 \(number)"))
  }

  private func unknownStaff(_ text: String) -> Problem {
    namesStaff
      ? Problem(
        "unknown_staff",
        console.say(
          "there is no official \(text); “sixpoint find” looks for staff by name",
          "没有责任人 \(text)；可用“sixpoint find”按姓名查找"))
      : Problem(
        "unknown_staff",
        console.say(
          "who saw it? the officer \(text) is no staff number and no official's name; give --staff NO",
          "记录人是谁？经办人“\(text)”不是责任人编号，也不是责任人姓名；请写 --staff 编号"))
  }

  private func beforeEnrolment(_ household: String, _ enrolledOn: DayNumber?) -> Problem {
    guard let enrolledOn else {
      return Problem(
        "before_enrolment",
        console.say(
          "household \(household) is not enrolled; progress is logged from the day of enrolment",
          "户 \(household) 尚未纳入；纳入之后才能记录进展"))
    }
    return Problem(
      "before_enrolment",
      console.say(
        "\(date(note.day)) is before household \(household) was enrolled, on \(date(enrolledOn)); give --on with that day or a later one",
        "\(date(note.day)) 早于户 \(household) 的纳入日期 \(date(enrolledOn))；请用 --on 写该日或以后的日期"))
  }

  private func date(_ day: DayNumber) -> String { CalendarDate(dayNumber: day).description }
}

/// The line that confirms what was logged.
struct LogReceipt {
  let note: ProgressNote
  let logged: LoggedProgress
  let isTrial: Bool
  let console: Console

  func print(_ arguments: ParsedArguments) throws(Problem) {
    if arguments.flag("json") {
      let bytes = json()
      try console.print(arguments) { (output) throws(OutputFault) in try output.write(bytes) }
    } else {
      try console.print([line.neutralised])
    }
  }

  private var line: String {
    let entry =
      isTrial
      ? console.say("Nothing written (--dry-run)", "未写入（--dry-run）")
      : console.say("Entry \(logged.entry)", "第 \(logged.entry) 号录入单")
    let day = CalendarDate(dayNumber: note.day).description
    let kind = Vocabulary.progressKinds.word(for: note.kind.name, in: console.language.ofReports)
    var what = [kind]
    if let quantity = note.quantity {
      what.append(quantity.description + (note.unit.map { " " + $0 } ?? ""))
    }
    if let percent = note.percent { what.append("\(percent) %") }
    if let text = note.note { what.append("“\(PersonalNumbers.masked(text))”") }
    var whom: [String] = []
    if let number = logged.householdNo { whom.append(number) }
    if let head = logged.headName { whom.append(head) }
    if let village = logged.village { whom.append(console.name(of: village)) }
    if let project = logged.projectNo { whom.append(console.say("project ", "项目 ") + project) }
    let by = logged.staffName ?? logged.staffNo
    let comma = console.say(", ", "，")
    return entry + console.say(": ", "：") + day + " " + what.joined(separator: comma)
      + console.say(" at ", "，") + whom.joined(separator: comma)
      + console.say(", by \(by)", "，记录人 \(by)")
  }

  private func json() -> [UInt8] {
    var json = JSONText()
    json.object { json in
      if isTrial { json.memberNull("entry") } else { json.member("entry", logged.entry) }
      json.member("household_no", logged.householdNo)
      json.member("head", logged.headName)
      json.member("village_code", logged.village?.code.description)
      json.member("project_no", logged.projectNo)
      json.member("logged_on", CalendarDate(dayNumber: note.day).description)
      json.member("staff_no", logged.staffNo)
      json.member("kind", note.kind.name)
      json.member("quantity", note.quantity?.description)
      json.member("unit", note.unit)
      json.member("percent", note.percent?.description)
      json.member("note", note.note.map { PersonalNumbers.masked($0) })
    }
    json.line()
    return json.bytes
  }
}
