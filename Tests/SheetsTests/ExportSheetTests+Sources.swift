extension ExportSheetTests {
  /// By sheet; each is as an export writes it, but for what stands in the register from its beginning.
  static let sources: [String: String] = [
    "targets": """
    programme,year,region_code,persons,month_01,month_02,month_03,month_04,month_05,month_06,month_07,month_08,month_09,month_10,month_11,month_12
    convergence,2011,433123,5000,,,,,,2500,,,,,,5000

    """,
    "indicators": """
    programme,name_en,name_zh,scope,region_code,unit,planned,actual,qualifier,year,note
    rain_plan,Trainees,培训人数,,433123,person,100,120.5,at_least,2011,"'=cmd, and ""more"" of it"
    rain_plan,Trainees,培训人数,other,,date,,2011-06,exact,2011,

    """,
    "staff": """
    staff_no,name,employer,position,phone,county_code,left_on
    S1,施德,凤凰县教育局,科员,10433123001,433123,
    S2,麻平,,,,,2011-12-01

    """,
    "dibao_list": """
    resident_id,name,region_code,from,until,amount
    433123197001010011,吴大,433123104201,2010-08-01,,115.00
    433123620606006,麻三,433123,2010-08-01,2011-08-01,

    """,
    "years": """
    year,income_goal,report_due_day
    2011,1500.00,5
    2012,1800.00,

    """,
    "inspections": """
    inspection_no,drawn_on,seed,known_entry,region_code,share,count,household_no,ordinal
    I9,2011-09-01,7,12,433123,2.5,,H2,1
    I9,2011-09-01,7,12,433123,2.5,,H1,2

    """,
    "plans": """
    household_no,starts_on,ended_on,goal_income,measures,exit_on
    H1,2011-05-19,,9800.00,"seedlings, ""good"" ones",2012-12-31
    H1,2011-05-20,2011-06-01,,'-goats,

    """,
    "projects": """
    project_no,name,kind,county_code,village_code,fund,budget,quantity,unit,proposed_on,reviewed_on,meeting,verdict,approved_on,started_on,accepted_on,grade,closed_on,rejected_on,cancelled_on,reason,instalments
    P1,goats,breeding,433123,433123104201,convergence,16700.00,2.5,head,2011-01-22,2011-02-10,no. 15,approve,2011-02-12,2011-08-27,2011-12-13,high_quality,2011-12-24,,,,40/50/10
    P2,road,road,433123,,连心桥,,,,2011-01-22,,,,,,,,,2011-03-01,,no road,
    P3,rice,planting,433123,,,,,,2011-01-22,2011-02-10,no. 15,revise,2011-04-12,,,,,,,,
    P3,rice,planting,433123,,,,,,2011-01-22,2011-03-10,no. 16,approve,2011-04-12,,,,,,,,

    """,
    "project_households": """
    project_no,household_no,since,until,quantity,unit
    P1,H1,2011-03-22,,1.125,head
    P1,H2,2011-03-22,2011-09-01,,

    """,
    "assignments": """
    household_no,role,staff_no,since,until
    H1,support,S1,2011-04-30,2011-06-01
    H1,support,S2,2011-06-01,
    H1,contact,S1,2011-04-30,

    """,
    "batches": """
    batch_no,document_no,issued_on,fund,source,amount,announced_on
    B1,凤凰县〔2011〕1号,2011-02-27,convergence,central,1000.00,2011-03-10
    B1,凤凰县〔2011〕1号,2011-02-27,convergence,provincial,500.50,

    """,
    "allocations": """
    movement_no,batch_no,source,county_code,project_no,household_no,amount,moved_on,reverses
    M1,B1,central,433123,,,1000.00,2011-03-12,
    M2,B1,central,433123,P1,,800.00,2011-03-13,
    M3,B1,central,433123,P1,H1,300.10,2011-03-14,
    M4,B1,central,433123,P1,H1,-0.10,2011-03-15,
    M5,B1,central,433123,,,-200.00,2011-03-16,
    M6,B1,central,433123,P1,H1,-300.10,2011-04-16,M3
    M7,B1,central,433123,P1,H1,250.00,2011-04-16,

    """,
    "pay_lists": """
    paylist_no,household_no,name,account_no,amount,project_no,batch_no,source,drawn_on,after
    L1,H1,吴大,62170000000000011,60.00,P1,B1,central,2011-09-29,
    L2,H1,吴大,62170000000000029,60.00,P1,B1,central,2011-10-29,L1

    """,
    "bank_returns": """
    paylist_no,household_no,account_no,amount,result,voucher_no,paid_on,reason
    L1,H1,62170000000000011,60.00,failed,,,no such account
    L2,H1,,60.00,paid,V4,2011-10-30,

    """,
    "payments": """
    voucher_no,household_no,payee,project_no,batch_no,source,amount,paid_on,reverses
    V1,H1,,P1,B1,central,100.00,2011-09-30,
    V2,,村小学,P1,B1,central,50.00,2011-10-26,
    V3,H1,,P1,B1,central,-100.00,2011-10-27,V1
    V4,H1,,P1,B1,central,60.00,2011-10-30,

    """,
    "income": """
    household_no,year,wage,business,transfer,property,cost,total
    H1,2010,5800.00,4704.00,437.00,0.00,903.00,10038.00
    H1,2011,,,,,,-11318.00

    """,
    "progress": """
    household_no,project_no,logged_on,staff_no,kind,quantity,unit,percent,note
    ,P1,2011-09-21,S2,visit,,,40,looked at on the spot
    H1,,2011-09-21,S1,delivery,12,head,33.33,piglets
    H1,P1,2011-09-21,S1,delivery,0.5,mu,,

    """,
    "disclosures": """
    project_no,village_code,posted_on,taken_down_on,objection,objected_on,answer,answered_on
    P1,433123104201,2011-01-12,2011-01-19,,,,
    P1,433123104201,2011-01-12,2011-01-19,unequal,2011-01-15,by persons,2011-01-18

    """,
    "findings": """
    inspection_no,household_no,found_on,finding,due_on,settled_on,settlement
    I1,H1,2011-09-12,no plan on the wall,2011-10-01,2011-09-20,hung up
    I1,H2,2011-09-12,absent,,,

    """,
  ]

  /// Where an export's order is another than the source's.
  static let written: [String: String] = [
    "dibao_list": """
    resident_id,name,region_code,from,until,amount
    433123620606006,麻三,433123,2010-08-01,2011-08-01,
    433123197001010011,吴大,433123104201,2010-08-01,,115.00

    """
  ]
}
