/// Where the value of a setting comes from, in the order in which they are asked.
enum SettingSource: String {
  case option, environment, file, standard

  func words(_ key: Settings.Key, _ console: Console) -> String {
    switch self {
    case .option: console.say("from --\(key.rawValue)", "来自 --\(key.rawValue)")
    case .environment:
      console.say("from \(variable(key, console) ?? "")", "来自 \(variable(key, console) ?? "")")
    case .file: console.say("set here", "来自设置文件")
    case .standard:
      switch key {
      case .register: console.say("the standard place", "默认位置")
      case .officer: console.say("the login name", "登录名")
      case .lang: console.say("unless set", "默认")
      case .county: console.say("not set", "未设置")
      }
    }
  }

  /// The variable of the surroundings that is set for a key; nil where none is.
  func variable(_ key: Settings.Key, _ console: Console) -> String? {
    key.variables.first { console.environment.variable($0) != nil }
  }
}

extension Settings.Key {
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
