import CSV
import Domain

// The year's chapter: every programme in the chapter's order, its indicators with planned, actual and completion,
// the register's own figures of the two systems, averages, and what contradicts itself. No figure is altered.

package struct AnnualReport: Sendable {
  /// The tables; csv gives one of them.
  package enum Part: String, Sendable, CaseIterable {
    case indicators, contradictions
  }

  /// Where a figure comes from.
  package enum Origin: String, Sendable {
    case sheet, register, derived
  }

  package struct Row: Sendable {
    /// As sent; the chapter's programmes by their names for programs.
    package var programme: String
    package var nameEnglish: String
    package var nameChinese: String?
    package var scope: String = ""
    /// Nil where it is not one region's.
    package var region: RegionCode?
    /// The region's name; nil where it is not one region's, or not known.
    package var regionName: String?
    /// What it is about, where its name alone does not tell people: another place than the report's, or one
    /// of several rows of that name.
    package internal(set) var place: String?
    package var unit: String
    /// As sent: a number, or words where the unit asks for them; nil where not given.
    package var planned: String?
    package var actual: String?
    package var qualifier = Qualifier.exact
    package var note: String?
    package var origin = Origin.sheet
    /// What the figure should be by the first relation that it does not keep; nil where it keeps all.
    package internal(set) var computed: String?
    /// `computed` minus what is stated.
    package internal(set) var difference: String?

    package init(
      programme: String, nameEnglish: String, nameChinese: String?, unit: String,
      planned: String? = nil, actual: String?, origin: Origin = .sheet
    ) {
      self.programme = programme
      self.nameEnglish = nameEnglish
      self.nameChinese = nameChinese
      self.unit = unit
      self.planned = planned
      self.actual = actual
      self.origin = origin
    }

    /// Whether planned and actual are words.
    var takesText: Bool { IndicatorUnit.takesText(unit) }

    /// Actual in tenths of a percent of planned; nil where either is no number, and of what is a percentage
    /// itself.
    package var completionTenths: Int64? {
      guard !takesText, unit != "percent", unit != "%",
        let planned = planned.flatMap({ ChapterFigure($0) }),
        let actual = actual.flatMap({ ChapterFigure($0) }), actual.billionths >= 0,
        let tenths = actual.divided(by: planned, times: 1000)
      else { return nil }
      return Int64(exactly: tenths.rounded(to: ChapterFigure(1)).billionths / 1_000_000_000)
    }
  }

  /// The register's own figures of the two systems, at the end of the year.
  package struct TwoSystems: Sendable {
    package let figures: MonthlyFigures
    /// Persons to support; nil where there is no quota.
    package let target: Int64?
    /// The counties' quotas together; nil where none has one.
    package let countyTargets: Int64?

    package init(figures: MonthlyFigures, target: Int64?, countyTargets: Int64?) {
      self.figures = figures
      self.target = target
      self.countyTargets = countyTargets
    }
  }

  package let year: Int
  package let asOf: String
  package let known: KnownEntry
  package let office: ReportedPlace
  package let twoSystems: TwoSystems
  package let rows: [Row]
  package let contradictions: [Contradiction]

  /// - Parameter indicators: as sent, in the order in which they came in.
  package init(
    year: Int, asOf: String, known: KnownEntry, office: ReportedPlace, indicators: [Row],
    twoSystems: TwoSystems
  ) {
    self.year = year
    self.asOf = asOf
    self.known = known
    self.office = office
    self.twoSystems = twoSystems
    let own = twoSystems.rows(office: RegionCode(Int64(office.code) ?? 0))
    let checks = AnnualChecks(indicators, own, year: year, office: office, twoSystems)
    contradictions = checks.contradictions
    rows = Self.placed(checks.rows, office: office)
  }

  /// The rows with the place of those whose name does not tell whose they are.
  private static func placed(_ rows: [Row], office: ReportedPlace) -> [Row] {
    func key(_ row: Row) -> [String] { [row.programme, row.nameEnglish] }
    let alike = Dictionary(grouping: rows.filter { $0.origin == .sheet }, by: key)
    return rows.map { row in
      let isElsewhere = row.region.map { $0.description != office.code } ?? false
      guard row.origin == .sheet, isElsewhere || alike[key(row), default: []].count > 1 else {
        return row
      }
      var row = row
      row.place =
        row.regionName ?? row.region?.description ?? (row.scope.isEmpty ? nil : row.scope)
      return row
    }
  }

  package static let title = Phrase("Annual chapter", "年度综述")

  /// `613,432 persons supported of a target of 600,000: 102.2 %.`
  package func sentence(in language: ReportLanguage) -> String {
    let supported = twoSystems.figures[.personsSupported]
    let (persons, number) = (NumberText.persons(supported), NumberText.grouped(supported))
    guard let target = twoSystems.target else {
      return Phrase("\(persons) supported.", "扶持 \(number) 人。")[language]
    }
    let goal = NumberText.grouped(target)
    let percent = NumberText.percentTenths(supported, of: target).map {
      NumberText.decimal($0, places: 1, grouped: true)
    }
    let share = percent.map { ": \($0) %" } ?? ""
    let chinese = percent.map { "，完成 \($0) %" } ?? ""
    return Phrase(
      "\(persons) supported of a target of \(goal)\(share).",
      "扶持 \(number) 人，目标 \(goal) 人\(chinese)。")[language]
  }

  package func csv(_ part: Part, _ form: TextForm = TextForm()) -> [UInt8] {
    switch part {
    case .indicators: ReportColumn.csv(Self.columns, rows: rows, form: form)
    case .contradictions: ReportColumn.csv(Contradiction.columns, rows: contradictions, form: form)
    }
  }

  /// One line: `{"report","year","as_of","known","two_systems","programmes":[{"programme","indicators"}],
  /// "contradictions"}`.
  package func json() -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("report", "annual")
      json.member("year", year)
      json.member("as_of", asOf)
      known.write(into: &json)
      json.memberObject("two_systems") { json in twoSystems.write(into: &json) }
      json.memberArray("programmes") { json in
        for programme in programmes {
          json.object { json in
            json.member("programme", programme.key)
            ReportColumn.writeArray(
              Self.columns, named: "indicators", of: programme.rows, into: &json)
          }
        }
      }
      ReportColumn.writeArray(
        Contradiction.columns, named: "contradictions", of: contradictions, into: &json)
    }
    json.line()
    return json.takeBytes()
  }

  /// The rows by programme, in the order of the report.
  package var programmes: [(key: String, rows: [Row])] {
    var programmes: [(key: String, rows: [Row])] = []
    for row in rows {
      if programmes.last?.key != row.programme { programmes.append((row.programme, [])) }
      programmes[programmes.count - 1].rows.append(row)
    }
    return programmes
  }
}

extension AnnualReport.TwoSystems {
  static let programme = ChapterProgramme.twoSystems.rawValue
  /// The indicator that the register knows itself.
  static let supported = "Poor people supported"

  func write(into json: inout JSONText) {
    json.member("target_persons", target)
    json.member("persons_supported", figures[.personsSupported])
    let tenths = target.flatMap { NumberText.percentTenths(figures[.personsSupported], of: $0) }
    json.member("percent", tenths, places: 1)
    json.member("county_targets", countyTargets)
    for figure in Figure.allCases where figure != .personsSupported {
      json.member(figure.name, figures[figure])
    }
  }

  /// The register's figures as indicators.
  func rows(office: RegionCode?) -> [AnnualReport.Row] {
    func row(
      _ english: String, _ chinese: String, _ unit: String, planned: String? = nil, _ actual: String
    ) -> AnnualReport.Row {
      var row = AnnualReport.Row(
        programme: Self.programme, nameEnglish: english, nameChinese: chinese, unit: unit,
        planned: planned, actual: actual, origin: .register)
      row.region = office
      return row
    }
    var rows = [
      row(
        Self.supported, "扶持贫困人口", "person", planned: target.map { String($0) },
        String(figures[.personsSupported])),
      row(
        "Households with all six points", "六到齐全户", "household",
        String(figures[.householdsFulfilled])),
      row(
        "Households enrolled", "纳入户", "household", String(figures[.householdsEnrolled])),
      row("Persons enrolled", "纳入人口", "person", String(figures[.personsEnrolled])),
      row(
        "Household funds allocated", "安排到户资金", "yuan",
        NumberText.yuan(fen: figures[.allocatedFen])),
      row(
        "Household funds paid", "拨付到户资金", "yuan", NumberText.yuan(fen: figures[.paidFen])),
    ]
    let money = ChapterFigure(NumberText.yuan(fen: figures[.allocatedFen]))
    if let average = money?.divided(by: ChapterFigure(figures[.personsSupported])) {
      var derived = row(
        "Household funds allocated per supported person", "人均安排到户资金", "yuan/person",
        average.text(places: 2))
      derived.origin = .derived
      rows.append(derived)
    }
    return rows
  }
}
