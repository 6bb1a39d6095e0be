import Arguments
import Commands
import Testing

@Suite("The surroundings of the process")
struct EnvironmentTests {
  static func surroundings(
    _ variables: [String: String], name: String? = nil, home: String? = nil, at moment: Int64 = 0
  ) -> Environment {
    Environment(
      read: { variables[$0] }, user: { (name, home) },
      clock: { Moment(millisecondsSince1970: moment) })
  }

  @Test(
    "the register is the stated one, the variable's, then the data folder's",
    arguments: [
      ("a.db", ["SIXPOINT_REGISTER": "b.db"], "a.db"),
      (nil, ["SIXPOINT_REGISTER": "b.db", "XDG_DATA_HOME": "/x"], "b.db"),
      (nil, ["SIXPOINT_REGISTER": "", "XDG_DATA_HOME": "/x"], "/x/sixpoint/register.db"),
      (nil, ["XDG_DATA_HOME": "x", "HOME": "/h"], "/h/.local/share/sixpoint/register.db"),
      (nil, [:], "/home/li/.local/share/sixpoint/register.db"),
    ] as [(String?, [String: String], String)])
  func register(option: String?, variables: [String: String], expected: String) {
    let environment = Self.surroundings(variables, home: "/home/li")
    #expect(environment.registerPath(option: option) == expected)
  }

  @Test("without any folder there is no register")
  func noRegister() {
    #expect(Self.surroundings([:]).registerPath(option: nil) == nil)
  }

  @Test(
    "the officer is the stated one, the variable's, then the login name, never a blank",
    arguments: [
      (" Li Hong\n", ["SIXPOINT_OFFICER": "b"], "Li Hong"), ("", ["SIXPOINT_OFFICER": "b"], "b"),
      (" \t", [:], "li"), (nil, ["SIXPOINT_OFFICER": "　"], "li"), (nil, ["LOGNAME": "z"], "li"),
    ] as [(String?, [String: String], String)])
  func officer(option: String?, variables: [String: String], expected: String) {
    #expect(Self.surroundings(variables, name: "li").officer(option: option) == expected)
  }

  @Test("a machine that does not know its user is told by LOGNAME, or not at all")
  func noUser() {
    #expect(Self.surroundings(["LOGNAME": "z"]).officer(option: nil) == "z")
    #expect(Self.surroundings([:]).officer(option: nil) == nil)
  }

  @Test(
    "the language is the stated one, then the first locale that is set",
    arguments: [
      ("zh", ["LC_ALL": "en_US.UTF-8"], Language.chinese), ("xx", ["LANG": "zh_CN"], .chinese),
      (nil, ["LC_ALL": "C", "LANG": "zh_CN.UTF-8"], .english),
      (nil, ["LC_ALL": "", "LC_MESSAGES": "zh_TW", "LANG": "en"], .chinese),
      (nil, ["LANG": "zh"], .chinese), (nil, ["LANG": "ZH_cn"], .chinese),
      (nil, ["LANG": "zhx_CN"], .english), (nil, [:], .english),
    ] as [(String?, [String: String], Language)])
  func language(option: String?, variables: [String: String], expected: Language) {
    #expect(Language(option: option, environment: Self.surroundings(variables)) == expected)
  }

  @Test("the stated clock stands in for the machine's, and a malformed one is an error")
  func clock() throws {
    let stated = Self.surroundings(["SIXPOINT_CLOCK": "2011-06-30T16:00:00Z"])
    #expect(try stated.now().iso8601 == "2011-06-30T16:00:00.000Z")
    #expect(try stated.today().iso8601 == "2011-07-01")
    #expect(try Self.surroundings([:], at: 1).now().millisecondsSince1970 == 1)
    #expect(throws: MalformedClock(value: "yesterday")) {
      try Self.surroundings(["SIXPOINT_CLOCK": "yesterday"]).now()
    }
  }
}
