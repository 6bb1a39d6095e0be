// Pay lists, what the bank says of them, and inspections. Account 4 is household 1's in project 1, 5 what is
// paid to it.

private let list = """
  INSERT INTO pay_list (paylist_no, entered) VALUES ('L1', :e);
  INSERT INTO pay_list_record (pay_list_id, drawn_on, entered) VALUES (1, 15010, :e);
  INSERT INTO pay_list_row (pay_list_id, account_id, amount_fen, name, account_no, entered)
  VALUES (1, 4, 100, '甲', '62', :e);
  """

private let allocation = """
  INSERT INTO movement (is_payment, number, upper_id, lower_id, amount_fen, moved_on, entered)
  VALUES (0, 'A1', 3, 4, 300, 15005, :e);
  """

private func payment(_ fen: Int, on day: Int = 15012) -> String {
  """
  INSERT INTO movement (is_payment, number, upper_id, lower_id, amount_fen, moved_on, entered)
  VALUES (1, 'V1', 4, 5, \(fen), \(day), :e);
  """
}

private func answer(_ fen: Int, isPaid: Bool) -> String {
  """
  INSERT INTO bank_return
    (pay_list_id, account_id, amount_fen, is_paid, voucher_no, paid_on, reason, entered)
  VALUES (1, 4, \(fen), \(isPaid ? "1, 'V1', 15012, NULL" : "0, NULL, NULL, '账户不存在'"), :e);
  """
}

private let draw = """
  INSERT INTO inspection_draw
    (inspection_id, drawn_on, seed, known_entry, region_code, number, entered)
  VALUES (1, 15010, 7, 1, 433123, 1, :e);
  """

private let inspection = """
  INSERT INTO inspection (inspection_no, entered) VALUES ('J1', :e);
  """

private let drawn = """
  INSERT INTO inspection_household (inspection_id, household_id, ordinal, entered) VALUES (1, 1, 1, :e);
  """

extension RuleCase {
  static let lists: [RuleCase] = [
    RuleCase(
      rule: "pay_list_registered", what: "the list taken back under its rows",
      before: [allocation, list],
      breach: "UPDATE pay_list_record SET withdrawn = :e",
      neighbour: "UPDATE pay_list_record SET withdrawn = :e; UPDATE pay_list_row SET withdrawn = :e"
    ),
    RuleCase(
      rule: "pay_list_registered", what: "a row of a list that was not drawn",
      before: ["INSERT INTO pay_list (paylist_no, entered) VALUES ('L0', :e)"],
      breach: """
        INSERT INTO pay_list_row (pay_list_id, account_id, amount_fen, entered) VALUES (1, 4, 1, :e)
        """,
      neighbour: """
        INSERT INTO pay_list_record (pay_list_id, drawn_on, entered) VALUES (1, 15010, :e);
        INSERT INTO pay_list_row (pay_list_id, account_id, amount_fen, entered) VALUES (1, 4, 1, :e)
        """),
    RuleCase(
      rule: "bank_return", what: "another amount than the list's",
      before: [allocation, list],
      breach: answer(99, isPaid: false), neighbour: answer(100, isPaid: false)),
    RuleCase(
      rule: "bank_return", what: "paid without a payment",
      before: [allocation, list],
      breach: answer(100, isPaid: true), neighbour: payment(100) + answer(100, isPaid: true)),
    RuleCase(
      rule: "bank_return", what: "paid on another day than the payment",
      before: [allocation, list],
      breach: payment(100, on: 15013) + answer(100, isPaid: true),
      neighbour: payment(100, on: 15012) + answer(100, isPaid: true)),
    RuleCase(
      rule: "bank_return", what: "the payment taken back under the bank's answer",
      before: [allocation, list, payment(100) + answer(100, isPaid: true)],
      breach: "UPDATE movement SET withdrawn = :e WHERE number = 'V1'",
      neighbour: """
        UPDATE movement SET withdrawn = :e WHERE number = 'V1';
        UPDATE bank_return SET withdrawn = :e;
        """),
    RuleCase(
      rule: "bank_return", what: "the list's row taken back under the bank's answer",
      before: [allocation, list, answer(100, isPaid: false)],
      breach: "UPDATE pay_list_row SET withdrawn = :e",
      neighbour: "UPDATE bank_return SET withdrawn = :e"),
    RuleCase(
      rule: "inspection_registered", what: "the draw taken back under the households drawn",
      before: [inspection + draw + drawn],
      breach: "UPDATE inspection_draw SET withdrawn = :e",
      neighbour: """
        UPDATE inspection_draw SET withdrawn = :e;
        UPDATE inspection_household SET withdrawn = :e;
        """),
    RuleCase(
      rule: "inspection_registered", what: "a household drawn for an inspection without a draw",
      before: [inspection],
      breach: drawn, neighbour: draw + drawn),
  ]
}
