import CSV
import Domain
import Intake
import Sheets
import Testing

/// One fault of every kind, with what its words must say in English.
struct FaultSample: Sendable, CustomTestStringConvertible {
  let column: String?
  let kind: FaultKind
  let says: String

  init(_ column: String?, _ kind: FaultKind, _ says: String) {
    self.column = column
    self.kind = kind
    self.says = says
  }

  var testDescription: String { "\(kind.rule): \(says)" }

  static let all = file + cells + csv + register + life + rows + ladder

  static let file = [
    FaultSample(nil, .noHeader, "no header row"),
    FaultSample(nil, .unopened(.nameEncoding), "another encoding"),
    FaultSample(nil, .unopened(.deadLink), "a link"),
    FaultSample(nil, .unopened(.unreadable), "cannot be opened"),
    FaultSample(nil, .notCSV(.excel), "an Excel workbook (xlsx), no CSV"),
    FaultSample(nil, .notCSV(.empty), "the file is empty"),
    FaultSample(nil, .cellsMissing(["备注"], found: 3, expected: 4), "missing: 备注"),
    FaultSample(nil, .notice(.controlZ), "Ctrl-Z"),
    FaultSample(nil, .notice(.noRows), "no rows"),
    FaultSample(
      nil, .notice(.namelessColumn(place: 28, cells: 2)),
      "column 28 (AB in a spreadsheet) has no header, and 2 cells below it hold something"),
    FaultSample(
      nil,
      .unknownSheet(HeaderMismatch(nearest: "staff", missing: ["name"], repeated: ["phone"])),
      "nearest is staff, which also needs name, where phone may stand only once"),
    FaultSample(nil, .secondHeader, "two sheets"),
    FaultSample(
      nil,
      .unknownSheet(
        HeaderMismatch(nearest: "years", missing: [], repeated: [], unknown: ["foo"])),
      "nearest is years, which has no column “foo”"),
    FaultSample(
      "relation", .doubtfulCodes(list: "relation_jdlk", wrong: 3, households: 4), "--codes"),
    FaultSample("name", .notice(.fullWidth(count: 2)), "2 cells"),
    FaultSample(
      "name", .notice(.excelSerials(count: 1, first: "40724", day: .init(dayNumber: 15_126))),
      "40724 became 2011-06-01"),
    FaultSample("birth_date", .notice(.januaryOrOctober(count: 2)), "2 cells with a month"),
    FaultSample("household_no", .notice(.invisible(count: 1)), "nobody sees"),
    FaultSample("household_no", .notice(.formulas(count: 1)), "=\"…\""),
    FaultSample("household_no", .notice(.tidiedNumbers(count: 1)), "thousands separators"),
    FaultSample("remark", .notice(.nullWords(count: 1)), "NULL"),
    FaultSample("remark", .notice(.lostCharacters(count: 1)), "encoding lost"),
    FaultSample("percent", .notice(.fractions(count: 3)), "all 3 percentages"),
    FaultSample("household_no", .notice(.digitsLost(numbers: 2)), "only two numbers"),
    FaultSample(
      "enrolled_on", .notice(.yearNotKept(2010, rows: 3)), "3 rows with enrolments in 2010"),
    FaultSample("household_no", .digitsLost(numbers: 3), "--digits-kept"),
    FaultSample("name", .notice(.fifteenDigits(count: 2)), "15 digits"),
    FaultSample("name", .notice(.names(count: 2)), "dots"),
    FaultSample("name", .notice(.codeList("relation_jdlk", count: 2)), "relation_jdlk"),
    FaultSample("name", .notice(.endsInZeros), "000"),
    FaultSample(nil, .notice(.fileNamesCounty(433123, rows: 433124)), "433124"),
    FaultSample("since", .notice(.farAhead), "ten years"),
    FaultSample(
      "on", .notice(.endedBefore(["plans", "income"], first: 15_126)),
      "from 2011-06-01 on (plans, income)"),
    FaultSample("name", .notice(.personAlike(firstLine: 3)), "line 3"),
    FaultSample(
      "village",
      .notice(.otherVillage(433_123_104_201, .init(english: "A", chinese: "甲"), rows: 3)),
      "433123104201 is A, in 3 rows"),
    FaultSample("since", .notice(.begunAfterEnd(endedOn: 15_126)), "2011-06-01"),
    FaultSample("amount", .headerWords("美元", isKnown: true), "“美元” is not what amount holds"),
    FaultSample("amount", .headerWords("甲", isKnown: false), "“甲” is not understood"),
    FaultSample("amount", .unitsDisagree([.yuan, .tenThousandYuan]), "元, 万元"),
    FaultSample("unit", .measureDisagrees(header: "头"), "write 头 in unit"),
    FaultSample("amount", .notice(.headerUnit(.tenThousandYuan)), "10000 yuan"),
    FaultSample("remark", .notice(.headerWords("甲")), "“甲” in the header"),
    FaultSample(
      "cancelled_on", .notice(.cancelledAfterAcceptance(acceptedOn: 15_126)), "2011-06-01"),
    FaultSample(
      "since", .notice(.staffLeft(staff: "S1", leftOn: 15_126, household: "H2")),
      "S1 left office on 2011-06-01; it was taken for household H2"),
    FaultSample("village_code", .notice(.villageNotYet(since: 15_126)), "2011-06-01"),
    FaultSample(
      "from", .notice(.allowanceOverlaps(line: 3, since: 15_126, until: 15_130)), "line 3"),
    FaultSample("poverty_line", .notPositive, "above zero"),
    FaultSample("month_03", .aboveTotal(column: "persons", value: "9"), "persons (9)"),
    FaultSample("persons", .belowMonth(column: "month_03", value: "9"), "month_03"),
    FaultSample("actual", .notNumber(unit: "yuan"), "“yuan”"),
    FaultSample(
      "class", .notice(.stale(event: "reclass", on: 15_126, cells: 2)),
      "2 cells older than the reclass of 2011-06-01"),
    FaultSample("name", .notice(.namesake(household: "H2", line: 5)), "H2 (line 5)"),
    FaultSample("household_no", .notice(.nearNumber("0013", line: nil)), "differs from 0013 in"),
    FaultSample(nil, .notice(.unknownColumn), "ignored"),
    FaultSample(nil, .notice(.passedOver(through: 9)), "to line 9"),
  ]

  static let cells: [FaultSample] = [
    cell("name", .missing, "required"),
    cell("phone", .masked, "--reveal"),
    cell("name", .residentIDInName, "swapped"),
    FaultSample(
      "class", .cell(.unknownValue, allowed: ["poor", "dibao"]), "one of poor, dibao"),
    cell("name", .errorText, "shows an error"),
    cell("name", .nullWord, "no name"),
    cell("name", .lostCharacters, "encoding lost"),
    cell("name", .tooLong(limit: 100), "100 characters"),
    cell("birth_date", .dateNumber, "an age is no date"),
    cell("starts_on", .yearAlone(year: 2011), "a day is needed"),
    cell("enrolled_on", .dateForm, "2011-06-30"),
    cell("enrolled_on", .dateImpossible(year: 2011, month: 2, day: 30), "2011-2-30"),
    cell("enrolled_on", .dateRange(year: 1700), "1700"),
    cell("enrolled_on", .monthForm, "2011-06"),
    cell("year", .yearForm, "four digits"),
    cell("amount", .moneyForm, "1234.50"),
    cell("amount", .moneyDecimals(found: 3, allowed: 2), "3 decimals"),
    cell("amount", .unitConflict(header: .tenThousandYuan, cell: .yuan), "万元"),
    cell("quantity", .quantityForm, "12.5"),
    cell("quantity", .quantityDecimals(found: 4), "4 decimals"),
    cell("persons", .wholeNumberForm, "whole number"),
    cell("percent", .percentForm, "percentage"),
    cell("percent", .percentRange, "0 to 100"),
    cell("amount", .numberRange, "beyond"),
    cell("resident_id", .spreadsheetNumber, "format the column as text"),
    cell("village_code", .regionCodeForm, "12 digits"),
    cell("resident_id", .residentIDLength(found: 17), "17 characters"),
    cell("resident_id", .residentIDCharacter(place: 3), "character 3"),
    cell("resident_id", .residentIDBirthDate(year: 1977, month: 13, day: 11), "7 to 14"),
    FaultSample("village_code", .wrongLevel, "12 digits of a village"),
    FaultSample("sex", .sexDisagrees, "17th"),
    FaultSample("birth_date", .birthDateDisagrees(written: "1977-11-11"), "7 to 14"),
    FaultSample("until", .notAfter(column: "since", value: "2011-06-30"), "after since"),
    FaultSample("until", .notBefore(column: "since", value: "2011-06-30"), "before since"),
    FaultSample("total", .needsOneOf(["wage", "total"]), "wage, total"),
    FaultSample("month_05", .notCumulative(column: "month_04", value: "9"), "month_04 (9)"),
    FaultSample("payee", .excludes(column: "household_no"), "household_no"),
    FaultSample("total", .totalIsNotSum(shouldBe: 123_450), "1234.50"),
    FaultSample("amount", .amountIsZero, "zero"),
    FaultSample("logged_on", .inFuture, "future"),
  ]

  private static func cell(_ column: String, _ fault: CellFault, _ says: String) -> FaultSample {
    FaultSample(column, .cell(fault, allowed: []), says)
  }

  static let csv = [
    csv(.strayQuote, "character 7"), csv(.textAfterQuote, "closing quote"),
    csv(.unclosedQuote, "never ends"), csv(.nul, "NUL"),
    csv(.invalidBytes(.gb18030), "GB18030"), csv(.ragged(expected: 4, found: 3), "3 cells"),
    csv(.recordTooLong(limit: 99, suspect: .openQuote), "99 B"),
    csv(.recordTooLong(limit: 16 << 20, suspect: .none), "16 MB"),
    csv(.recordTooLong(limit: 99, suspect: .nul), "NUL"),
    csv(.tooManyCells(limit: 99), "99 "),
    csv(.source(.cannotRead(errno: 5)), "error 5"),
    csv(.source(.cannotOpen(errno: 5)), "error 5"),
    csv(.source(.cannotSpool(errno: 5)), "error 5"),
    csv(.source(.streamTooLong(limit: 4 << 30)), "4 GB"),
    csv(.source(.isDirectory), "folder"), csv(.source(.isDevice), "device"),
    csv(.source(.interrupted), "interrupted"),
  ]

  private static func csv(_ kind: CSVFault.Kind, _ says: String) -> FaultSample {
    FaultSample(
      nil, .unreadable(CSVFault(kind: kind, record: 2, line: 2, column: 7, byteOffset: 20)), says)
  }

  private static func step(_ step: ProjectStep, isOrder: Bool = false) -> StandingStep {
    StandingStep(project: "P1", step: step, on: 15_155, entry: 7, isOrder: isOrder)
  }

  static let register = [
    FaultSample("staff_no", .unknown(.staff, nearest: ["17", "71"]), "17 or 71"),
    FaultSample("household_no", .unknown(.household, nearest: []), "roster"),
    FaultSample("household_no", .noneYet(.household), "sheet roster first"),
    FaultSample("household_no", .noneOfCounty(.household, 430_524), "county 430524"),
    FaultSample("project_no", .noneOfCounty(.project, 430_524), "that county's projects first"),
    FaultSample("village_code", .noneOfCounty(.region, 430_524), "no village of county 430524"),
    FaultSample("batch_no", .noneYet(.batch), "sheet batches first"),
    FaultSample(
      "source", .sourceLacking(batch: "B1", sources: ["central", "county"]), "central, county"),
    FaultSample("project_no", .unknown(.project, nearest: []), "project"),
    FaultSample("batch_no", .unknown(.batch, nearest: []), "batch"),
    FaultSample("inspection_no", .unknown(.inspection, nearest: []), "inspection"),
    FaultSample("village_code", .unknown(.region, nearest: []), "place"),
    FaultSample("reverses", .unknown(.movement, nearest: []), "movement"),
    FaultSample("reverses", .unknown(.voucher, nearest: []), "voucher"),
    FaultSample("member", .unknown(.member, nearest: []), "member"),
    FaultSample("village_code", .outsideOffice(region: 433124, office: 433123), "433124"),
    FaultSample("village", .ambiguousPlace(candidates: ["433123100001"]), "433123100001"),
    FaultSample("village", .ambiguousPlace(candidates: []), "no place"),
    FaultSample("village_code", .otherCounty(own: 433123, other: 433124), "433124"),
    FaultSample("household_no", .isResidentID, "is a resident ID"),
    FaultSample("class", .datedHistory(event: "reclass", on: 15_155), "reclass of 2011-06-30"),
    FaultSample("resident_id", .personElsewhere(household: "H2", own: "H1"), "household H2"),
    FaultSample("name", .severalNamesakes(count: 2), "2 members"),
    FaultSample("voucher_no", .numberUsed(entry: 7), "entry 7"),
    FaultSample("logged_on", .beforeEnrolment(enrolledOn: 15_155), "2011-06-30"),
    FaultSample("logged_on", .beforeEnrolment(enrolledOn: nil), "not enrolled"),
    FaultSample("since", .afterEnd(endedOn: 15_155), "2011-06-30"),
    FaultSample(nil, .nothingToWithdraw, "key columns"),
    FaultSample(nil, .stands([]), "other values"),
    FaultSample(
      "household_no",
      .stands([
        StandingValue(column: "class", value: "poor"), StandingValue(column: "left_on", value: ""),
        StandingValue(column: "birth_date", value: nil),
      ]), "with class poor, without left_on, with another birth_date; use"),
    FaultSample(
      "household_no",
      .stands("abcdefg".map { StandingValue(column: String($0), value: "1") }),
      "with e 1, and 2 more; use"),
    FaultSample(
      "source", .needsSource(batch: "B1", sources: ["central", "county"]), "central, county"),
    FaultSample("approved_on", .stepSkipped(missing: "reviewed_on"), "reviewed_on"),
    FaultSample(
      "cancelled_on", .stepStands(step(.closed)), "P1 was closed on 2011-06-30 (entry 7); write"),
    FaultSample(
      "rejected_on", .stepStands(step(.approved)),
      "not rejected but cancelled; fill in cancelled_on"),
    FaultSample(
      "accepted_on", .stepStands(step(.cancelled, isOrder: true)), "or give a day no later"),
  ]

  static let life = [
    FaultSample("amount", .isNegative, "below zero"),
    FaultSample("on", .notYetStanding(since: 15_155), "2011-06-30"),
    FaultSample("other_household", .householdStands(since: 15_155), "2011-06-30"),
    FaultSample(
      "other_household", .householdStands(since: DayPeriod.firstDay), "registered already; give"),
    FaultSample("other_household", .sameHousehold, "same household"),
    FaultSample("member", .alreadyHead(since: 15_155), "2011-06-30"),
    FaultSample("member", .alreadyHead(since: DayPeriod.firstDay), "is head already"),
    FaultSample("member", .notMember(joinedOn: 15_155, leftOn: nil), "only on 2011-06-30"),
    FaultSample("member", .notMember(joinedOn: nil, leftOn: 15_155), "left on 2011-06-30"),
    FaultSample("on", .laterEvent(event: "move", on: 15_155, other: nil), "move of 2011-06-30"),
    FaultSample(
      "on", .laterEvent(event: "merge", on: 15_155, other: "H2"),
      "merge of 2011-06-30 (household H2)"),
    FaultSample("on", .notice(.moneyAtEnd(household: "H2", fen: 120_050)), "1200.50 yuan"),
    FaultSample(
      "actual",
      .notice(
        .figuresDisagree(
          name: "Average", chinese: "平均", relation: .quotient, stated: "476000",
          computed: "479166.67")),
      "the quotient is 479166.67"),
    FaultSample("on", .sameDayEvent(event: "move"), "another move"),
    FaultSample("on", .joinsLater(on: 15_155), "2011-06-30"),
    FaultSample("on", .leaveThatDay(people: ["龙二"]), "龙二"),
    FaultSample(nil, .changedSince(household: "H2"), "H2"),
    FaultSample("verdict", .notPassed(verdict: "defer"), "defer"),
    FaultSample("approved_on", .openObjection(project: "P1", village: 433_123_100_001), "P1"),
    FaultSample("project_no", .restedOn(project: "P1"), "P1"),
    FaultSample("withdraw", .dependedOn(facts: ["plan"], entries: [7]), "entry 7"),
  ]

  static let rows = [
    FaultSample("staff_no", .repeatedKey(firstLine: 3), "line 3"),
    FaultSample("class", .disagreesWithRow(line: 3), "line 3"),
    FaultSample("relation", .noHead, "no head"),
    FaultSample("relation", .secondHead(firstLine: 3, name: "甲"), "beside 甲 (line 3)"),
    FaultSample("relation", .headStands(name: "甲"), "the head is 甲"),
    FaultSample(
      "relation", .headStands(name: "甲", leftOn: 15_155),
      "leaves on 2011-06-30, and 甲 is head until then"),
    FaultSample(
      "relation", .secondHead(firstLine: 3, name: "甲", leavesOn: 15_155),
      "甲 (line 3) is head too and leaves on the same day, 2011-06-30"),
    FaultSample("resident_id", .personTwice(household: "H2", own: "H1", line: 3), "H2 at line 3"),
    FaultSample(
      "resident_id", .personTwice(household: "H2", own: "H2", line: 3), "H2 at line 3"),
    FaultSample(nil, .severalCounties([433_123, 433_124]), "433124"),
    FaultSample(nil, .completeIsRoster, "roster"),
    FaultSample(
      "since", .periodsOverlap(line: 3, since: 15_155, until: DayPeriod.openEnd), "line 3"),
    FaultSample(
      "since", .periodsOverlap(line: nil, since: 15_155, until: 15_156, holder: "S1"),
      "the period of S1 that stands"),
    FaultSample(
      "since", .periodsOverlap(line: nil, since: DayPeriod.firstDay, until: 15_155),
      "from the beginning to before 2011-06-30"),
  ]

  static let ladder = [
    FaultSample(
      "amount", .overdrawn(county, day: 15_010, holds: 200_000, asked: 200_001),
      "XJ2011-1 of Fenghuang County holds 2000.00 yuan on 2011-02-05; 2000.01 asked"),
    FaultSample(
      "amount", .overdrawn(household, day: 15_155, holds: 0, asked: 250),
      "B1 (central) of household H1, project P1 holds 0.00"),
    FaultSample(
      "amount", .overdrawn(payee, day: 15_155, holds: 0, asked: 250),
      "B1 paid to payee a road builder, project P1 holds 0.00"),
    payList(.notOnList(list: "L1"), "is not on list L1"),
    payList(.otherAmount(shouldBe: 250), "2.50"), payList(.otherAccount, "account on the list"),
    payList(.answered(entry: 7), "entry 7"), payList(.answeredTwice(line: 3), "line 3"),
    payList(.paidAlready(list: "L1"), "L1 was paid"), payList(.otherDay(line: 3), "line 3"),
    payList(.ownList, "own list"), payList(.listed(list: "L1", fen: 250), "2.50 yuan are free"),
    FaultSample(
      "account_no", .notice(.doubledAccount(of: "H1", household: "H2", line: 3)),
      "household H1 has the same account as household H2 on line 3 of this list"),
    FaultSample(
      "account_no", .notice(.doubledAccount(of: "H1", household: "H2", line: nil)),
      "household H2 on this list"),
    FaultSample(
      "account_no", .notice(.sharedAccount(of: "H1", household: "H2")),
      "household H1 has an account that the roster gives to a member of household H2"),
    FaultSample(
      "amount", .notice(.onPayList(household, list: "L1", fen: 20_000)),
      "200.00 yuan of B1 (central) of household H1, project P1 are on list L1"),
    FaultSample("fund", .notice(.nearFund(["convergence"])), "it is nearly convergence"),
    FaultSample(
      "document_no", .notice(.otherDocument("d", source: "central", line: 3)),
      "the money of central under this batch number (line 3) is of document d"),
    FaultSample(
      "since", .notice(.projectOver(project: "P1", step: .cancelled, on: 15_155, household: "H1")),
      "P1 was cancelled on 2011-06-30; the link of household H1 was taken, and counts for nothing"),
    FaultSample(
      "since", .notice(.projectOver(project: "P1", step: .closed, on: 15_155, household: "H1")),
      "P1 was closed on 2011-06-30; the link of household H1 was taken, correct"),
    FaultSample(
      "village_code", .notice(.postedElsewhere(project: "P1", county: 433_123)), "county 433123"),
    FaultSample(
      "found_on", .notice(.beforeDraw(inspection: "I1", drawnOn: 15_155)), "2011-06-30"),
    FaultSample("project_no", .notApproved(project: "P1", approvedOn: nil), "not approved"),
    FaultSample("project_no", .notApproved(project: "P1", approvedOn: 15_155), "2011-06-30"),
    FaultSample("project_no", .cancelled(project: "P1", cancelledOn: 15_155), "2011-06-30"),
    FaultSample(
      "cancelled_on", .moneyStands(project: "P1", standing(isCancelled: true)),
      "movement M1 of 2011-06-30 goes to project P1"),
    FaultSample(
      "approved_on", .moneyStands(project: "P1", standing(isCancelled: false)),
      "approve it on or before that day"),
    FaultSample(
      "project_no", .otherFund(project: "P1", fund: "rain_plan", batchFund: "convergence"),
      "rain_plan"),
    FaultSample(
      "amount",
      .notice(.beyondInstalments(household, rule: "40/50/10", allowed: 12_000, paid: 12_001)),
      "B1 (central) of household H1, project P1: with it 120.01 yuan are paid, and the instalments 40/50/10 allow 120.00"
    ),
    FaultSample("amount", .equalMovement(number: "M1"), "M1 of the same day"),
    reversal(.unknown, "not in the register"), reversal(.alreadyReversed, "already"),
    reversal(.wrongAmount(shouldBe: 250), "2.50"),
    reversal(.beforeReversed(on: 15_155), "2011-06-30"),
    reversal(.otherAccounts, "accounts"), reversal(.isReversal, "itself a reversal"),
    FaultSample(nil, .rule("head", day: 15_155), "head on 2011-06-30"),
  ]

  private static func standing(isCancelled: Bool) -> StandingMoney {
    StandingMoney(
      number: "M1", isPayment: false, on: 15_155, isCancelled: isCancelled)
  }

  private static let county: RungName = {
    var rung = RungName(batch: "XJ2011-1")
    rung.county = FaultKind.PlaceNames(english: "Fenghuang County", chinese: "凤凰县")
    return rung
  }()
  private static let household: RungName = {
    var rung = RungName(batch: "B1")
    (rung.source, rung.project, rung.household) = ("central", "P1", "H1")
    return rung
  }()
  private static let payee: RungName = {
    var rung = RungName(batch: "B1")
    (rung.project, rung.payee, rung.isPaid) = ("P1", "a road builder", true)
    return rung
  }()

  private static func payList(_ fault: PayListFault, _ says: String) -> FaultSample {
    FaultSample("household_no", .payList(fault), says)
  }

  private static func reversal(_ fault: FaultKind.ReversalFault, _ says: String) -> FaultSample {
    FaultSample("reverses", .reversal(fault), says)
  }
}
