// The plan that is in force, with its measures and its goal, and the programme's goal beside it: what the
// household is to come to, and whether it has.

extension HouseholdCard {
  static let goalsCaption = Phrase("Plan and income goals", "规划与增收目标")

  /// What is told of the plan and the goals, each under its name; empty where nothing is known.
  func goalFacts(in language: ReportLanguage) -> [(name: Phrase, fact: String)] {
    var facts: [(name: Phrase, fact: String)] = []
    if let plan {
      facts.append((Phrase("Plan", "规划"), plan.period(in: language)))
      facts.append((Phrase("Measures", "帮扶措施"), plan.measures))
      if let exitOn = plan.exitOn { facts.append((Phrase("To leave on", "计划退出"), exitOn)) }
      if let goal = plan.goal(in: language) { facts.append((Phrase("Plan's goal", "规划目标"), goal)) }
    }
    if let incomeGoal {
      facts.append(
        (
          Phrase("Programme's income goal", "增收目标"),
          incomeGoal.words(in: language, isEnded: endedOn != nil)
        ))
    }
    return facts
  }

  /// A line for each on a terminal, what is too wide set in below.
  func goalLines(in language: ReportLanguage, within columns: Int?) -> [String] {
    let facts = goalFacts(in: language)
    guard !facts.isEmpty else { return [] }
    let colon = Phrase(": ", "：")[language]
    let limit = min(columns ?? 100, 100) - 2
    return [Self.goalsCaption[language]]
      + facts.flatMap { name, fact in
        WrappedText.lines(name[language] + colon + fact, within: limit).enumerated().map {
          place, line in
          (place == 0 ? "" : "  ") + line
        }
      }
  }

  /// The members `plan` and `income_goal`, each null where there is none.
  func writeGoals(into json: inout JSONText) {
    json.key("plan")
    if let plan {
      json.object { json in
        json.member("starts_on", plan.startsOn)
        json.member("ends_on", plan.endsOn)
        json.member("exit_on", plan.exitOn)
        json.member("measures", plan.measures)
        json.member("goal_income_fen", plan.goalFen)
        json.member("year", plan.year)
        json.member("income_fen", plan.incomeFen)
        json.key("reached")
        if let isReached = plan.reachesGoal { json.boolean(isReached) } else { json.null() }
      }
    } else {
      json.null()
    }
    json.key("income_goal")
    guard let incomeGoal else { return json.null() }
    json.object { json in
      json.member("year", incomeGoal.year)
      json.member("goal_growth_fen", incomeGoal.goalFen)
      json.member("growth_fen", incomeGoal.growthFen)
      json.member("reached", incomeGoal.isReached)
    }
  }
}

private func yuan(_ fen: Int64) -> String { NumberText.yuan(fen: fen, grouped: true) }

private let reached = Phrase("reached", "已达到")
private let notReached = Phrase("not reached", "未达到")

extension HouseholdCard.Plan {
  fileprivate func period(in language: ReportLanguage) -> String {
    let days = [
      startsOn.map { Phrase("from \($0)", "自\($0)起")[language] },
      endsOn.map { Phrase("until \($0)", "至\($0)止")[language] },
    ].compactMap { $0 }
    return days.isEmpty
      ? Phrase("in force", "执行中")[language] : days.joined(separator: Phrase(" ", "")[language])
  }

  /// Nil where it aims at no income.
  fileprivate func goal(in language: ReportLanguage) -> String? {
    guard let goalFen else { return nil }
    let goal = Phrase("\(yuan(goalFen)) yuan a year; ", "每年 \(yuan(goalFen)) 元；")[language]
    guard let incomeFen, let reachesGoal else {
      return goal + Phrase("income of \(year) not known", "\(year)年收入未填报")[language]
    }
    return goal
      + Phrase(
        "income of \(year) \(yuan(incomeFen)) yuan: ", "\(year)年收入 \(yuan(incomeFen)) 元：")[
        language] + (reachesGoal ? reached : notReached)[language]
  }
}

extension HouseholdCard.IncomeGoal {
  fileprivate func words(in language: ReportLanguage, isEnded: Bool) -> String {
    let goal = Phrase(
      "\(yuan(goalFen)) yuan more in \(year) than the year before; ",
      "\(year)年收入比上年增加 \(yuan(goalFen)) 元；")[language]
    guard let growthFen else {
      return goal + Phrase("one of the two incomes is not known", "两年收入未填报齐全")[language]
    }
    return goal
      + Phrase("it is \(yuan(growthFen)) yuan: ", "实际增加 \(yuan(growthFen)) 元：")[language]
      + verdict(growthFen, isEnded)[language]
  }

  private func verdict(_ growthFen: Int64, _ isEnded: Bool) -> Phrase {
    if isReached { return reached }
    guard growthFen >= goalFen else { return notReached }
    return isEnded
      ? Phrase("not counted, the household has ended", "已销户，不计入")
      : Phrase("counted from December", "自12月起计入")
  }
}
