// Projects' steps and the ladder. Accounts: 1 batch, 2 county, 3 project 1, 4 household 1, 5 paid to it,
// 6 a road builder's, 7 project 2, 8 and 9 another batch and its county.

private func step(_ project: Int, _ step: Int, _ day: Int) -> String {
  """
  INSERT INTO project_step (project_id, step, stepped_on, entered)
  VALUES (\(project), \(step), \(day), :e);
  """
}

private func review(_ project: Int, _ round: Int, _ verdict: String, _ day: Int) -> String {
  """
  INSERT INTO project_step (project_id, step, round, stepped_on, meeting, verdict, entered)
  VALUES (\(project), 2, \(round), \(day), '会', '\(verdict)', :e);
  """
}

private func takeBackStep(_ id: Int) -> String {
  "UPDATE project_step SET withdrawn = :e WHERE id = \(id);"
}

private func move(
  _ upper: Int, _ lower: Int, _ fen: Int, _ day: Int, number: String = "N1",
  reverses: String = "NULL", isPayment: Int = 0
) -> String {
  """
  INSERT INTO movement
    (is_payment, number, upper_id, lower_id, amount_fen, moved_on, reverses, entered)
  VALUES (\(isPayment), '\(number)', \(upper), \(lower), \(fen), \(day), \(reverses), :e);
  """
}

extension RuleCase {
  static let projects: [RuleCase] = [
    RuleCase(
      rule: "project_step_order", what: "a step skipped",
      breach: step(2, 3, 15010), neighbour: step(2, 2, 15010) + step(2, 3, 15010)),
    RuleCase(
      rule: "project_step_order", what: "a step before the one before it",
      breach: step(2, 2, 14999), neighbour: step(2, 2, 15000)),
    RuleCase(
      rule: "project_step_order", what: "a step taken back from under the next",
      breach: takeBackStep(2), neighbour: takeBackStep(2) + step(1, 2, 15002)),
    RuleCase(
      rule: "project_step_order", what: "an approved project rejected",
      breach: step(1, 7, 15010), neighbour: step(2, 7, 15000)),
    RuleCase(
      rule: "project_step_order", what: "a rejected project approved",
      before: [step(2, 2, 15001), step(2, 7, 15002)],
      breach: step(2, 3, 15002), neighbour: step(1, 4, 15002)),
    RuleCase(
      rule: "project_step_order", what: "cancelled before its last step",
      before: [step(1, 4, 15010)], breach: step(1, 8, 15009), neighbour: step(1, 8, 15010)),
    RuleCase(
      rule: "project_step_order", what: "a step after the cancellation",
      before: [step(1, 8, 15010)], breach: step(1, 4, 15011), neighbour: step(1, 4, 15010)),
    RuleCase(
      rule: "project_step_order", what: "a project cancelled that was never proposed",
      breach: step(3, 8, 15010), neighbour: "UPDATE staff_record SET withdrawn = 1 WHERE false"),
    RuleCase(
      rule: "project_step_order", what: "reviewed again although the first review passed it",
      before: [review(2, 1, "approve", 15001)],
      breach: review(2, 2, "approve", 15002), neighbour: step(2, 3, 15002)),
    RuleCase(
      rule: "project_step_order", what: "a second review before the one that sent it back",
      before: [review(2, 1, "revise", 15005)],
      breach: review(2, 2, "approve", 15004), neighbour: review(2, 2, "approve", 15005)),
    RuleCase(
      rule: "project_step_order", what: "approved before the last review",
      before: [review(2, 1, "revise", 15001), review(2, 2, "approve", 15005)],
      breach: step(2, 3, 15004), neighbour: step(2, 3, 15005)),
    RuleCase(
      rule: "project_step_order", what: "approved although the last review sent it back",
      before: [review(2, 1, "revise", 15001)],
      breach: step(2, 3, 15004), neighbour: review(2, 2, "approve", 15004) + step(2, 3, 15004)),
    RuleCase(
      rule: "project_step_order", what: "the review that passed it taken back under the approval",
      before: [review(2, 1, "revise", 15001), review(2, 2, "approve", 15005) + step(2, 3, 15005)],
      breach: "UPDATE project_step SET withdrawn = :e WHERE project_id = 2 AND round = 2",
      neighbour:
        "UPDATE project_step SET withdrawn = :e WHERE project_id = 2 AND (round = 2 OR step = 3)"),
    RuleCase(
      rule: "project_registered", what: "a step of a project without a record",
      breach: step(3, 1, 15000),
      neighbour: step(3, 1, 15000)
        + "INSERT INTO project_record (project_id, name, kind, county_code, entered) VALUES (3, '桥', 1, 433123, :e)"
    ),
    RuleCase(
      rule: "project_registered", what: "the record taken back under a standing step",
      breach: "UPDATE project_record SET withdrawn = :e WHERE id = 2",
      neighbour: "UPDATE project_record SET withdrawn = :e WHERE id = 2;" + takeBackStep(4)),
    RuleCase(
      rule: "movement_approval", what: "money the day before the approval",
      breach: move(2, 3, 1, 15001), neighbour: move(2, 3, 1, 15002)),
    RuleCase(
      rule: "movement_approval", what: "money to a project that is not approved",
      breach: move(2, 7, 1, 15100),
      neighbour: step(2, 2, 15100) + step(2, 3, 15100) + move(2, 7, 1, 15100)),
    RuleCase(
      rule: "movement_approval", what: "money through a project on the day it is cancelled",
      before: [step(1, 8, 15010)], breach: move(3, 4, 1, 15010), neighbour: move(3, 4, 1, 15009)),
    RuleCase(
      rule: "movement_approval", what: "money down after the cancellation, where money up is taken",
      before: [step(1, 8, 15010)], breach: move(2, 3, 1, 15011), neighbour: move(2, 3, -1, 15011)),
    RuleCase(
      rule: "movement_approval", what: "a payment to a road builder on the day of cancellation",
      before: [step(1, 8, 15010)],
      breach: move(3, 6, 1, 15010, isPayment: 1), neighbour: move(3, 6, 1, 15009, isPayment: 1)),
    RuleCase(
      rule: "movement_approval", what: "cancelled on a day on which money went down",
      breach: step(1, 8, 15002), neighbour: step(1, 8, 15003)),
    RuleCase(
      rule: "movement_approval", what: "the approval moved behind the money",
      breach: takeBackStep(3) + step(1, 3, 15003), neighbour: takeBackStep(3) + step(1, 3, 15001)),
    RuleCase(
      rule: "movement_fund", what: "another fund's money",
      before: [
        """
        INSERT INTO batch_issue (batch_id, document_no, issued_on, fund, amount_fen, account_id, entered)
        VALUES (2, 'D2', 15000, 'rain_plan', 100, 8, :e);
        INSERT INTO account (batch_id, rung, project_id, entered) VALUES (2, 2, 1, :e);
        \(move(8, 9, 100, 15000, number: "A"))
        \(step(2, 2, 15001)) \(step(2, 3, 15001))
        """
      ],
      breach: move(9, 10, 1, 15010),
      neighbour: """
        INSERT INTO account (batch_id, rung, project_id, entered) VALUES (2, 2, 2, :e);
        \(move(9, 11, 1, 15010))
        """),
    RuleCase(
      rule: "movement_fund", what: "a project that names another fund afterwards",
      breach: fund("rain_plan"), neighbour: fund("convergence")),
    RuleCase(
      rule: "movement_fund", what: "a batch whose fund is corrected afterwards",
      breach: issue("rain_plan"), neighbour: issue("convergence")),
  ]
}

private func fund(_ name: String) -> String {
  """
  UPDATE project_record SET withdrawn = :e WHERE id = 1;
  INSERT INTO project_record (project_id, name, kind, county_code, fund, entered)
    VALUES (1, '路', 1, 433123, '\(name)', :e);
  """
}

private func issue(_ fund: String, fen: Int = 1000, on day: Int = 15000) -> String {
  """
  UPDATE batch_issue SET withdrawn = :e WHERE id = 1;
  INSERT INTO batch_issue (batch_id, document_no, issued_on, fund, amount_fen, account_id, entered)
    VALUES (1, 'D1', \(day), '\(fund)', \(fen), 1, :e);
  """
}

extension RuleCase {
  static let ladder: [RuleCase] = [
    RuleCase(
      rule: "movement_enrolment", what: "money the day before enrolment",
      before: [
        takeBackStep(1) + takeBackStep(2) + takeBackStep(3)
          + step(1, 1, 14000) + step(1, 2, 14000) + step(1, 3, 14000)
          + issue("convergence", on: 14000)
          + move(1, 2, 50, 14000, number: "A") + move(2, 3, 50, 14000, number: "B")
      ],
      breach: move(3, 4, 1, 14999), neighbour: move(3, 4, 1, 15000)),
    RuleCase(
      rule: "movement_enrolment", what: "the enrolment taken back under money",
      before: [move(3, 4, 1, 15002)],
      breach: "UPDATE enrolment SET withdrawn = :e WHERE id = 1",
      neighbour: "UPDATE enrolment SET withdrawn = :e WHERE id = 2"),
    RuleCase(
      rule: "movement_reversal", what: "a part of the amount",
      breach: reversal(-499, 15002), neighbour: reversal(-500, 15002)),
    RuleCase(
      rule: "movement_reversal", what: "before its day",
      before: [move(2, 3, 1, 15010, number: "M3")],
      breach: move(2, 3, -1, 15009, reverses: "'M3'"),
      neighbour: move(2, 3, -1, 15010, reverses: "'M3'")),
    RuleCase(
      rule: "movement_reversal", what: "a number nobody used",
      breach: move(2, 3, -500, 15002, reverses: "'M9'"), neighbour: reversal(-500, 15003)),
    RuleCase(
      rule: "movement_reversal", what: "the number of the other kind",
      before: [move(3, 6, 5, 15010, number: "M2", isPayment: 1)],
      breach: move(3, 6, -500, 15010, reverses: "'M2'", isPayment: 1),
      neighbour: move(3, 6, -5, 15010, reverses: "'M2'", isPayment: 1)),
    RuleCase(
      rule: "movement_reversal", what: "a reversal reversed",
      before: [reversal(-500, 15003)],
      breach: move(2, 3, 500, 15004, number: "N2", reverses: "'N1'"),
      neighbour: move(2, 3, 500, 15004, number: "N2")),
    RuleCase(
      rule: "movement_reversal", what: "what was reversed is taken back",
      before: [reversal(-500, 15003)],
      breach: "UPDATE movement SET withdrawn = :e WHERE number = 'M2'",
      neighbour: "UPDATE movement SET withdrawn = :e WHERE number IN ('M2', 'N1')"),
    RuleCase(
      rule: "ladder", what: "a fen more than came in",
      breach: move(3, 4, 501, 15002), neighbour: move(3, 4, 500, 15002)),
    RuleCase(
      rule: "ladder", what: "a day before it came in",
      breach: move(1, 2, 100, 14999), neighbour: move(1, 2, 100, 15000)),
    RuleCase(
      rule: "ladder", what: "dated back, the money is gone on a later day",
      before: [move(3, 4, 500, 15050)],
      breach: move(3, 6, 1, 15010, isPayment: 1),
      neighbour: move(3, 6, 1, 15010, isPayment: 1) + move(3, 4, -1, 15050, number: "N2")),
    RuleCase(
      rule: "ladder", what: "money up that never came down",
      breach: move(3, 4, -1, 15010),
      neighbour: move(3, 4, 1, 15010) + move(3, 4, -1, 15010, number: "N2")),
    RuleCase(
      rule: "ladder", what: "an issue corrected to less than went down",
      breach: issue("convergence", fen: 899), neighbour: issue("convergence", fen: 900)),
    RuleCase(
      rule: "ladder", what: "what came in is taken back",
      breach: "UPDATE movement SET withdrawn = :e WHERE number = 'M1'",
      neighbour: "UPDATE movement SET withdrawn = :e WHERE number = 'M2'"),
    RuleCase(
      rule: "movement_rung", what: "money of one batch into another",
      breach: move(1, 9, 1, 15010), neighbour: move(1, 2, 1, 15010)),
    RuleCase(
      rule: "movement_rung", what: "a rung skipped",
      breach: move(2, 4, 1, 15010), neighbour: move(2, 3, 1, 15010)),
    RuleCase(
      rule: "movement_rung", what: "down the wrong way round",
      breach: move(3, 2, 1, 15010), neighbour: move(2, 3, -1, 15010)),
    RuleCase(
      rule: "movement_rung", what: "one project's money to a household of another",
      before: [
        step(2, 2, 15001) + step(2, 3, 15001) + move(2, 7, 10, 15010, number: "A")
      ],
      breach: move(7, 4, 1, 15010), neighbour: move(3, 4, 1, 15010)),
    RuleCase(
      rule: "movement_rung", what: "a payment to a household by a movement number",
      before: [move(3, 4, 5, 15010, number: "A")],
      breach: move(4, 5, 1, 15010), neighbour: move(4, 5, 1, 15010, isPayment: 1)),
  ]
}

private func reversal(_ fen: Int, _ day: Int) -> String {
  move(2, 3, fen, day, reverses: "'M2'")
}
