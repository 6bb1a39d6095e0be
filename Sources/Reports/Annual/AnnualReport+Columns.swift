import Domain

extension AnnualReport {
  static let programmeWords = Vocabulary(
    Dictionary(
      ChapterProgramme.allCases.map { ($0.rawValue, Phrase($0.english, $0.chinese)) },
      uniquingKeysWith: { first, _ in first }))

  private static let origins = Vocabulary([
    Origin.sheet.rawValue: Phrase("sent", "上报"),
    Origin.register.rawValue: Phrase("register", "登记库"),
    Origin.derived.rawValue: Phrase("derived", "推算"),
  ])

  private static let qualifiers = Vocabulary(of: Qualifier.self)

  /// An indicator for programs.
  static let columns: [ReportColumn<Row>] = [
    ReportColumn("programme", Phrase("programme", "专项"), .word(programmeWords) { $0.programme }),
    ReportColumn("name_en", Phrase("indicator", "英文名称"), .text { $0.nameEnglish }),
    ReportColumn("name_zh", Phrase("Chinese name", "指标"), .text { $0.nameChinese }),
    ReportColumn("scope", Phrase("scope", "范围"), .text { $0.scope.isEmpty ? nil : $0.scope }),
    ReportColumn("region_code", Phrase("region", "区划代码"), .text { $0.region?.description }),
    ReportColumn("unit", Phrase("unit", "单位"), .word(Vocabulary.units) { $0.unit }),
    ReportColumn("planned", Phrase("planned", "计划"), .text { $0.planned }),
    ReportColumn("actual", Phrase("actual", "实际"), .text { $0.actual }),
    ReportColumn(
      "qualifier", Phrase("qualifier", "准确程度"), .word(qualifiers) { $0.qualifier.name }),
    ReportColumn(
      "completion", Phrase("completion %", "完成率%"),
      .decimal(places: 1) { $0.completionTenths }),
    ReportColumn("source", Phrase("source", "来源"), .word(origins) { $0.origin.rawValue }),
    ReportColumn("computed", Phrase("computed", "推算数"), .text { $0.computed }),
    ReportColumn("difference", Phrase("difference", "相差"), .text { $0.difference }),
    ReportColumn("note", Phrase("note", "备注"), .text { $0.note }),
  ]

  /// An indicator for people, under the heading of its programme; `!` marks what contradicts itself.
  package static func textColumns(_ language: ReportLanguage) -> [ReportColumn<Row>] {
    [
      ReportColumn(
        "name", Phrase("indicator", "指标"), narrowest: 24,
        .text { Self.name(of: $0, language) }),
      ReportColumn(
        "unit", Phrase("unit", "单位"), narrowest: 6,
        .text { row in
          let words = IndicatorUnit.wording(of: row.unit)
          return Phrase(words.english, words.chinese)[language]
        }),
      ReportColumn(
        "planned", Phrase("planned", "计划"), align: .right,
        .text { $0.planned.map(Self.grouped) }),
      ReportColumn(
        "actual", Phrase("actual", "实际"), align: .right, .text { Self.qualified($0, language) }),
      ReportColumn(
        "completion", Phrase("completion", "完成率"), align: .right,
        .text {
          $0.completionTenths.map { NumberText.decimal($0, places: 1, grouped: true) + " %" }
        }),
      ReportColumn(
        "source", Phrase("source", "来源"),
        .text { row in
          row.origin == .sheet
            ? row.difference == nil ? nil : "!"
            : origins.word(for: row.origin.rawValue, in: language)
        }),
    ]
  }

  /// A number with its separators of thousands; anything else as it is.
  static func grouped(_ text: String) -> String {
    guard ChapterFigure(text) != nil, !text.contains(",") else { return text }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = Int64(parts[0]) else { return text }
    return NumberText.grouped(whole) + (parts.count > 1 ? "." + parts[1] : "")
  }

  /// `Mutual aid groups (Fenghuang County)`: the place only where the name does not tell it.
  static func name(of row: Row, _ language: ReportLanguage) -> String {
    let name = language == .zh ? row.nameChinese ?? row.nameEnglish : row.nameEnglish
    return name + (row.place.map { Phrase(" (\($0))", "（\($0)）")[language] } ?? "")
  }

  /// `at least 1,100,000`, `nearly 20,000`; words say themselves how exact they are.
  static func qualified(_ row: Row, _ language: ReportLanguage) -> String? {
    guard let actual = row.actual.map(grouped) else { return nil }
    if row.takesText { return actual }
    return switch row.qualifier {
    case .exact: actual
    case .atLeast: Phrase("at least \(actual)", "\(actual) 以上")[language]
    case .nearly: Phrase("nearly \(actual)", "近 \(actual)")[language]
    }
  }
}
