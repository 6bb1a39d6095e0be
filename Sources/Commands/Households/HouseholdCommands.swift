import Arguments
import Domain
import Register
import Reports

// The events of a household's life, a command each: rows of the sheet `household_events`.

extension Positional {
  static let household = Positional(
    "HOUSEHOLD", help: Bilingual("The household's number.", zh: "户编号。"))
  static let askedHousehold = Positional(
    "HOUSEHOLD", mayBeAsked: true, help: household.help)
  static let person = Positional(
    "PERSON",
    help: Bilingual("A name that one member bears, or an ID.", zh: "成员姓名（户内唯一）或身份证号码。"))
}

extension Option {
  /// Why a household changes, kept with the fact.
  static let ground = Option(
    "ground", value: "TEXT", help: Bilingual("Why, kept with the fact.", zh: "认定依据，随记录保存。"))
}

enum HouseholdMoveCommand: Command {
  static let path = ["household", "move"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("A household moves to another village.", zh: "农户迁往另一村。"),
    arguments: [
      .household,
      Positional(
        "VILLAGE",
        help: Bilingual("The village moved to, a code or a name.", zh: "迁入村，写编码或名称。")),
    ],
    options: Option.daily,
    examples: ["sixpoint household move 4331231042060013 433123104201 --on 2011-09-01 --dry-run"])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let number = try arguments.number("HOUSEHOLD", console)
    let handIn = try HandIn(arguments, console)
    _ = try handIn.household(number)
    let village = try handIn.village(
      try console.worded { () throws(UsageFailure) in try arguments.requiredPositional("VILLAGE") },
      mayBeOutside: true)
    let office = handIn.register.office
    let ends = office.level != .province && !office.contains(village.code)
    try handIn.tell(
      event: .move, of: number, [[("village_code", village.code.description)]], arguments,
      console.say(
        "\(console.shown(number)) moves to \(console.named(village)) on \(handIn.day)"
          + (ends ? ", outside the register's office, and ends here" : ""),
        "\(console.shown(number)) 于 \(handIn.day) 迁往 \(console.named(village))"
          + (ends ? "，不在本登记库范围内，在本库销户" : "")))
    return .done
  }
}

enum HouseholdReclassCommand: Command {
  static let path = ["household", "reclass"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("A household gets another class.", zh: "调整农户的户属性。"),
    arguments: [
      .household,
      Positional(
        "CLASS", allowed: HouseholdClass.allCases.map(\.name),
        alsoAllowed: HouseholdClass.allCases.map(\.chinese),
        help: Bilingual("poor, poor_dibao, dibao or wubao.", zh: "扶贫户、扶贫低保户、低保户或五保户。")),
    ],
    options: [Option.ground.required] + Option.daily,
    examples: [
      "sixpoint household reclass 4331231042060013 poor_dibao --on 2011-07-01 --ground \"below the line\" --dry-run"
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let number = try arguments.number("HOUSEHOLD", console)
    let handIn = try HandIn(arguments, console)
    _ = try handIn.household(number)
    let (text, ground) = try console.worded { () throws(UsageFailure) in
      (try arguments.requiredPositional("CLASS"), try arguments.requiredValue("ground"))
    }
    let word =
      HouseholdClass.read(text).map {
        Vocabulary.classes.word(for: $0.name, in: console.language.ofReports)
      } ?? text
    try handIn.tell(
      event: .reclass, of: number, [[("class", text), ("ground", ground)]], arguments,
      console.say(
        "\(console.shown(number)) is \(word) from \(handIn.day)",
        "\(console.shown(number)) 自 \(handIn.day) 起为\(word)"))
    return .done
  }
}

enum HouseholdHeadCommand: Command {
  static let path = ["household", "head"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Another member becomes head.", zh: "变更户主。"),
    arguments: [.household, .person], options: Option.daily,
    examples: ["sixpoint household head 4331231042060013 罗金 --on 2011-08-01 --dry-run"])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let number = try arguments.number("HOUSEHOLD", console)
    let handIn = try HandIn(arguments, console)
    let person = try handIn.people(of: number).person(
      try console.worded { () throws(UsageFailure) in try arguments.requiredPositional("PERSON") })
    try handIn.tell(
      event: .head, of: number, [[("member", person.eventText)]], arguments,
      console.say(
        "\(person.shown) is head of \(console.shown(number)) from \(handIn.day)",
        "自 \(handIn.day) 起 \(console.shown(number)) 的户主为 \(person.shown)"))
    return .done
  }
}

enum HouseholdMergeCommand: Command {
  static let path = ["household", "merge"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("A household merges into another.", zh: "将一户并入另一户。"),
    discussion: Bilingual(
      "The members of the day go over. Neither money nor points nor the day of fulfilment do.",
      zh: "当日成员转入另一户；资金、六到及齐全日期不随之转移。"),
    arguments: [
      .household,
      Positional("INTO", help: Bilingual("The household that takes them in.", zh: "并入的户编号。")),
    ],
    options: Option.daily,
    examples: [
      "sixpoint household merge 4331231042060013 4331231042060014 --on 2011-10-01 --dry-run"
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let number = try arguments.number("HOUSEHOLD", console)
    let into = try arguments.number("INTO", console)
    let handIn = try HandIn(arguments, console)
    for household in [number, into] { _ = try handIn.household(household) }
    try handIn.tell(
      event: .merge, of: number, [[("other_household", into)]], arguments,
      console.say(
        "\(console.shown(number)) merges into \(console.shown(into)) on \(handIn.day)",
        "\(console.shown(number)) 于 \(handIn.day) 并入 \(console.shown(into))"))
    return .done
  }
}

enum HouseholdEndCommand: Command {
  static let path = ["household", "end"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("A household ends: let go, moved away, died out.", zh: "销户：迁出、退出或消亡。"),
    arguments: [.household], options: [Option.ground.required] + Option.daily,
    examples: [
      "sixpoint household end 4331231042060013 --on 2011-12-01 --ground \"moved to Jishou\" --dry-run"
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let number = try arguments.number("HOUSEHOLD", console)
    let handIn = try HandIn(arguments, console)
    _ = try handIn.household(number)
    let ground = try console.worded { () throws(UsageFailure) in
      try arguments.requiredValue("ground")
    }
    try handIn.tell(
      event: .end, of: number, [[("ground", ground)]], arguments,
      console.say(
        "\(console.shown(number)) ends on \(handIn.day)",
        "\(console.shown(number)) 于 \(handIn.day) 销户")
    )
    return .done
  }
}

enum HouseholdSplitCommand: Command {
  static let path = ["household", "split"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Members leave to form a household of their own.", zh: "部分成员分出另立一户。"),
    discussion: Bilingual(
      "The new household takes its village and class along. A split that takes all ends the old one.",
      zh: "新户沿用原户的村和户属性；全部分出时原户即销户。"),
    arguments: [
      .household, Positional("NEW", help: Bilingual("The new household's number.", zh: "新户编号。")),
      Positional(
        "PERSON", .many(minimum: 0),
        help: Bilingual("Who goes too, behind the one of --member.", zh: "一并分出的成员，写在 --member 之后。")),
    ],
    options: [
      Option(
        "member", value: "PERSON", isRepeatable: true, isRequired: true,
        help: Bilingual(
          "Who goes: a name or an ID, or several of them.",
          zh: "分出的成员：姓名或身份证号码，可连写几人。")),
      Option(
        "village", value: "VILLAGE",
        help: Bilingual("Where they go, if elsewhere.", zh: "迁往他村时写村编码或名称。")),
    ] + Option.daily,
    examples: [
      "sixpoint household split 4331231042060013 4331231042069013 --member 罗金 --on 2011-08-01 --dry-run"
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let number = try arguments.number("HOUSEHOLD", console)
    let new = try arguments.number("NEW", console)
    let handIn = try HandIn(arguments, console)
    let people = try handIn.people(of: number)
    var shared: RowCells = [("other_household", new)]
    if let text = arguments.value("village") {
      shared.append(("village_code", try handIn.village(text).code.description))
    }
    var going: [KnownPerson] = []
    for text in arguments.values("member") + arguments.positionals("PERSON") {
      going.append(try people.person(text))
    }
    let names = going.map(\.shown).joined(separator: console.say(", ", "、"))
    try handIn.tell(
      event: .split, of: number, going.map { [("member", $0.eventText)] + shared }, arguments,
      console.say(
        "\(names) split off from \(console.shown(number)) as \(console.shown(new)) on \(handIn.day)",
        "\(names) 于 \(handIn.day) 自 \(console.shown(number)) 分出，新户 \(console.shown(new))"))
    return .done
  }
}
