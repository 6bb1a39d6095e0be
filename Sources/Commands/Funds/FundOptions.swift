import Arguments
import Domain

// The options that the commands of money share.

extension Option {
  static let amount = Option(
    "amount", value: "YUAN", help: Bilingual("How much, above zero.", zh: "金额（元），大于零。"))

  static let moneySource = Option(
    "source", value: "SOURCE",
    help: Bilingual(
      "Where the batch has more than one: central, provincial, prefecture, county, lottery, society, loan, self.",
      zh: "批次有多个来源时填写：中央、省级、市州级、县级、彩票公益金、社会资金、信贷资金、自筹资金。"))

  static let movementNumber = Option(
    "number", value: "NO",
    help: Bilingual(
      "The movement's own number; else it is numbered by office, year and entry.",
      zh: "资金移动编号；不写则按单位、年度和录入单编号。"))

  static let again = Option(
    "again",
    help: Bilingual(
      "It is another movement, though one of the same day is equal to it.", zh: "确为另一笔，尽管同日已有相同的一笔。"
    ))

  static func project(_ english: String, _ chinese: String) -> Option {
    Option("project", value: "NO", help: Bilingual(english, zh: chinese))
  }

  static func household(_ english: String, _ chinese: String) -> Option {
    Option("household", value: "NO", help: Bilingual(english, zh: chinese))
  }

  static func toCounty(_ english: String, _ chinese: String) -> Option {
    Option("county", value: "PLACE", help: Bilingual(english, zh: chinese))
  }

  static func batch(_ english: String, _ chinese: String) -> Option {
    Option("batch", value: "NO", help: Bilingual(english, zh: chinese))
  }

  static func voucher(_ english: String, _ chinese: String) -> Option {
    Option("voucher", value: "NO", help: Bilingual(english, zh: chinese))
  }
}

extension ParsedArguments {
  /// `--amount` as a cell, below zero where money comes back. What is no amount is left as it is written, for
  /// the sheet to judge.
  func amount(_ name: String = "amount", returned: Bool = false) throws(UsageFailure) -> String {
    let text = try requiredValue(name)
    let read: Money?
    do throws(CellFault) {
      read = try CellText.reading(text) { (cell) throws(CellFault) in
        try Money.read(cell, headerUnit: nil)
      }
    } catch { return text }
    guard let money = read, money.fen >= 0 else {
      throw failure(.malformedValue(text, of: "--" + name, example: "500"))
    }
    return returned ? money.negated?.description ?? text : text
  }

  /// Throws where not exactly one of the options was given.
  func oneOf(_ names: [String]) throws(UsageFailure) {
    let given = names.filter { value($0) != nil }
    if given.count > 1 {
      throw failure(.conflictingOptions("--" + given[0], "--" + given[1]))
    }
    if given.isEmpty {
      throw failure(.missingOption(names.map { "--" + $0 }.joined(separator: " | ")))
    }
  }
}
