import Reference

/// Two households and what a person made of them. A (three persons) is fulfilled on 10 March, loses
/// a son to his own household in May, moves to the next county in June and its contact in August;
/// B (two persons) never has a plan and ends on 1 July.
enum SmallCounty {
  static func read() -> (register: RefRegister, problems: [String]) {
    let loader = RefLoader()
    loader.read(texts: texts)
    return (loader.register(), loader.problems)
  }

  private static let texts: [(file: String, text: String)] = [
    (
      "roster.csv",
      """
      household_no,village_code,name,relation,resident_id,joined_on,left_on,class,enrolled_on
      A,433123100201,甲,head,130503670401001,,,poor,2011-02-01
      A,,乙,child,11010519491231002X,,,,
      A,,丙,child,,,,,
      B,433123100202,丁,head,0,,,poor_dibao,2011-03-01
      B,,"戊
      己",spouse,无,,,,
      """
    ),
    (
      "events.csv",
      """
      户编号,变动类型,变动日期,迁入村编码,变动后户属性,变动依据,成员身份证号,对方户编号
      A,迁移,2011年6月15日,433124100201,,移民搬迁,,
      A,分户,2011-05-01,,,分家立户,11010519491231002x,C
      B,销户,2011-07-01,,,,,
      """
    ),
    ("plans.csv", "household_no,starts_on,ended_on,measures\nA,2010-12-01,,pigs\n"),
    (
      "projects.csv",
      """
      项目编号,项目名称,项目类别,县代码,申报日期,批复日期,验收日期,验收等级,取消日期
      P,猪,养殖,433123,2011-01-05,2011-02-15,2011-06-20,合格,
      """
    ),
    (
      "links.csv",
      "project_no,household_no,since,until\nP,A,2011-02-20,\nP,B,2011-03-01,2011-06-30\n"
    ),
    (
      "batches.csv",
      """
      batch_no,document_no,issued_on,fund,source,amount
      J,湘财,2011-01-10,convergence,provincial,1000.00
      J,湘财,2011-01-10,convergence,lottery,1000.00
      S,自筹,2011-01-10,convergence,self,1000.00
      """
    ),
    (
      "allocations.csv",
      """
      移动编号,批次号,资金来源,县代码,项目编号,户编号,金额（万元）,移动日期,冲销移动编号
      1,J,省级,433123,,,0.1,2011-01-20,
      2,J,省级,433123,P,,0.05,2011-02-20,
      3,J,省级,433123,P,A,0.03005,2011-03-10,
      4,J,省级,433123,P,A,-0.01005,2011-05-20,
      5,J,彩票公益金,433123,P,B,0.005,2011-04-05,
      6,S,,433123,P,B,0.005,2011-04-05,
      """
    ),
    (
      "payments.csv",
      """
      voucher_no,household_no,payee,project_no,batch_no,source,amount,paid_on,reverses
      V1,A,,P,J,provincial,80.25,2011-06-30,
      V2,B,,P,J,lottery,10.00,2011-04-10,
      V3,B,,P,J,lottery,-10.00,2011-06-30,V2
      V4,,砖厂,P,J,provincial,99.00,2011-06-30,
      """
    ),
    (
      "assignments.csv",
      """
      户编号,责任类别,责任人编号,开始日期,结束日期
      A,扶持责任,1,2011-02-01,
      A,项目实施责任,1,2011-02-01,2011-04-01
      A,项目实施责任,2,2011-04-01,
      A,联系责任,1,2011-02-01,2011-08-01
      B,扶持责任,1,2011-03-01,
      """
    ),
    (
      "income.csv",
      """
      household_no,year,wage,business,transfer,property,cost,total
      A,2010,5000,,,,,
      A,2011,,,,,,6500
      """
    ),
    (
      "targets.csv",
      """
      programme,year,region_code,persons,month_06
      convergence,2011,433123,5,2
      convergence,2011,433124,7,
      convergence,2011,430000,10,
      rain_plan,2011,430000,99,
      """
    ),
  ]

  static let june = """
    433123,,1,2,0,0,1,1,0,0,1,3,0,5,60.0,1,0,0,0,0,50.00,0.00
    433124,,1,2,1,1,1,1,1,1,0,0,0,7,0.0,-3,0,1,1,0,200.00,80.25
    total,Total,2,4,1,1,2,2,1,1,1,3,0,10,30.0,-2,0,1,1,0,250.00,80.25
    """

  static let december = """
    433123,,0,0,0,0,0,0,0,0,1,3,0,5,60.0,1,0,0,0,0,50.00,0.00
    433124,,1,2,1,1,1,1,1,0,0,0,0,7,0.0,-7,1,1,1,1,200.00,80.25
    total,Total,1,2,1,1,1,1,1,0,1,3,0,10,30.0,-7,1,1,1,1,250.00,80.25
    """

  static let marchByClass = """
    poor,,1,3,1,1,1,1,1,1,1,3,3,,,,0,0,0,0,300.50,0.00
    poor_dibao,,1,2,0,1,0,1,0,0,0,0,0,,,,0,0,0,0,0.00,0.00
    total,Total,2,5,1,2,1,2,1,1,1,3,3,10,30.0,1,0,0,0,0,300.50,0.00
    """
}
