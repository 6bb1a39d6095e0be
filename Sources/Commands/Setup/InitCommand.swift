import Arguments
import Domain
import Intake
import Register
import Reports

enum InitCommand: Command {
  /// The command line that makes a first register, as advice prints it.
  static let firstLine = Bilingual(
    "sixpoint init --office Fenghuang --year 2011", zh: "sixpoint init --office 凤凰县 --year 2011")

  static let path = ["init"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Make a register.", zh: "新建登记库。"),
    discussion: Bilingual(
      """
      The new file is readable by its owner only. It begins with the regions of Hunan, the code \
      lists, the poverty line of 2011 and the programme year. A file that exists is never touched.
      """,
      zh: "新文件只有所有者可读，预置湖南省行政区划、代码表、2011年扶贫标准和项目年度。已有的文件绝不改动。"),
    options: [
      Option(
        "office", value: "CODE", isRequired: true,
        help: Bilingual(
          "Whose register it is: a province, prefecture or county, by code or name.",
          zh: "登记库所属单位：省、市州或县，写代码或名称。")),
      Option(
        "year", value: "YEAR", isRequired: true,
        help: Bilingual("The programme year.", zh: "项目年度。")),
      Option(
        "target", value: "PERSONS",
        help: Bilingual("Persons to support in the year.", zh: "全年目标人数。")),
      .register, .officer, .json, .output, .force,
    ],
    examples: [
      "sixpoint init --office 430000 --year 2011 --target 600000",
      "sixpoint init --register fenghuang.db --office Fenghuang --year 2011",
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let name = try console.worded { () throws(UsageFailure) in
      try arguments.requiredValue("office")
    }
    let year = try console.worded { () throws(UsageFailure) in
      try arguments.integer("year", in: 1949...2199)
    }
    let target = try console.worded { () throws(UsageFailure) in
      try arguments.integer("target", in: 0...1_000_000_000)
    }
    let office = try OfficeName.office(named: name, console)
    guard let code = RegionCode(office.code), let year else {
      preconditionFailure("an office of the table has a code, and --year is required")
    }
    let path = try console.registerPath(arguments)
    try makeStandardFolder(path, arguments, console)
    let author = try console.author(arguments, office: code)
    let register = try create(path, office: code, year, target, author, console)
    try tell(register, office, target: target, path: path, arguments, console)
    return .done
  }

  /// Creates the file; an interrupt before it has its name leaves none.
  private static func create(
    _ path: String, office: RegionCode, _ year: Int, _ target: Int?, _ author: EntryAuthor,
    _ console: Console
  ) throws(Problem) -> Register {
    if System.isLink(path) {
      throw RegisterFault.symbolicLink(path: path).problem(in: console.language)
    }
    return try console.worded { () throws(RegisterFault) in
      try SignalWatch.whileWorking { () throws(RegisterFault) in
        try Register.create(
          path: path, office: office, year: year, target: target.map(Int64.init), by: author,
          commits: SignalWatch.commits)
      }
    }
  }

  /// The folder of the standard place is made where it is missing (XDG Base Directory 0.8); any
  /// other folder is the caller's affair.
  private static func makeStandardFolder(
    _ path: String, _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) {
    guard arguments.value("register") == nil,
      console.environment.variable("SIXPOINT_REGISTER") == nil
    else { return }
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      try console.worded { () throws(SystemFault) in try System.makeFolder(folder) }
    }
  }

  private static func tell(
    _ register: Register, _ office: FoundingRegion, target: Int?, path: String,
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) {
    if arguments.flag("json") {
      var receipt = Receipt(file: path, sheet: nil, encoding: "UTF-8", sha256: nil)
      receipt.entry = 1
      receipt.hash = try console.worded { () throws(QueryFailure) in
        try register.hash(ofEntry: 1)?.hexadecimal
      }
      var json = JSONText()
      json.object { json in
        DailyReceipt.writeKeys(receipt, console.language, to: &json)
        json.member("register", path)
        json.member("office", office.code)
        json.member("year", register.year)
        json.member("target", target)
      }
      json.line()
      try console.print(bytes: json.bytes, arguments)
      return
    }
    let place = console.say(office.nameEnglish, office.nameChinese)
    let goal = target.map { Int64($0) }.map(NumberText.grouped)
    let lines =
      [
        console.say(
          "Made the register of \(place) (\(office.code)) for \(register.year)",
          "已建立\(place)（\(office.code)）\(register.year) 年登记库")
          + (goal.map { console.say(", target \($0) persons", "，目标 \($0) 人") } ?? "")
          + console.say(": \(path)", "：\(path)"),
        console.say(
          "It knows the regions of Hunan, the code lists and the poverty line.",
          "其中已有湖南省行政区划、代码表和扶贫标准。"),
      ] + next(office, arguments, console)
    try console.print(lines, arguments)
  }

  /// What to do now. A county's sheets speak of batches that only the province's have.
  private static func next(
    _ office: FoundingRegion, _ arguments: ParsedArguments, _ console: Console
  ) -> [String] {
    var lines = [
      office.level == .province
        ? console.say(
          "Next: “sixpoint import FOLDER” reads sheets, the province's before the counties'.",
          "下一步：“sixpoint import 文件夹”导入各表，先省级、后各县。")
        : console.say(
          "Next: “sixpoint import batches.csv FOLDER”: the province's batches, then your sheets.",
          "下一步：“sixpoint import batches.csv 文件夹”先导入省级资金批次表，再导入本单位各表。"),
      console.say(
        "      “sixpoint template roster” shows a sheet's columns.",
        "      “sixpoint template roster”列出表格各列。"),
    ]
    let environment = console.environment
    let isNamed =
      (arguments.value("officer") ?? environment.variable("SIXPOINT_OFFICER")
        ?? environment.setting(.officer)) != nil
    if !isNamed {
      lines.append(
        console.say(
          "      “sixpoint config officer NAME” says who you are.",
          "      “sixpoint config officer 姓名”写明经办人。"))
    }
    return lines
  }
}
