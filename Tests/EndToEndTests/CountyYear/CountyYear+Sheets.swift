import Foundation

extension CountyYear {
  /// The same year as a county's sheets, by their names; the inspection and the bank's answer are not among
  /// them.
  static var sheets: [(name: String, text: String)] {
    [
      ("staff", staff), ("roster", roster), ("household_events", events), ("projects", projectRows),
      ("project_households", links), ("batches", batches), ("allocations", allocations),
      ("payments", payments), ("plans", plans), ("assignments", assignments),
      ("progress", progress), ("income", incomes), ("disclosures", disclosures),
    ]
  }

  private static func table(_ header: String, _ rows: [String]) -> String {
    ([header] + rows).joined(separator: "\n") + "\n"
  }

  private static var staff: String {
    table(
      "staff_no,name,county_code,phone", (1...6).map { "S\($0),石丁\($0),433123,1380000000\($0)" })
  }

  private static var roster: String {
    var rows: [String] = []
    for household in households {
      rows.append(
        "\(household.name),\(household.village),\(household.head),head,\(household.headID),,\(household.standing),\(household.account),\(household.enrolledOn),,"
      )
      rows.append("\(household.name),,\(household.spouse),spouse,,,,,,,")
      if let child = household.child {
        rows.append(
          "\(household.name),,\(child),child,,,,,,,\(household.number == 9 ? "2011-06-11" : "")")
      }
      if household.number == 7 {
        rows.append("\(household.name),,田小,child,,2011-05-05,,,,2011-05-05,")
      }
    }
    return table(
      "household_no,village_code,name,relation,resident_id,birth_date,class,account_no,enrolled_on,joined_on,left_on",
      rows)
  }

  private static var events: String {
    table(
      "household_no,event,on,village_code,class,ground",
      [
        "H05,reclass,2011-07-01,,poor_dibao,低于标准", "H06,move,2011-09-01,\(villages[1]),,",
      ])
  }

  private static var projectRows: String {
    table(
      "project_no,name,kind,county_code,fund,budget,quantity,unit,proposed_on,reviewed_on,meeting,verdict,approved_on,started_on,accepted_on,grade,closed_on,cancelled_on,reason,instalments",
      [
        "P1,养猪,breeding,433123,convergence,60000,80,头,2011-01-10,2011-01-18,第一次评审会,approve,2011-01-20,2011-03-16,2011-11-20,qualified,2011-12-20,,,40/50/10",
        "P2,种茶,planting,433123,,60000,,,2011-01-12,2011-01-18,第一次评审会,approve,2011-01-20,2011-03-16,,,,,,",
        "P3,水渠,water,433123,,,,,2011-02-01,2011-02-10,第二次评审会,revise,,,,,,2011-12-01,无水源,",
      ])
  }

  private static var links: String {
    table(
      "project_no,household_no,since,quantity,unit",
      pigs.map { "P1,\($0.name),2011-01-25,4,头" } + tea.map { "P2,\($0.name),2011-03-15,," })
  }

  private static var batches: String {
    table(
      "batch_no,document_no,issued_on,fund,source,amount,announced_on",
      [
        "B1,湘1号,2011-01-05,convergence,central,150000,2011-03-25",
        "B1,湘1号,2011-01-05,convergence,provincial,40000,2011-03-25",
        "L1,信1号,2011-02-01,convergence,loan,20000,",
      ])
  }

  private static var allocations: String {
    var rows = [
      "B1,central,433123,,,120000,2011-01-20", "B1,provincial,433123,,,40000,2011-01-20",
      "L1,loan,433123,,,20000,2011-02-05", "B1,central,,P1,,60000,2011-02-01",
      "B1,provincial,,P2,,40000,2011-03-20", "L1,loan,,P2,,20000,2011-03-20",
    ]
    rows += pigs.map { "B1,central,,P1,\($0.name),2000,2011-02-10" }
    rows += tea.map { "B1,provincial,,P2,\($0.name),1500.50,2011-04-01" }
    rows += tea.prefix(5).map { "L1,loan,,P2,\($0.name),500,2011-04-02" }
    rows.append("B1,provincial,,P2,H40,-100.50,2011-05-10")
    return table(
      "movement_no,batch_no,source,county_code,project_no,household_no,amount,moved_on",
      rows.enumerated().map { "M\($0 + 1),\($1)" })
  }

  private static var payments: String {
    table(
      "voucher_no,household_no,project_no,batch_no,source,amount,paid_on,reverses",
      pigs.map { "V\($0.number),\($0.name),P1,B1,central,800,2011-03-20," }
        + pigs.prefix(10).map { "W\($0.number),\($0.name),P1,B1,central,1000,2011-06-25," }
        + ["R3,H03,P1,B1,central,-1000,2011-07-02,W3"])
  }

  private static var plans: String {
    table(
      "household_no,starts_on,goal_income,measures",
      households.map {
        "\($0.name),\($0.number <= 20 ? "2011-02-15" : "2011-04-05"),9000,发展产业"
      })
  }

  private static var assignments: String {
    var rows: [String] = []
    for household in households {
      let place = villages.firstIndex(of: household.village) ?? 0
      rows.append(
        "\(household.name),support,S\(place + 1),\(place == 2 ? "2011-04-10" : "2011-04-01"),")
      rows.append(
        household.number <= 20
          ? "\(household.name),implementation,S4,2011-03-01,"
          : "\(household.name),implementation,S5,2011-04-15,")
      rows.append("\(household.name),contact,S6,2011-04-20,2011-08-01")
      rows.append("\(household.name),contact,S1,2011-08-01,")
    }
    return table("household_no,role,staff_no,since,until", rows)
  }

  private static var progress: String {
    table(
      "household_no,project_no,logged_on,staff_no,kind,percent",
      households.map { "\($0.name),,\($0.visitedOn),S6,visit," } + [
        ",P1,2011-06-20,S4,construction,80"
      ])
  }

  private static var incomes: String {
    table(
      "household_no,year,total",
      households.flatMap { ["\($0.name),2010,\($0.income)", "\($0.name),2011,\($0.laterIncome)"] })
  }

  private static var disclosures: String {
    table(
      "project_no,village_code,posted_on,taken_down_on",
      ["P1,\(villages[0]),2011-02-01,2011-02-15"])
  }

  /// What the bank says of a pay list of the tea project: one household's account is closed.
  static var bankReturns: String {
    table(
      "paylist_no,household_no,amount,result,voucher_no,paid_on,reason",
      tea.map {
        let amount = $0.number == 40 ? "1400.00" : "1500.50"
        return $0.number == 23
          ? "L1,\($0.name),\(amount),failed,,,账号已销户"
          : "L1,\($0.name),\(amount),paid,B\($0.number),2011-08-05,"
      })
  }
}
