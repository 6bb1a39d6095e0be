extension VerdictCase {
  /// Money: to the fen, once, after approval.
  static let money: [VerdictCase] = [
    VerdictCase(
      "fund allocate B1 --county 433123 --amount 1000 --on 2011-05-01 --number M9",
      VerdictSheet.movements, "M9,B1,433123,,,1000,2011-05-01"),
    VerdictCase(
      "fund allocate B1 --county 433123 --amount 1000.01 --on 2011-05-01 --number M9",
      VerdictSheet.movements, "M9,B1,433123,,,1000.01,2011-05-01", "ladder"),
    VerdictCase(
      "fund allocate B1 --project P1 --household H1 --amount 400.01 --on 2011-05-01 --number M9",
      VerdictSheet.movements, "M9,B1,,P1,H1,400.01,2011-05-01", "ladder"),
    VerdictCase(
      "fund pay H1 --project P1 --batch B1 --amount 200 --voucher V9 --on 2011-06-01",
      VerdictSheet.vouchers, "V9,B1,P1,H1,200,2011-06-01"),
    VerdictCase(
      "fund pay H1 --project P1 --batch B1 --amount 200.01 --voucher V9 --on 2011-06-01",
      VerdictSheet.vouchers, "V9,B1,P1,H1,200.01,2011-06-01", "ladder"),
    VerdictCase(
      "fund return B1 --household H1 --project P1 --amount 200 --on 2011-06-01 --number M9",
      VerdictSheet.movements, "M9,B1,,P1,H1,-200,2011-06-01"),
    VerdictCase(
      "fund return B1 --household H1 --project P1 --amount 200.01 --on 2011-06-01 --number M9",
      VerdictSheet.movements, "M9,B1,,P1,H1,-200.01,2011-06-01", "ladder"),
    VerdictCase(
      "fund return --voucher V9 --household H1 --project P1 --batch B1 --amount 100 --on 2011-06-01",
      VerdictSheet.vouchers, "V9,B1,P1,H1,-100,2011-06-01"),
    VerdictCase(
      "fund return --voucher V9 --household H1 --project P1 --batch B1 --amount 100.01 --on 2011-06-01",
      VerdictSheet.vouchers, "V9,B1,P1,H1,-100.01,2011-06-01", "ladder"),
    VerdictCase(
      "fund pay H1 --project P1 --batch B1 --amount 100 --voucher V1 --on 2011-05-01",
      VerdictSheet.vouchers, "V1,B1,P1,H1,100,2011-05-01"),
    VerdictCase(
      "fund pay H1 --project P1 --batch B1 --amount 50 --voucher V1 --on 2011-06-01",
      VerdictSheet.vouchers, "V1,B1,P1,H1,50,2011-06-01", "number_used"),
    VerdictCase(
      "fund allocate B1 --project P1 --household H1 --amount 1 --on 2011-05-01 --number N1",
      VerdictSheet.movements, "N1,B1,,P1,H1,1,2011-05-01", "number_used"),
    VerdictCase(
      "fund allocate B1 --project P2 --amount 1 --on 2011-05-01 --number M9",
      VerdictSheet.movements, "M9,B1,,P2,,1,2011-05-01", "not_approved"),
    VerdictCase(
      "fund allocate B1 --project P3 --amount 1 --on 2011-04-19 --number M9",
      VerdictSheet.movements, "M9,B1,,P3,,1,2011-04-19", "not_approved"),
    VerdictCase(
      "fund allocate B1 --project P3 --amount 1 --on 2011-04-20 --number M9",
      VerdictSheet.movements, "M9,B1,,P3,,1,2011-04-20"),
    VerdictCase(
      "fund allocate B1 --project P1 --household H3 --amount 1 --on 2011-05-31 --number M9",
      VerdictSheet.movements, "M9,B1,,P1,H3,1,2011-05-31", "before_enrolment"),
    VerdictCase(
      "fund allocate B1 --project P1 --household H3 --amount 1 --on 2011-07-01 --number M9",
      VerdictSheet.movements, "M9,B1,,P1,H3,1,2011-07-01", "future_date"),
    VerdictCase(
      "fund allocate B1 --project P1 --amount 1 --on 2011-03-02 --number M9",
      VerdictSheet.movements, "M9,B1,,P1,,1,2011-03-02", "not_approved"),
    VerdictCase(
      "fund pay H1 --project P1 --batch B1 --amount 1 --voucher V9 --on 2011-02-28",
      VerdictSheet.vouchers, "V9,B1,P1,H1,1,2011-02-28", "not_approved"),
    VerdictCase(
      "fund pay --payee builder --project P1 --batch B1 --amount 400.01 --voucher V9 --on 2011-05-01",
      VerdictSheet.payees, "V9,B1,P1,builder,400.01,2011-05-01", "ladder"),
    VerdictCase(
      "fund allocate B1 --project P1 --household H9 --amount 1 --on 2011-05-01 --number M9",
      VerdictSheet.movements, "M9,B1,,P1,H9,1,2011-05-01", "unknown_household",
      instead: ("register it first with “sixpoint enrol”", "import its roster first")),
    VerdictCase(
      "fund allocate B9 --project P1 --amount 1 --on 2011-05-01 --number M9",
      VerdictSheet.movements, "M9,B9,,P1,,1,2011-05-01", "unknown_batch",
      instead: ("register it first with “sixpoint fund issue”", "import the batches sheet first")),
    VerdictCase(
      "fund allocate B1 --project P1 --amount 0 --on 2011-05-01 --number M9",
      VerdictSheet.movements, "M9,B1,,P1,,0,2011-05-01", "amount_zero",
      instead: ("give the amount", "give the amount or take the row out")),
    VerdictCase(
      "fund allocate B1 --project P1 --amount 1.234 --on 2011-05-01 --number M9",
      VerdictSheet.movements, "M9,B1,,P1,,1.234,2011-05-01", "money_decimals"),
    VerdictCase(
      "fund issue B2 --document e --fund convergance --source central --amount 5 --on 2011-02-01",
      VerdictSheet.batches, "B2,e,2011-02-01,convergance,central,5", warning: "near_fund"),
    VerdictCase(
      "fund issue B1 --document e --fund convergence --source county --amount 5 --on 2011-02-01",
      VerdictSheet.batches, "B1,e,2011-02-01,convergence,county,5", warning: "other_document"),
  ]

  /// Projects: step by step, and no money before or after.
  static let projects: [VerdictCase] = [
    VerdictCase(
      "project approve P2 --on 2011-04-01",
      VerdictSheet.project, "P2,rice,planting,433123,2011-03-10,,,,2011-04-01", "step_order",
      instead: ("see “sixpoint project review” first", "give reviewed_on too")),
    VerdictCase(
      "project review P2 --meeting m --verdict approve --on 2011-03-09",
      VerdictSheet.project, "P2,rice,planting,433123,2011-03-10,2011-03-09,m,approve,",
      "date_order"),
    VerdictCase(
      "project review P2 --meeting m --verdict approve --on 2011-07-01",
      VerdictSheet.project, "P2,rice,planting,433123,2011-03-10,2011-07-01,m,approve,",
      "future_date"),
    VerdictCase(
      "project review P2 --meeting m --verdict 退回 --on 2011-03-20",
      VerdictSheet.project, "P2,rice,planting,433123,2011-03-10,2011-03-20,m,退回,"),
    VerdictCase(
      "project propose P4 --name x --kind goat --county 433123 --on 2011-03-10",
      VerdictSheet.project, "P4,x,goat,433123,2011-03-10,,,,", "unknown_value"),
    VerdictCase(
      "project cancel P1 --reason x --on 2011-03-15",
      VerdictSheet.cancel, "P1,goats,breeding,433123,2011-03-01,2011-03-15,x", "project_cancelled"),
    VerdictCase(
      "project cancel P1 --reason x --on 2011-05-02",
      VerdictSheet.cancel, "P1,goats,breeding,433123,2011-03-01,2011-05-02,x"),
    VerdictCase(
      "project reject P1 --reason x --on 2011-05-02",
      VerdictSheet.reject, "P1,goats,breeding,433123,2011-03-01,2011-05-02,x", "column_conflict",
      instead: ("use “sixpoint project cancel P1 --reason …”", "fill in cancelled_on instead")),
    VerdictCase(
      "project link P1 H1 --since 2011-04-01 --quantity -1",
      "project_no,household_no,since,quantity", "P1,H1,2011-04-01,-1", "negative"),
    VerdictCase(
      "project link P5 H1 --since 2011-04-15",
      "project_no,household_no,since", "P5,H1,2011-04-15", warning: "project_over"),
    VerdictCase(
      "project link P5 H1 --since 2011-04-14", "project_no,household_no,since", "P5,H1,2011-04-14"),
    VerdictCase(
      "project propose P4 --name x --kind breeding --county 433123 --fund convergance --on 2011-03-10",
      "project_no,name,kind,county_code,fund,proposed_on",
      "P4,x,breeding,433123,convergance,2011-03-10", warning: "near_fund"),
  ]
}
