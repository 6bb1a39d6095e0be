import Arguments
import Domain
import Register
import Reports

// The lists behind what households have come to: fulfilled, lapsed, accepted, the income goal.

enum ListFulfilledCommand: HouseholdListCommand {
  static let report = "fulfilled"
  static let title = Phrase("Fulfilled households", "六到户")

  static let path = ["list", "fulfilled"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual(
      "List the households that all six points have reached.", zh: "列出六项都已到户到人的户。"),
    discussion: Bilingual(
      """
      By the day, ended since or not, where each lived on the first day of all six. The persons are \
      those it counts, so that they add up to the report's persons supported. --in-month leaves those \
      fulfilled in the day's month.

      \(Bilingual.householdColumns.english)
      """,
      zh:
        "截至当日六到的户，含其后销户的，按六到当日所在地列出。人数为计入扶持的人数，合计即月报的扶持人数。--in-month 只列当月六到的户。\n\n\(Bilingual.householdColumns.chinese)"
    ),
    options: [
      Option(
        "in-month",
        help: Bilingual("Only those fulfilled in the day's month.", zh: "只列当月六到的户。"))
    ] + commonOptions,
    examples: [
      "sixpoint list fulfilled --month 2011-06 --county Fenghuang",
      "sixpoint list fulfilled --month 2011-06 --in-month --format csv",
      "sixpoint list fulfilled --month 2011-06 --area wuling --national-key",
    ])

  static func listing(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> HouseholdListing { .fulfilled }
}

enum ListLapsedCommand: HouseholdListCommand {
  static let report = "lapsed"
  static let title = Phrase("Lapsed households", "脱落户")

  static let path = ["list", "lapsed"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual(
      "List the households that were fulfilled and miss a point again.", zh: "列出六到后又有缺项的户。"),
    discussion: Bilingual.householdColumns,
    options: commonOptions, examples: ["sixpoint list lapsed --month 2011-06"])

  static func listing(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> HouseholdListing { .lapsed }
}

enum ListAcceptedCommand: HouseholdListCommand {
  static let report = "accepted"
  static let title = Phrase("Households of accepted projects", "项目已验收的户")

  static let path = ["list", "accepted"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual(
      "List the households linked to a project accepted as qualified or high quality.",
      zh: "列出所挂项目已验收合格或优良的户。"),
    discussion: Bilingual.householdColumns,
    options: commonOptions,
    examples: ["sixpoint list accepted --month 2011-12 --county 433123"])

  static func listing(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> HouseholdListing { .accepted }
}

enum ListIncomeGoalCommand: HouseholdListCommand {
  static let report = "income-goal"
  static let title = Phrase("Households that reached the income goal", "达到增收目标的户")

  static let path = ["list", "income-goal"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual(
      "List the households whose income grew by the year's goal; nobody before December.",
      zh: "列出收入增长达到年度目标的户；12月前没有。"),
    discussion: Bilingual.householdColumns,
    options: commonOptions, examples: ["sixpoint list income-goal --month 2011-12"])

  static func listing(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> HouseholdListing { .incomeGoal }
}
