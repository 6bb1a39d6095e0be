extension Environment {
  /// `sixpoint/config` in $XDG_CONFIG_HOME or, where that is unset or not absolute (XDG Base Directory 0.8),
  /// in `~/.config`. nil where the user has no folder either.
  package var settingsPath: String? {
    if let folder = variable("XDG_CONFIG_HOME"), folder.hasPrefix("/") {
      return folder + "/sixpoint/config"
    }
    return home.map { $0 + "/.config/sixpoint/config" }
  }

  /// Nothing where there is no such file.
  package func settings() throws(SettingsFault) -> Settings {
    guard let path = settingsPath else { return Settings() }
    return try Settings(reading: String(decoding: file(path), as: UTF8.self))
  }

  /// The setting; nil also where the file has a fault, which the program tells before any command runs.
  func setting(_ key: Settings.Key) -> String? {
    do throws(SettingsFault) { return try settings()[key] } catch { return nil }
  }
}

extension Console {
  func settings() throws(Problem) -> Settings {
    do throws(SettingsFault) { return try environment.settings() } catch {
      let path = environment.settingsPath ?? ""
      let keys = Settings.Key.allCases.map(\.rawValue).joined(separator: say(", ", "、"))
      throw Problem(
        "malformed_settings",
        say(
          "\(path), line \(error.line): “\(error.text)” sets nothing; a line is KEY = value, each key once: \(keys)",
          "\(path) 第 \(error.line) 行：“\(error.text)”不是设置；每行写“项 = 值”，每项一次：\(keys)"),
        status: .usage)
    }
  }
}
