import Arguments
import Testing

@Suite("A command line that cannot be understood")
struct UsageFailureTests {
  struct Case: CustomTestStringConvertible {
    let line: String
    let command: [String]
    let fault: UsageFailure.Fault

    init(_ line: String, _ command: [String], _ fault: UsageFailure.Fault) {
      (self.line, self.command, self.fault) = (line, command, fault)
    }

    var testDescription: String { line }
  }

  static let monthly = ["report", "monthly"]
  static let noLanguage = UsageFailure.Fault.unknownValue(
    "fr", of: "--lang", nearest: [], allowed: ["en", "zh"])
  static let levels = ["county", "township", "village", "class"]

  @Test(
    "gives the fault, the command and what may have been meant",
    arguments: [
      Case("", [], .missingCommand(choices: ["import", "report", "version", "help"])),
      Case("report", ["report"], .missingCommand(choices: ["monthly", "staff"])),
      Case("--json", [], .missingCommand(choices: ["import", "report", "version", "help"])),
      Case(
        "--by=class -o x --county a --county b", [],
        .missingCommand(choices: ["import", "report", "version", "help"])),
      Case("-x", [], .unknownOption("-x", nearest: [])),
      Case("-o", [], .missingValue(option: "-o", placeholder: "FILE")),
      Case("--register", [], .missingValue(option: "--register", placeholder: "PATH")),
      Case("--json=yes", [], .unexpectedValue("yes", option: "--json")),
      Case(
        "--by=moon", [], .unknownValue("moon", of: "--by", nearest: [], allowed: levels)),
      Case("--lang fr", [], noLanguage), Case("report --lang=fr", ["report"], noLanguage),
      Case("help --lang fr", [], noLanguage), Case("--lang fr -h", [], noLanguage),
      Case("import --what -h --lang=fr", ["import"], noLanguage),
      Case("--lang -h", [], .missingValue(option: "--lang", placeholder: "LANGUAGE")),
      Case("imprt x", [], .unknownCommand("imprt", nearest: ["import"])),
      Case("monthly", [], .unknownCommand("monthly", nearest: ["report monthly"])),
      Case("report montly", ["report"], .unknownCommand("montly", nearest: ["monthly"])),
      Case("help repot", [], .unknownCommand("repot", nearest: ["report"])),
      Case("help import x", ["help"], .unexpectedArgument("x")),
      Case("qqqq --help", [], .unknownCommand("qqqq", nearest: [])),
      Case("import x ——register=y", [], .unknownOption("——register", nearest: ["--register"])),
      Case("report monthly －－month 2011-06", [], .unknownOption("－－month", nearest: ["--month"])),
      Case("import x –-rgister y", [], .unknownOption("–-rgister", nearest: ["--register"])),
      Case("--rgister x import y", [], .unknownOption("--rgister", nearest: ["--register"])),
      Case("report --cunty=1", ["report"], .unknownOption("--cunty", nearest: ["--county"])),
      Case(
        "report monthly --mnth 2011-06", monthly, .unknownOption("--mnth", nearest: ["--month"])),
      Case(
        "report monthly -month 2011-06", monthly, .unknownOption("-month", nearest: ["--month"])),
      Case("report monthly --zzzzz", monthly, .unknownOption("--zzzzz", nearest: [])),
      Case("report monthly --mon=1", monthly, .unknownOption("--mon", nearest: ["--month"])),
      Case("import x -cz", ["import"], .unknownOption("-z", nearest: [])),
      Case(
        "report monthly --month", monthly, .missingValue(option: "--month", placeholder: "MONTH")),
      Case(
        "report monthly --month --json", monthly,
        .missingValue(option: "--month", placeholder: "MONTH")),
      Case("import x -o -c", ["import"], .missingValue(option: "-o", placeholder: "FILE")),
      Case("import x --check=yes", ["import"], .unexpectedValue("yes", option: "--check")),
      Case("import x -c=yes", ["import"], .unexpectedValue("yes", option: "-c")),
      Case(
        "report monthly --month 1 --month 2", monthly, .repeatedOption("--month")),
      Case("import x -o a --output b", ["import"], .repeatedOption("--output")),
      Case("report monthly", monthly, .missingOption("--month")),
      Case(
        "report monthly --month 1 --by vilage", monthly,
        .unknownValue("vilage", of: "--by", nearest: ["village"], allowed: levels)),
      Case(
        "report staff x hats", ["report", "staff"],
        .unknownValue("hats", of: "KIND", nearest: [], allowed: ["load", "gaps"])),
      Case("import", ["import"], .missingArgument("FILE")),
      Case("report staff", ["report", "staff"], .missingArgument("OFFICE")),
      Case("report staff x load y", ["report", "staff"], .unexpectedArgument("y")),
    ])
  func faults(_ given: Case) {
    let expected = UsageFailure(command: given.command, given.fault)
    #expect(throws: expected) {
      try SampleTree.tree.parse(given.line.split(separator: " ").map(String.init))
    }
  }

  @Test(
    "the nearest choices come best first, and nothing where nothing is near",
    arguments: [
      ("township", ["county", "township"], ["township"]),
      ("tonwship", ["county", "township"], ["township"]),
      ("FENGHUANG", ["Fenghuang", "Luxi"], ["Fenghuang"]),
      ("凤凰", ["凤凰县", "泸溪县", "花垣县"], ["凤凰县"]),
      ("log", ["long", "lag", "log"], ["log", "long", "lag"]),
      ("x", ["y", "z"], []),
      ("xyz", ["township"], []),
      ("", ["a"], []),
      ("ac", ["ab", "ad", "ae", "af"], ["ab", "ad", "ae"]),
    ] as [(String, [String], [String])])
  func nearest(word: String, choices: [String], expected: [String]) {
    #expect(Nearest.choices(to: word, among: choices) == expected)
  }

  @Test(
    "a swap, a slip, a loss and an addition are one edit each",
    arguments: [
      ("ab", "ba", 1), ("ab", "ac", 1), ("ab", "a", 1), ("ab", "abc", 1), ("ab", "ab", 0),
      ("", "abc", 3), ("kitten", "sitting", 3),
    ])
  func distance(first: String, second: String, expected: Int) {
    #expect(Nearest.distance(Array(first), Array(second)) == expected)
    #expect(Nearest.distance(Array(second), Array(first)) == expected)
  }
}
