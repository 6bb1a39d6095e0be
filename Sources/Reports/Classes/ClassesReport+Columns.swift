import Domain

// The columns of the report's tables.

extension ClassesReport {
  private static func code(_ householdClass: HouseholdClass?) -> Int {
    householdClass?.rawValue ?? 0
  }

  private static func word(_ householdClass: HouseholdClass?) -> Phrase {
    switch householdClass {
    case .poor: Phrase("development\nonly", "扶贫户")
    case .poorDibao: Phrase("both\nsystems", "扶贫低保户")
    case .dibao: Phrase("allowance\nonly", "低保户")
    case .wubao: Phrase("five\nguarantees", "五保户")
    case nil: Phrase("no\nclass", "未定")
    }
  }

  static let nameColumns: [ReportColumn<Row>] = [
    ReportColumn("code", Phrase("code", "代码"), .text { $0.code }),
    ReportColumn("name", Phrase("name", "名称"), narrowest: 8, .text { $0.name }),
  ]

  static let householdColumns: [ReportColumn<Row>] =
    [
      ReportColumn(
        "households", Phrase("households", "户数"),
        .count { $0.households.values.reduce(0, +) })
    ]
    + HouseholdClass.rows.map { householdClass in
      let code = code(householdClass)
      return ReportColumn(
        (householdClass?.name ?? "none") + "_households", word(householdClass),
        .count { $0.households[code] ?? 0 })
    }

  static let personColumns: [ReportColumn<Row>] =
    [
      ReportColumn(
        "persons", Phrase("persons", "人数"), .count { $0.persons.values.reduce(0, +) })
    ]
    + HouseholdClass.rows.map { householdClass in
      let code = code(householdClass)
      return ReportColumn(
        (householdClass?.name ?? "none") + "_persons", word(householdClass),
        .count { $0.persons[code] ?? 0 })
    }

  static let directionColumns: [ReportColumn<Row>] = [
    ReportColumn(
      "gained_allowance", Phrase("into\nallowance", "转入\n低保"), .count { $0.gainedAllowance }),
    ReportColumn(
      "lost_allowance", Phrase("out of\nallowance", "退出\n低保"), .count { $0.lostAllowance }),
    ReportColumn(
      "gained_development", Phrase("into\ndevelopment", "转入\n扶贫"),
      .count { $0.gainedDevelopment }),
    ReportColumn(
      "lost_development", Phrase("out of\ndevelopment", "退出\n扶贫"),
      .count { $0.lostDevelopment }),
  ]

  static let listColumns: [ReportColumn<Row>] = [
    ReportColumn("above_line", Phrase("above\nthe line", "收入\n超线"), .count { $0.aboveLine }),
    crossing("on_list_only", Phrase("on the\nlist only", "仅在\n名册")),
    crossing("class_without_dibao", Phrase("class without\nallowance", "户属性\n无低保")),
    crossing("other_name", Phrase("another\nname", "姓名\n不符")),
    crossing("in_register_only", Phrase("nobody on\nthe list", "名册\n无人")),
  ]

  private static func crossing(_ kind: String, _ title: Phrase) -> ReportColumn<Row> {
    ReportColumn(kind, title, .count { $0.crossings[kind] ?? 0 })
  }

  /// The row of a region, for programs.
  static let columns: [ReportColumn<Row>] =
    nameColumns + householdColumns + personColumns + directionColumns + listColumns

  static let moveColumns: [ReportColumn<Move>] = [
    ReportColumn("household_no", Phrase("household", "户号"), .text { $0.householdNo }),
    ReportColumn("head", Phrase("head", "户主"), narrowest: 8, .text { $0.headName }),
    ReportColumn(
      "village_code", Phrase("village code", "村代码"), onTerminal: false,
      .text { $0.village.code }),
    ReportColumn("village", Phrase("village", "村"), narrowest: 8, .text { $0.village.name }),
    ReportColumn("on", Phrase("day", "日期"), .text { $0.on }),
    ReportColumn("from", Phrase("from", "原属性"), .word(.classes) { $0.from?.name ?? "none" }),
    ReportColumn("to", Phrase("to", "现属性"), .word(.classes) { $0.to.name }),
    ReportColumn("ground", Phrase("ground", "依据"), narrowest: 10, .text { $0.ground }),
  ]

  static let kinds = Vocabulary([
    "on_list_only": Phrase("on the list only", "仅在低保名册"),
    "class_without_dibao": Phrase("class without allowance", "户属性无低保"),
    "other_name": Phrase("another name", "姓名不符"),
    "in_register_only": Phrase("nobody on the list", "名册无此户人员"),
  ])

  static let crossingColumns: [ReportColumn<Crossing>] = [
    ReportColumn("kind", Phrase("what differs", "不符情况"), narrowest: 16, .word(kinds) { $0.kind }),
    ReportColumn("household_no", Phrase("household", "户号"), .text { $0.householdNo }),
    ReportColumn(
      "village_code", Phrase("village code", "村代码"), onTerminal: false,
      .text { $0.village.code }),
    ReportColumn("village", Phrase("village", "村"), narrowest: 8, .text { $0.village.name }),
    ReportColumn("name", Phrase("name", "姓名"), narrowest: 8, .text { $0.name }),
    ReportColumn(
      "listed_name", Phrase("on the list", "名册姓名"), narrowest: 8, .text { $0.listedName }),
    ReportColumn("resident_id", Phrase("resident ID", "身份证号"), .text { $0.residentID }),
    ReportColumn(
      "class", Phrase("class", "户属性"), narrowest: 6, .word(.classes) { $0.standing?.name }),
  ]

  static let lineColumns: [ReportColumn<AboveLine>] = [
    ReportColumn("household_no", Phrase("household", "户号"), .text { $0.householdNo }),
    ReportColumn(
      "village_code", Phrase("village code", "村代码"), onTerminal: false,
      .text { $0.village.code }),
    ReportColumn("village", Phrase("village", "村"), narrowest: 8, .text { $0.village.name }),
    ReportColumn("class", Phrase("class", "户属性"), .word(.classes) { $0.standing.name }),
    ReportColumn(
      "income_per_capita", Phrase("income a person", "人均收入"), .money { $0.incomeFen }),
    ReportColumn("line", Phrase("line", "标准"), .money { $0.lineFen }),
  ]
}
