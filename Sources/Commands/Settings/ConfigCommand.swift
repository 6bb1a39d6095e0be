import Arguments
import Domain
import Reports

enum ConfigCommand: Command {
  static let path = ["config"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual(
      "Show or change the settings: register, officer, lang, county.",
      zh: "查看或修改设置：register、officer、lang、county。"),
    discussion: Bilingual(
      """
      Alone it shows each value, where it comes from (an option, a variable, the settings file or the default) \
      and how to change it. With a value it sets it; with --unset it takes it out. The county is a \
      default for what is asked; it never narrows a report, an export or a close.
      """,
      zh:
        "单独使用时显示各项的值、来源（选项、环境变量、设置文件或默认值）和更改方法。写值即设置，写 --unset 即取消。county 只作询问时的默认值，不会缩小报表、导出或封账的范围。"
    ),
    arguments: [
      Positional(
        "KEY", .optional, allowed: Settings.Key.allCases.map(\.rawValue),
        help: Bilingual("The setting.", zh: "设置项。")),
      Positional("VALUE", .optional, help: Bilingual("Its new value.", zh: "新的值。")),
    ],
    options: [
      Option("unset", help: Bilingual("Take the setting out.", zh: "取消该项设置。")),
      .json, .output, .force, .register, .officer,
    ],
    examples: [
      "sixpoint config", "sixpoint config officer 李红梅", "sixpoint config county Fenghuang",
      "sixpoint config county --unset",
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let key = arguments.positional("KEY").flatMap(Settings.Key.init)
    let value = arguments.positional("VALUE")
    let changes = value != nil || arguments.flag("unset")
    if changes { try change(key, to: value, arguments, console) }
    let settings = try console.settings()
    let shown = (key.map { [$0] } ?? Settings.Key.allCases).map { key in
      state(of: key, settings, arguments, console)
    }
    if arguments.flag("json") {
      try console.print(bytes: json(shown), arguments)
    } else if key != nil, !changes {
      try console.print(shown.map { $0.value ?? "" }, arguments)
    } else {
      try console.print(lines(shown, arguments, console), arguments)
    }
    return .done
  }

  /// A setting as it works now.
  private struct State {
    let key: Settings.Key
    /// nil where nothing is set and nothing stands in.
    let value: String?
    let source: SettingSource
  }

  private static func state(
    of key: Settings.Key, _ settings: Settings, _ arguments: ParsedArguments, _ console: Console
  ) -> State {
    let environment = console.environment
    func option(_ name: String) -> String? {
      arguments.takes(name) ? arguments.value(name) : nil
    }
    let stated = key == .county ? nil : option(key.rawValue)
    let source: SettingSource =
      stated != nil
      ? .option
      : key.variables.contains { environment.variable($0) != nil }
        ? .environment : settings[key] != nil ? .file : .standard
    let value: String? =
      switch key {
      case .register: environment.registerPath(option: stated)
      case .officer: environment.officer(option: stated)
      case .lang: Language(option: stated, environment: environment).rawValue
      case .county: settings[.county]
      }
    return State(key: key, value: value, source: source)
  }

  private static func lines(
    _ shown: [State], _ arguments: ParsedArguments, _ console: Console
  ) -> [String] {
    var table = TextTable([
      TextTable.Column(console.say("Setting", "设置项")),
      TextTable.Column(console.say("Value", "值")),
      TextTable.Column(console.say("From", "来源")),
      TextTable.Column(console.say("To change it", "更改方法")),
    ])
    for state in shown {
      table.row([
        state.key.rawValue, state.value ?? "–", state.source.words(state.key, console),
        state.source.change(state.key, console),
      ])
    }
    let path = console.environment.settingsPath ?? "–"
    return table.lines(within: console.columns(arguments)) + [
      console.say("The settings file is \(path)", "设置文件：\(path)")
    ]
  }

  private static func json(_ shown: [State]) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      for state in shown {
        json.memberObject(state.key.rawValue) { json in
          json.member("value", state.value)
          json.member("source", state.source.rawValue)
        }
      }
    }
    json.line()
    return json.bytes
  }

  // Changing.

  /// Sets the key; with nil takes it out.
  private static func change(
    _ key: Settings.Key?, to value: String?, _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) {
    guard let key else {
      throw arguments.failure(.missingArgument("KEY")).problem(in: console.language)
    }
    if value != nil, arguments.flag("unset") {
      throw arguments.failure(.conflictingOptions("VALUE", "--unset"))
        .problem(in: console.language)
    }
    guard let path = console.environment.settingsPath else {
      throw Problem(
        "no_settings",
        console.say(
          "there is no folder for settings; set HOME or XDG_CONFIG_HOME",
          "没有存放设置的文件夹，请设置 HOME 或 XDG_CONFIG_HOME"), status: .usage)
    }
    var settings = try console.settings()
    if key == .register, value == "-" {
      throw arguments.failure(.malformedValue("-", of: "VALUE", example: "register.db"))
        .problem(in: console.language)
    }
    settings[key] = try value.map { value throws(Problem) in try checked(value, key, console) }
    let folder = System.folder(of: path)
    try console.worded { () throws(SystemFault) in
      try System.makeFolder(System.folder(of: folder))
      try System.makeFolder(folder)
    }
    let text = settings.text
    try console.worded { () throws(OutputFault) in
      var output = try Output(path: path, readers: .ownerOnly, replaces: true)
      try output.write(text)
      try output.finish()
    }
  }

  /// The value as it is kept, so that it means the same wherever the program is called.
  private static func checked(
    _ value: String, _ key: Settings.Key, _ console: Console
  ) throws(Problem) -> String {
    guard !value.contains(where: \.isNewline) else {
      throw Problem(
        "malformed_setting", console.say("a setting is one line", "设置项只能是一行"), status: .usage)
    }
    switch key {
    case .register: return value.hasPrefix("/") ? value : System.workingFolder + "/" + value
    case .officer:
      try console.checkLength(of: value, "officer", as: .personName)
      return value
    case .lang:
      guard let language = Language(typed: value) else {
        throw Problem(
          "malformed_setting",
          console.say("lang takes en or zh, not “\(value)”", "lang 只能是 en 或 zh，不能是“\(value)”"),
          status: .usage)
      }
      return language.rawValue
    case .county:
      let office = try OfficeName.office(named: value, console)
      guard office.level == .county else {
        throw Problem(
          "wrong_level",
          console.say(
            "\(office.nameEnglish) is no county; name a county", "\(office.nameChinese)不是县级，请写县名"),
          status: .usage)
      }
      return String(office.code)
    }
  }
}
