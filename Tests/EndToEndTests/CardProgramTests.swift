import Foundation
import Testing

@Suite("show: the cards of an official, a project and a batch")
struct CardProgramTests {
  private let folder: ProgramFolder

  init() throws { folder = try ReportsFolder.make() }

  private func card(_ words: String) throws -> [String: Any] {
    let told = try folder.shell("$PROGRAM show \(words) --json")
    try #require(told.status == 0, "\(words): \(told.errors)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(told.output.utf8)) as? [String: Any])
  }

  @Test("an official's card names his households by role, his visits, and whom not yet visited")
  func staff() throws {
    let asked = "S433123-0001 --on 2011-06-30"
    let card = try card(asked)
    #expect(card["report"] as? String == "staff" && card["month"] as? String == "2011-06")
    let phone = try #require(card["phone"] as? String)
    #expect(phone.contains("****"))
    let households = try #require(card["households"] as? [[String: Any]])
    let listed = try folder.shell(
      "$PROGRAM list households --staff S433123-0001 --on 2011-06-30 --format csv")
    #expect(households.count == listed.output.split(whereSeparator: \.isNewline).count - 1)
    let load = try #require(card["load"] as? [String: Int])
    let roles = households.flatMap { $0["roles"] as? [String] ?? [] }
    for role in ["support", "implementation", "contact"] {
      #expect(load[role] == roles.count { $0 == role } && load[role] != 0)
    }
    let unvisited = try #require(card["unvisited"] as? [String])
    let first = try #require(unvisited.first)
    let logged = try folder.run(
      "log", first, "visit", "--staff", "S433123-0001", "--on", "2011-06-29")
    try #require(logged.status == 0, "\(logged.errors)")
    let after = try self.card(asked)
    #expect(after["unvisited"] as? [String] == Array(unvisited.dropFirst()))
    let visits = try #require(after["visits"] as? [[String: Any]])
    #expect(visits.contains { $0["household_no"] as? String == first })
    let text = try folder.shell("$PROGRAM show \(asked) --lang zh").output
    #expect(text.hasPrefix("责任人 S433123-0001") && text.contains("尚未走访"))
  }

  @Test("a household's card tells its plan, and the income goal as the list of the month does")
  func goals() throws {
    func numbers(_ list: String) throws -> [String] {
      let told = try folder.shell("$PROGRAM list \(list) --format csv")
      return told.output.split(whereSeparator: \.isNewline).dropFirst().compactMap {
        $0.split(separator: ",").first.map(String.init)
      }
    }
    let listed = try numbers("income-goal --month 2011-12")
    let reached = try #require(listed.first)
    let card = try card("\(reached) --on 2011-12-31")
    let goal = try #require(card["income_goal"] as? [String: Any])
    #expect(goal["reached"] as? Bool == true && goal["goal_growth_fen"] as? Int == 150_000)
    #expect((goal["growth_fen"] as? Int ?? 0) >= 150_000)
    let plan = try #require(card["plan"] as? [String: Any])
    #expect((plan["measures"] as? String)?.isEmpty == false)
    let (income, aim) = (plan["income_fen"] as? Int, plan["goal_income_fen"] as? Int)
    if let income, let aim { #expect(plan["reached"] as? Bool == (income >= aim)) }
    let text = try folder.shell("$PROGRAM show \(reached) --on 2011-12-31 --lang zh").output
    #expect(text.contains("帮扶措施：") && text.contains("已达到"), "\(text)")
    let early = try folder.shell("$PROGRAM show \(reached) --on 2011-11-30").output
    #expect(early.contains("Programme's income goal") && early.contains("counted from"), "\(early)")
    let all = try numbers("households --on 2011-12-31")
    let other = try #require(all.first { !listed.contains($0) })
    let short = try self.card("\(other) --on 2011-12-31")
    #expect((short["income_goal"] as? [String: Any])?["reached"] as? Bool == false)
    let book = "$PROGRAM show \(reached) --on 2011-12-31 --html --lang zh -o book.html"
    #expect(try folder.shell(book).status == 0)
    #expect(try folder.read("book.html").contains("帮扶措施"))
  }

  @Test("a project's card tells its steps to the day, its households and its money")
  func project() throws {
    let card = try card("P433123-00001 --on 2011-12-31")
    #expect(card["state"] as? String == "closed" && card["budget_fen"] as? Int == 1_670_000)
    let steps = try #require(card["steps"] as? [[String: Any]])
    #expect(
      steps.map { $0["step"] as? String } == [
        "proposed", "reviewed", "approved", "started", "accepted", "closed",
      ])
    #expect(steps[1]["verdict"] as? String == "approve")
    let money = try #require(card["money"] as? [[String: Any]])
    let received = money.reduce(0) { $0 + ($1["received_fen"] as? Int ?? 0) }
    let gone = money.reduce(0) {
      $0 + ($1["allocated_fen"] as? Int ?? 0) + ($1["held_fen"] as? Int ?? 0)
        + ($1["paid_to_payees_fen"] as? Int ?? 0)
    }
    #expect(received > 0 && received == gone)
    let links = try #require(card["households"] as? [[String: Any]])
    #expect(!links.isEmpty)
    #expect(
      links.reduce(0) { $0 + ($1["allocated_fen"] as? Int ?? 0) }
        == money.reduce(0) { $0 + ($1["allocated_fen"] as? Int ?? 0) })
    let early = try self.card("P433123-00001 --on 2011-08-10")
    #expect(early["state"] as? String == "reviewed")
    #expect((early["money"] as? [Any])?.isEmpty == true)
    #expect(try folder.shell("$PROGRAM show P433123-00001").output.hasPrefix("Project P433123"))
  }

  @Test("a batch's card tells each source's amount and how far the money has come")
  func batch() throws {
    let card = try card("XJ2011-1 --on 2011-12-31")
    let issues = try #require(card["issues"] as? [[String: Any]])
    #expect(issues.map { $0["source"] as? String } == ["central", "provincial"])
    #expect(issues.first?["amount_fen"] as? Int == 13_750_000_000)
    let shares = try #require(card["counties"] as? [[String: Any]])
    #expect(shares.allSatisfy { $0["county_code"] as? String == "433123" } && !shares.isEmpty)
    for (issue, share) in zip(issues, shares) {
      #expect(issue["allocated_fen"] as? Int == share["received_fen"] as? Int)
      #expect(
        (share["paid_fen"] as? Int ?? 0) <= (share["to_households_fen"] as? Int ?? 0)
          && (share["to_households_fen"] as? Int ?? 0) <= (share["to_projects_fen"] as? Int ?? 0))
    }
    #expect(try folder.shell("$PROGRAM show XJ2011-1 --as batch --lang zh").status == 0)
    let missing = try folder.run("show", "XJ2011-1", "--as", "staff")
    #expect(missing.status == 1 && missing.errors.contains("XJ2011-1"))
    #expect(try folder.run("show", "nobody").status == 1)
  }
}
