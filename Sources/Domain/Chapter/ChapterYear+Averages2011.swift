extension ChapterYear {
  private static func average(
    _ programme: String, _ english: String, _ chinese: String, _ unit: String, _ over: String,
    by: String, planned: Bool = false, factor: Int = 1
  ) -> DerivedAverage {
    DerivedAverage(
      programme, english, chinese, unit, FigureRelation.Operand(programme, over),
      by: FigureRelation.Operand(programme, by, planned: planned), factor: factor)
  }

  /// Averages over figures of one programme of 2011.
  static let averages2011 = [
    average(
      "two_systems", "Household project funds per supported person", "人均到户项目资金",
      "yuan/person", "Household project funds", by: "Poor people supported"),
    average(
      "two_systems", "Household project funds per planned person", "计划人均到户项目资金",
      "yuan/person", "Household project funds", by: "Poor people supported", planned: true),
    average(
      "entire_village", "Projects per village", "村均项目", "project/village",
      "Projects launched", by: "National villages in entire-village advancement"),
    average(
      "entire_village", "Lottery funds per pilot village", "试点村均彩票公益金", "yuan/village",
      "Lottery public welfare funds for pilots", by: "Lottery pilot villages"),
    average(
      "industrial", "Raw-material base funds per enterprise", "企业均原料基地资金",
      "yuan/enterprise", "Funds for raw-material bases", by: "Processing enterprises supported"),
    average(
      "industrial", "Loan discount in percent of the loans", "贴息占贷款比例", "percent",
      "Loan discount (interest subsidy) funds", by: "Poverty-alleviation loans issued",
      factor: 100),
    average(
      "industrial", "Mutual aid members per group", "组均入社农户", "household/group",
      "Mutual aid farmer members", by: "Mutual aid groups"),
    average(
      "industrial", "Share capital per member", "户均股金", "yuan/household",
      "Members share capital", by: "Mutual aid farmer members"),
    average(
      "industrial", "Contiguous development funds per county", "县均连片开发资金", "yuan/county",
      "Contiguous development special funds", by: "Contiguous development counties"),
    average(
      "rain_plan", "Training funds per trainee", "人均培训资金", "yuan/person",
      "Training funds", by: "Children/trainees completing vocational education"),
    average(
      "rain_plan", "Training funds per planned trainee", "计划人均培训资金", "yuan/person",
      "Training funds", by: "Children/trainees completing vocational education", planned: true),
    average(
      "high_cold_mountain", "Length per village road", "条均村道里程", "km/road",
      "Village road length", by: "Village roads built"),
    average(
      "high_cold_mountain", "Persons per household with water supply", "户均供水受益人口",
      "person/household", "People benefiting from water supply",
      by: "Households benefiting from water supply"),
    average(
      "high_cold_mountain", "Floor area per house", "栋均改造面积", "square metre/house",
      "Floor area renovated", by: "Dilapidated houses renovated"),
    average(
      "high_cold_mountain", "People rehoused per house", "栋均解决人口", "person/house",
      "People rehoused", by: "Dilapidated houses renovated"),
    average(
      "student_aid", "Aid per university student", "生均资助", "yuan/person",
      "University student aid funds", by: "University students aided"),
    average(
      "social", "Cadres per working group", "组均干部", "person/group", "Cadres sent",
      by: "Working groups sent"),
    average(
      "organization", "Attendance per training", "期均培训人次", "person-time/class",
      "Poverty cadre training attendance", by: "Poverty cadre trainings held"),
  ]
}
