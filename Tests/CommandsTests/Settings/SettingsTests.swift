import Commands
import Testing

@Suite("Settings")
struct SettingsTests {
  @Test("what is written is read again, and nothing else is in it")
  func round() throws {
    var settings = Settings()
    settings[.officer] = " 李红梅 "
    settings[.register] = "/home/li/a = b.db"
    settings[.county] = ""
    let again = try Settings(reading: settings.text)
    #expect(again == settings)
    #expect(again[.officer] == "李红梅")
    #expect(again[.register] == "/home/li/a = b.db")
    #expect(again[.county] == nil)
    #expect(try Settings(reading: "") == Settings())
  }

  @Test(
    "a line that sets nothing known, or a key twice, is a fault at its line",
    arguments: [
      ("officer = a\nregistr = b", 2), ("# c\n\nofficer", 3), ("lang = zh\nlang = en", 2),
      ("= a", 1),
    ])
  func faults(text: String, line: Int) throws {
    do throws(SettingsFault) {
      _ = try Settings(reading: text)
      Issue.record("no fault")
    } catch {
      #expect(error.line == line)
    }
  }

  /// Surroundings whose settings file says `text`.
  private static func surroundings(
    _ text: String, _ variables: [String: String] = [:], name: String? = nil
  ) -> Environment {
    Environment(
      read: { variables[$0] }, user: { (name, "/home/li") },
      clock: { Moment(millisecondsSince1970: 0) },
      file: { $0 == "/home/li/.config/sixpoint/config" ? Array(text.utf8) : [] })
  }

  @Test("a setting comes after the option and the variable, and before the locale and the default")
  func order() {
    let set = "register = /a.db\nofficer = Li\nlang = zh\n"
    let plain = Self.surroundings(set, name: "login")
    #expect(plain.registerPath(option: nil) == "/a.db")
    #expect(plain.officer(option: nil) == "Li")
    #expect(Language(option: nil, environment: plain) == .chinese)
    let variables = Self.surroundings(
      set, ["SIXPOINT_REGISTER": "/b.db", "SIXPOINT_OFFICER": "Wang", "SIXPOINT_LANG": "en"])
    #expect(variables.registerPath(option: nil) == "/b.db")
    #expect(variables.officer(option: nil) == "Wang")
    #expect(Language(option: nil, environment: variables) == .english)
    #expect(variables.registerPath(option: "/c.db") == "/c.db")
    #expect(variables.officer(option: "Zhao") == "Zhao")
    #expect(Language(option: "zh", environment: variables) == .chinese)
    let locale = Self.surroundings("lang = en", ["LC_ALL": "zh_CN.UTF-8"])
    #expect(Language(option: nil, environment: locale) == .english)
  }

  @Test("the folder of settings is $XDG_CONFIG_HOME's where that is absolute")
  func folder() {
    #expect(
      Self.surroundings("", ["XDG_CONFIG_HOME": "/x"]).settingsPath == "/x/sixpoint/config")
    #expect(
      Self.surroundings("", ["XDG_CONFIG_HOME": "x", "HOME": "/h"]).settingsPath
        == "/h/.config/sixpoint/config")
  }
}
