import Arguments
import Domain
import Register
import Reports

// The lists behind the columns of the enrolled and of the six points.

extension Bilingual {
  /// Of a list whose csv has the columns of households alone.
  static let householdColumns = Bilingual(
    "The csv's columns: household_no, head, village_code, village, township, class, persons, fulfilled_on, missing.",
    zh:
      "csv 的列：household_no, head, village_code, village, township, class, persons, fulfilled_on, missing。"
  )
}

enum ListGapsCommand: HouseholdListCommand {
  static let report = "gaps"
  static let title = Phrase("Enrolled households with points missing", "六到未落实的户")

  static let path = ["list", "gaps"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual(
      "List the enrolled households whose points are not in force.", zh: "列出六到未落实的纳入户。"),
    discussion: Bilingual(
      """
      Exactly the households that a month's report counts as enrolled and not under the point; \
      without --point, those that miss any.

      \(Bilingual.householdColumns.english)
      """,
      zh: "正是月报中已纳入而该项未到的那些户；不写 --point 则列出缺任何一项的户。\n\n\(Bilingual.householdColumns.chinese)"),
    options: [.point] + commonOptions,
    examples: [
      "sixpoint list gaps --point contact --county 433123",
      "sixpoint list gaps --month 2011-06 --format csv",
      "sixpoint list gaps --staff S433123-0001 --class poor",
    ])

  static func listing(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> HouseholdListing {
    .gaps(try console.coded(arguments, "point", Point.self))
  }
}

enum ListHouseholdsCommand: HouseholdListCommand {
  static let report = "households"
  static let title = Phrase("Enrolled households", "纳入户")

  static let path = ["list", "households"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("List the enrolled households.", zh: "列出纳入户。"),
    discussion: Bilingual(
      """
      Those that stand on the day; with --point, those that have the point in force.

      \(Bilingual.householdColumns.english)
      """, zh: "当日在册的户；写 --point 则只列该项已到的户。\n\n\(Bilingual.householdColumns.chinese)"),
    options: [.point] + commonOptions,
    examples: [
      "sixpoint list households --region 433123104",
      "sixpoint list households --point plan --month 2011-06 --class none",
    ])

  static func listing(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> HouseholdListing {
    .enrolled(try console.coded(arguments, "point", Point.self))
  }
}
