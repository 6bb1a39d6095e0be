/// Where the value of a setting comes from, in the order in which they are asked.
enum SettingSource: String {
  case option, environment, file, standard

  func words(_ key: Settings.Key, _ console: Console) -> String {
    switch self {
    case .option: "--\(key.rawValue)"
    case .environment:
      console.say("the variable ", "环境变量 ") + (variable(key, console) ?? "")
    case .file: console.say("the settings file", "设置文件")
    case .standard:
      switch key {
      case .register: console.say("the standard place", "默认位置")
      case .officer: console.say("the login name", "登录名")
      case .lang:
        Language.localeVariable(in: console.environment).map {
          console.say("the variable ", "环境变量 ") + $0
        } ?? console.say("the default", "默认值")
      case .county: console.say("not set", "未设置")
      }
    }
  }

  /// What a person does to get another value.
  func change(_ key: Settings.Key, _ console: Console) -> String {
    switch self {
    case .option: console.say("leave out --\(key.rawValue)", "去掉 --\(key.rawValue)")
    case .environment:
      console.say("change or unset ", "修改或取消 ") + (variable(key, console) ?? "")
    case .file, .standard: "sixpoint config \(key.rawValue) \(key.placeholder(console))"
    }
  }

  /// The variable of the surroundings that is set for a key; nil where none is.
  func variable(_ key: Settings.Key, _ console: Console) -> String? {
    key.variables.first { console.environment.variable($0) != nil }
  }
}

extension Settings.Key {
  /// The word for a value: `NAME`.
  func placeholder(_ console: Console) -> String {
    switch self {
    case .register: console.say("PATH", "路径")
    case .officer: console.say("NAME", "姓名")
    case .lang: Language.allCases.map(\.rawValue).joined(separator: "|")
    case .county: console.say("COUNTY", "县名")
    }
  }

  /// The variables that stand in for the file's value, those asked first in front. The locale's come after
  /// the file.
  var variables: [String] {
    switch self {
    case .register: ["SIXPOINT_REGISTER"]
    case .officer: ["SIXPOINT_OFFICER"]
    case .lang: ["SIXPOINT_LANG"]
    case .county: []
    }
  }
}
