import Arguments
import Domain
import Register
import Reports

// The lists behind the money columns. They hold households that have ended too, so that the money adds up.

/// A list with each household's money beside it.
protocol MoneyListCommand: HouseholdListCommand {}

extension MoneyListCommand {
  static var columns: [ReportColumn<GapRow>] { GapRow.moneyColumns }

  fileprivate static var standing: Option {
    Option(
      "standing",
      help: Bilingual("Leave out households that have ended.", zh: "不列已销户的户。"))
  }

  static func discussion(_ english: String, _ chinese: String) -> Bilingual {
    Bilingual(
      """
      \(english)

      The csv's columns are those of list households, then ended_on, allocated_yuan, paid_yuan; in JSON \
      allocated_fen and paid_fen.
      """,
      zh:
        "\(chinese)\n\ncsv 的列与 list households 相同，其后为 ended_on, allocated_yuan, paid_yuan；JSON 中为 allocated_fen 和 paid_fen。"
    )
  }
}

enum ListAllocatedCommand: MoneyListCommand {
  static let report = "allocated"
  static let title = Phrase("Households with money allocated", "已安排资金的户")

  static let path = ["list", "allocated"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual(
      "List the households to which the year's convergence money was allocated.",
      zh: "列出当年已安排专项资金的户。"),
    discussion: discussion(
      "Net of returns, by the day, to households that stand and to those that have ended: the column adds up to the report's allocated_yuan.",
      "截至当日、扣除退回后的金额，含已销户的户：合计即月报的 allocated_yuan。"),
    options: [standing] + commonOptions,
    examples: ["sixpoint list allocated --month 2011-06 --village 433123104201 --format csv"])

  static func listing(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> HouseholdListing { .allocated }
}

enum ListPaidCommand: MoneyListCommand {
  static let report = "paid"
  static let title = Phrase("Households paid", "已拨付的户")

  static let path = ["list", "paid"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual(
      "List the households to which the year's convergence money was paid.",
      zh: "列出当年已拨付专项资金的户。"),
    discussion: discussion(
      "Net of returns, by the day, to households that stand and to those that have ended: the column adds up to the report's paid_yuan. With --standing they are the report's households_paid: none that has ended, or has sent back more than it got.",
      "截至当日、扣除退回后的金额，含已销户的户：合计即月报的 paid_yuan；写 --standing 则为月报的 households_paid：不列已销户的户和退回多于所得的户。"),
    options: [standing] + commonOptions,
    examples: [
      "sixpoint list paid --month 2011-06 --county 433123",
      "sixpoint list paid --month 2011-06 --standing --format csv",
    ])

  static func listing(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> HouseholdListing { .paid }
}
