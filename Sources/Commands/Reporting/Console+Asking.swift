import Arguments
import CSV
import Domain
import Register
import Reports

// What the commands that ask have in common: the day, the place, the entry that a question is about.

extension Language {
  /// The language of reports.
  var ofReports: ReportLanguage { self == .chinese ? .zh : .en }
}

extension Option {
  static let region = Option(
    "region", value: "PLACE",
    help: Bilingual(
      "Only this place, a code or a name: 433123, Fenghuang, 凤凰县.",
      zh: "只限某地，写代码或名称：433123、Fenghuang、凤凰县。"))

  static let township = Option(
    "township", value: "PLACE",
    help: Bilingual("Only this township, a code or a name.", zh: "只限某乡镇，写代码或名称。"))

  static let village = Option(
    "village", value: "PLACE",
    help: Bilingual("Only this village, a code or a name.", zh: "只限某村，写代码或名称。"))

  static let county = Option(
    "county", value: "PLACE",
    help: Bilingual(
      "Only this county, a code or a name: 433123, Fenghuang, 凤凰县.",
      zh: "只限某县，写代码或名称：433123、Fenghuang、凤凰县。"))

  static let known = Option(
    "known", value: "WHEN",
    help: Bilingual(
      "As known now, at an entry (its number), or closed: as the month was reported.",
      zh: "按何时所知：now 现在、某号录入单（写号数）、closed 月结上报时。"))

  static let on = Option(
    "on", value: "DAY",
    help: Bilingual(
      "The day asked about: 2011-06-30, today, yesterday; else today, at most 31 December of the register's year.",
      zh: "所问日期：2011-06-30、today、yesterday；不写则为今天，不晚于登记库年度的12月31日。"))
}

extension Console {
  /// `DAY` as people write it; nil where the option was not given.
  func day(_ arguments: ParsedArguments, _ name: String = "on") throws(Problem) -> CalendarDate? {
    guard let text = arguments.value(name) else { return nil }
    if let day = try day(written: text) { return day }
    throw arguments.failure(.malformedValue(text, of: "--" + name, example: "2011-06-30"))
      .problem(in: language)
  }

  /// A day as people write it; nil where the text is none.
  func day(written text: String) throws(Problem) -> CalendarDate? {
    switch text.lowercased() {
    case "today", "今天", "今日": return try today()
    case "yesterday", "昨天", "昨日": return try today().adding(days: -1)
    case "前天": return try today().adding(days: -2)
    default: break
    }
    do throws(CellFault) {
      return try CellText.reading(text) { (cell) throws(CellFault) in
        try CalendarDate.read(cell, serials: nil)
      }
    } catch { return nil }
  }

  /// The day given, else the earlier of today and 31 December of the register's year.
  func dayAsked(_ arguments: ParsedArguments, of register: Register) throws(Problem) -> CalendarDate
  {
    if let day = try day(arguments) { return day }
    return try latestDay(of: register)
  }

  /// The earlier of today and 31 December of the register's year.
  func latestDay(of register: Register) throws(Problem) -> CalendarDate {
    let lastDay = CalendarDate(year: register.year, month: 12, day: 31) ?? .forever
    return min(try today(), lastDay)
  }

  /// What `--known` asks for: now unless given.
  func knowledge(_ arguments: ParsedArguments) throws(Problem) -> Knowledge {
    switch arguments.value("known") {
    case nil, "now"?: return .now
    case "closed"?: return .closed
    case let text?:
      guard let number = Int64(text), number > 0 else {
        throw arguments.failure(.malformedValue(text, of: "--known", example: "12, now, closed"))
          .problem(in: language)
      }
      return .entry(number)
    }
  }

  /// `--month`; nil where it was not given.
  func month(_ arguments: ParsedArguments) throws(Problem) -> YearMonth? {
    guard let text = arguments.value("month") else { return nil }
    do throws(CellFault) {
      return try CellText.reading(text, YearMonth.read)
    } catch {
      throw arguments.failure(.malformedValue(text, of: "--month", example: "2011-06"))
        .problem(in: language)
    }
  }

  /// The levels that an option's place may be of. A slip of the hand must not name some village elsewhere: a
  /// county is a county, or what it is in.
  private static let placeOptions: [(option: String, levels: ClosedRange<RegionLevel>)] = [
    ("county", .province ... .county), ("township", .township ... .township),
    ("village", .village ... .village), ("region", .province ... .village),
  ]

  /// The one place that `--county`, `--township`, `--village` or `--region` names, within the register's
  /// office; nil for all of it.
  func place(_ arguments: ParsedArguments, of register: Register) throws(Problem) -> Region? {
    var stated: [(option: String, text: String, levels: ClosedRange<RegionLevel>)] = []
    for (option, levels) in Console.placeOptions where arguments.takes(option) {
      if let text = arguments.value(option) { stated.append((option, text, levels)) }
    }
    guard let first = stated.first else { return nil }
    if stated.count > 1 {
      throw arguments.failure(
        .conflictingOptions("--" + stated[0].option, "--" + stated[1].option)
      ).problem(in: language)
    }
    return try region(first.text, levels: first.levels, of: register)
  }

  /// The place that `--county` names for a month's report: for the closed one as it was called then, whatever
  /// it is called today.
  func placeReported(
    _ arguments: ParsedArguments, _ month: YearMonth, _ knowledge: Knowledge, of register: Register
  ) throws(Problem) -> Region? {
    guard knowledge == .closed, let text = arguments.value("county") else {
      return try place(arguments, of: register)
    }
    let isClosed = try worded { () throws(QueryFailure) in try register.closeOf(month) != nil }
    guard isClosed else { return try place(arguments, of: register) }
    return try region(text, levels: .province ... .county, of: register, closed: month)
  }

  /// The place of some levels that a code or a name means, within the register's office.
  ///
  /// - Parameters:
  ///   - closed: a closed month, whose places are asked first.
  ///   - mayBeOutside: whether a place outside the office is taken too.
  func region(
    _ text: String, levels: ClosedRange<RegionLevel>, of register: Register,
    closed month: YearMonth? = nil, mayBeOutside: Bool = false
  ) throws(Problem) -> Region {
    let typed = PersonalNumbers.masked(text)
    let answer = try worded { () throws(QueryFailure) -> RegionAnswer in
      if let month {
        let reported = try register.regions(called: text, levels: levels, closed: month)
        if case .none = reported {} else { return reported }
      }
      return try register.regions(called: text, levels: levels)
    }
    switch answer {
    case .one(let region):
      guard
        mayBeOutside || register.office.contains(region.code)
          || register.office.level == .province
      else {
        throw Problem(
          "outside_office",
          say(
            "\(named(region)) is outside the register's office \(register.office)",
            "\(named(region))不在登记库所属单位 \(register.office) 范围内"))
      }
      return region
    case .several(let regions):
      let list = regions.prefix(12).map(named).joined(separator: say(", ", "、"))
      throw Problem(
        "ambiguous_region",
        say(
          "“\(typed)” may be any of \(list); give the code",
          "“\(typed)”可能是 \(list)，请写代码"))
    case .none(let nearest):
      let elsewhere = try worded { () throws(QueryFailure) in try register.regions(called: text) }
      if case .one(let region) = elsewhere { throw wrongLevel(region, levels) }
      throw Problem(
        "unknown_region",
        say("there is no place “\(typed)” here", "没有“\(typed)”这个地方")
          + language.meant(nearest.map(named)))
    }
  }

  private func wrongLevel(_ region: Region, _ levels: ClosedRange<RegionLevel>) -> Problem {
    let wanted =
      levels.lowerBound == levels.upperBound
      ? say("a \(levels.lowerBound.name)", levels.lowerBound.chinese)
      : say(
        "a place from \(levels.lowerBound.name) to \(levels.upperBound.name)",
        "\(levels.lowerBound.chinese)至\(levels.upperBound.chinese)一级的地方")
    return Problem(
      "wrong_level",
      say(
        "\(named(region)) is a \(region.level.name); give \(wanted)",
        "\(named(region))是\(region.level.chinese)，应写\(wanted)"))
  }

  /// `433123 Fenghuang County`.
  func named(_ region: Region) -> String { "\(region.code) \(name(of: region))" }

  /// Masked: a regions sheet whose columns were swapped puts people's numbers there.
  func name(of region: Region) -> String {
    PersonalNumbers.masked(
      language == .chinese ? region.nameChinese : region.nameEnglish ?? region.nameChinese)
  }

  /// A place as reports name it; one that nothing is known of has no name.
  func reported(_ code: RegionCode, _ region: Region?) -> ReportedPlace {
    ReportedPlace(code: code.description, name: region.map(name) ?? "")
  }

  /// Asks a register for all that one command prints, of one state of it; an interrupt stops the asking.
  func asking<Answer>(
    _ register: Register, _ body: () throws(Problem) -> Answer
  ) throws(Problem) -> Answer {
    try working(on: register) { () throws(Problem) in
      try register.reading(wrapping: { $0.problem(in: language) }, body)
    }
  }

  /// The columns of the terminal that a result is shown on; nil where it goes to a file or a pipe, in which
  /// nothing is folded.
  func columns(_ arguments: ParsedArguments? = nil) -> Int? {
    guard arguments?.writesFile != true else { return nil }
    let terminal = Terminal(.output, environment: environment)
    return terminal.isTerminal ? terminal.columns : nil
  }

  /// A report whose sentences are folded at words where they are longer than the terminal; its tables fit.
  func folded(_ text: [UInt8], within columns: Int?) -> [UInt8] {
    guard let columns else { return text }
    return Array(WrappedText.folded(String(decoding: text, as: UTF8.self), within: columns).utf8)
  }

  /// Prints a report in the form that was asked for.
  ///
  /// - Parameter text: for a terminal of so many columns, or for a file or a pipe.
  func print(
    _ arguments: ParsedArguments, readers: Output.Readers = .byMask,
    text: (_ columns: Int?) -> [UInt8],
    csv: ((TextForm) -> [UInt8])? = nil, json: () -> [UInt8], html: (() -> [UInt8])? = nil
  ) throws(Problem) {
    let format = try worded { () throws(UsageFailure) in try arguments.format() }
    let form = try worded { () throws(UsageFailure) in try arguments.writtenForm() }
    if form != nil, format != "csv" {
      throw arguments.failure(.conflictingOptions("--encoding", "--format \(format)"))
        .problem(in: language)
    }
    let bytes =
      switch format {
      case "json": json()
      case "csv": csv?(form ?? TextForm()) ?? text(nil)
      case "html": html?() ?? text(nil)
      default: folded(text(columns(arguments)), within: columns(arguments))
      }
    try print(arguments, readers: readers) { (output) throws(OutputFault) in
      try output.write(bytes)
    }
  }
}

/// A day as reports write it; nil for the open ends.
func written(_ day: DayNumber) -> String? {
  day <= DayPeriod.firstDay || day >= DayPeriod.openEnd
    ? nil : CalendarDate(dayNumber: day).description
}
