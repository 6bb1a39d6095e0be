import Domain
import Reports

extension SampleReports {
  /// The quotas of 2011: a county without one, a county whose way is given month by month, and two that the
  /// counties' quotas do not make.
  static func targets(_ language: ReportLanguage) -> TargetReport {
    let given: [Int64] = [
      0, 0, 1_000, 3_000, 6_000, 15_000, 18_000, 21_000, 24_000, 26_000, 28_000, 30_000,
    ]
    return TargetReport(
      year: 2011, month: "2011-06", asOf: "2011-06-30", known: known,
      office: ReportedPlace(code: "430000", name: "湖南省"),
      rows: [
        TargetReport.Row(
          code: "431229", name: "靖州苗族侗族自治县", target: nil, supported: 0, due: [], isGiven: false,
          pace: nil),
        TargetReport.Row(
          code: "433123", name: "凤凰县", target: 30_000, supported: 33_333, due: given, isGiven: true,
          pace: 15_000),
      ],
      total: TargetReport.Row(
        code: "total", name: MonthlyReport.totalName[language], target: 600_000,
        supported: 613_432, due: (1...12).map { Int64($0) * 50_000 }, isGiven: false,
        pace: 300_000),
      mismatches: [
        TargetReport.Mismatch(
          code: "430000", name: "湖南省", month: nil, stated: 600_000, counties: 601_000, count: 40),
        TargetReport.Mismatch(
          code: "430000", name: "湖南省", month: 6, stated: 300_000, counties: 299_000, count: 40),
      ])
  }

  /// The chapter of a year of which no relation is known: a figure with its completion, words, the register's own
  /// figures against what was sent, a county's figure.
  static func chapter() -> AnnualReport {
    var document = AnnualReport.Row(
      programme: "overview", nameEnglish: "Founding document", nameChinese: "文件依据",
      unit: "document number", actual: "湘政发〔2012〕1号")
    document.qualifier = .nearly
    var groups = AnnualReport.Row(
      programme: "industrial", nameEnglish: "Mutual aid groups", nameChinese: "互助组",
      unit: "group", actual: "1000")
    (groups.region, groups.regionName) = (RegionCode(433123), "凤凰县")
    groups.qualifier = .atLeast
    var figures = MonthlyFigures()
    figures[.personsSupported] = 613_432
    figures[.allocatedFen] = 27_500_000_000
    return AnnualReport(
      year: 2012, asOf: "2012-12-31", known: known,
      office: ReportedPlace(code: "430000", name: "湖南省"),
      indicators: [
        groups,
        AnnualReport.Row(
          programme: "overview", nameEnglish: "Funds raised", nameChinese: "筹集资金", unit: "yuan",
          planned: "1000000", actual: "1261000"),
        document,
        AnnualReport.Row(
          programme: "two_systems", nameEnglish: "Poor people supported", nameChinese: "扶持贫困人口",
          unit: "person", planned: "600000", actual: "613000"),
      ],
      twoSystems: AnnualReport.TwoSystems(
        figures: figures, target: 600_000, countyTargets: 600_000))
  }
}
