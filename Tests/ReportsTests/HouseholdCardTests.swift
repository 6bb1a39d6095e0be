import Domain
import Foundation
import Reports
import Testing

@Suite("The household card")
struct HouseholdCardTests {
  @Test("English")
  func english() {
    let text = String(decoding: SampleReports.household().text(in: .en), as: UTF8.self)
    #expect(text == ExpectedTexts.cardEnglish)
  }

  @Test("Chinese")
  func chinese() {
    let text = String(decoding: SampleReports.household().text(in: .zh), as: UTF8.self)
    #expect(text == ExpectedTexts.cardChinese)
  }

  @Test("JSON is valid and tells what is missing by a stable rule")
  func json() throws {
    let bytes = SampleReports.household().json()
    #expect(bytes.last == UInt8(ascii: "\n"))
    #expect(bytes.count(where: { $0 == UInt8(ascii: "\n") }) == 1)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let points = try #require(object["points"] as? [[String: Any]])
    #expect(points.map { $0["in_force"] as? Bool } == [true, true, true, true, false, false])
    let missing = try #require(points[5]["missing"] as? [String: Any])
    #expect(missing["rule"] as? String == "ended")
    #expect(missing["on"] as? String == "2011-06-01")
    let money = try #require(object["money"] as? [[String: Any]])
    #expect(money.map { $0["balance_fen"] as? Int } == [49_950, 500_000])
    let members = try #require(object["members"] as? [[String: Any]])
    #expect(members[0]["resident_id"] as? String == "433123********0015")
    #expect(members[1]["resident_id"] is NSNull)
    #expect(members[1]["relation"] as? String == "女")
  }

  @Test("Members are counted on the card's day: the day of leaving is not theirs any more")
  func memberCount() {
    var card = SampleReports.household()
    #expect(card.memberCount == 2)
    card.asOf = "2011-06-29"
    #expect(card.memberCount == 3)
    card.asOf = "2011-01-31"
    #expect(card.memberCount == 2)
  }

  @Test(
    "Every reason for a gap has words in both languages",
    arguments: [
      (.plan, .absent, "no reduction plan", "无减贫规划"),
      (.project, .absent, "no project", "无项目"),
      (.fund, .absent, "no money of the programme", "未安排专项资金"),
      (.contact, .absent, "nobody assigned", "未落实责任人"),
      (.fund, .returned, "what was allocated has gone back", "安排的资金已退回"),
      (
        .plan, .beginsLater(on: "2011-09-01", what: nil), "begins on 2011-09-01", "自2011-09-01起才生效"
      ),
      (
        .contact, .ended(on: "2011-05-01", what: "吴明"), "吴明 ended on 2011-05-01",
        "吴明 已于2011-05-01止"
      ),
      (.project, .notApproved(project: "P-9"), "P-9 is not approved", "P-9 未批复"),
      (
        .project, .cancelled(project: "P-9", on: "2011-04-01"), "P-9 was cancelled on 2011-04-01",
        "P-9 已于2011-04-01取消"
      ),
    ] as [(Point, PointGap, String, String)])
  func gaps(point: Point, gap: PointGap, english: String, chinese: String) {
    var card = SampleReports.household()
    card.points = [PointState(point, missing: gap)]
    let texts = [ReportLanguage.en, .zh].map {
      String(decoding: card.text(in: $0), as: UTF8.self)
    }
    #expect(texts[0].contains("missing: \(english)\n"))
    #expect(texts[1].contains("缺：\(chinese)\n"))
  }

  @Test("A household of which little is known has a short card")
  func bare() {
    let card = HouseholdCard(
      householdNo: "H1", asOf: "2011-06-30", known: SampleReports.known,
      village: ReportedPlace(code: "433123100201", name: "菖蒲塘村"))
    #expect(
      String(decoding: card.text(in: .en), as: UTF8.self) == """
        Household H1
        菖蒲塘村 (433123100201)
        Class: no class

        As of 2011-06-30, as known at entry 1,234 (3f2a9c01b2d4).

        """)
  }

  @Test("Nothing in the data is obeyed by a terminal", arguments: ReportLanguage.allCases)
  func hostile(language: ReportLanguage) {
    let evil = "\u{1B}]0;x\u{07}\r\n\u{202E}"
    var card = HouseholdCard(
      householdNo: evil, asOf: "2011-06-30", known: SampleReports.known,
      village: ReportedPlace(code: evil, name: evil))
    card.standing = HouseholdCard.ClassPeriod(code: .poor, since: nil, ground: evil)
    (card.cause, card.phone, card.account) = (evil, evil, evil)
    card.plan = HouseholdCard.Plan(measures: evil, year: 2011)
    card.members = [HouseholdCard.Member(name: evil)]
    card.points = [PointState(.contact, missing: .ended(on: "2011-06-01", what: evil))]
    var entry = HouseholdCard.ProgressEntry(loggedOn: "2011-05-20", kind: .visit, by: evil)
    (entry.note, entry.unit, entry.quantity) = (evil, evil, evil)
    card.progress = [entry]
    for bytes in [card.text(in: language), card.json()] {
      let dangerous = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter {
        $0 != "\n" && ($0.value < 0x20 || $0 == "\u{202E}")
      }
      #expect(dangerous.isEmpty)
    }
  }

  @Test(
    "The plan in force is told with its measures, and whether its goal and the programme's are reached"
  )
  func goals() throws {
    var card = SampleReports.household()
    var plan = HouseholdCard.Plan(measures: "猕猴桃种植", year: 2011)
    (plan.startsOn, plan.exitOn, plan.goalFen) = ("2011-03-01", "2012-12-31", 860_000)
    plan.incomeFen = 859_999
    card.plan = plan
    card.incomeGoal = HouseholdCard.IncomeGoal(
      year: 2011, goalFen: 150_000, growthFen: 150_000, isReached: true)
    let english = String(decoding: card.text(in: .en), as: UTF8.self)
    #expect(
      english.contains(
        """
        Plan and income goals
        Plan: from 2011-03-01
        Measures: 猕猴桃种植
        To leave on: 2012-12-31
        Plan's goal: 8,600.00 yuan a year; income of 2011 8,599.99 yuan: not reached
        Programme's income goal: 1,500.00 yuan more in 2011 than the year before; it is 1,500.00 yuan:
          reached

        """), "\(english)")
    plan.incomeFen = 860_000
    card.plan = plan
    let chinese = String(decoding: card.text(in: .zh), as: UTF8.self)
    #expect(chinese.contains("规划目标：每年 8,600.00 元；2011年收入 8,600.00 元：已达到\n"), "\(chinese)")
    let page = String(
      decoding: card.handbook(imprint: SampleReports.imprint, in: .zh), as: UTF8.self)
    for words in ["帮扶措施", "猕猴桃种植", "规划目标", "增收目标"] { #expect(page.contains(words)) }
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(card.json())) as? [String: Any])
    let told = try #require(object["plan"] as? [String: Any])
    #expect(told["measures"] as? String == "猕猴桃种植" && told["reached"] as? Bool == true)
    #expect(told["goal_income_fen"] as? Int == 860_000)
    let goal = try #require(object["income_goal"] as? [String: Any])
    #expect(goal["growth_fen"] as? Int == 150_000 && goal["reached"] as? Bool == true)
  }

  @Test("A goal of which the income is not known is not said to be missed")
  func unknownIncome() {
    var card = SampleReports.household()
    var plan = HouseholdCard.Plan(measures: "x", year: 2011)
    plan.goalFen = 100
    card.plan = plan
    card.incomeGoal = HouseholdCard.IncomeGoal(
      year: 2011, goalFen: 150_000, growthFen: nil, isReached: false)
    let text = String(decoding: card.text(in: .en), as: UTF8.self)
    #expect(text.contains("Plan: in force\n"))
    #expect(text.contains("income of 2011 not known\n"))
    #expect(!text.contains("not reached"), "\(text)")
    let chinese = String(decoding: card.text(in: .zh), as: UTF8.self)
    #expect(chinese.contains("两年收入未填报齐全\n"), "\(chinese)")
    card.incomeGoal = HouseholdCard.IncomeGoal(
      year: 2011, goalFen: 150_000, growthFen: 150_001, isReached: false)
    let early = String(decoding: card.text(in: .zh), as: UTF8.self)
    #expect(early.contains("自12月起计入\n"), "\(early)")
  }

  @Test("A long note is wrapped under its entry")
  func note() {
    var card = SampleReports.household()
    card.progress[0].note = String(repeating: "发放仔猪", count: 20)
    let lines = String(decoding: card.text(in: .zh), as: UTF8.self).split(separator: "\n")
    #expect(lines.contains("            " + String(repeating: "发放仔猪", count: 11)))
    #expect(lines.contains("            " + String(repeating: "发放仔猪", count: 9)))
  }
}
