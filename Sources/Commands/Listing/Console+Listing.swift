import Arguments
import Domain
import Register
import Reports

// What the commands `list …` ask alike.

extension Option {
  /// A list is of the whole office or of one place.
  static let places: [Option] = [.county, .township, .village, .region]

  static let householdClass = Option(
    "class", value: "CLASS",
    help: Bilingual(
      "Only this class: poor, poor_dibao, dibao, wubao, or none.",
      zh: "只限此户属性：扶贫户、扶贫低保户、低保户、五保户，或未定。"))

  static let area = Option(
    "area", value: "AREA",
    help: Bilingual(
      "Only the counties of this contiguous area: wuling, luoxiao, or none.",
      zh: "只限此片区的县：武陵山片区、罗霄山片区，或片区外。"))

  static let nationalKey = Option(
    "national-key",
    help: Bilingual("The national key counties alone.", zh: "只统计国家重点县。"))

  static let point = Option(
    "point", value: "POINT",
    help: Bilingual(
      "One of the six: plan, project, fund, support, implementation, contact.",
      zh: "六到之一：减贫规划、项目规划、资金安排、扶持责任、项目实施责任、联系责任。"))

  static let month = Option(
    "month", value: "MONTH",
    help: Bilingual(
      "As the month's report counts: on its last day, such as 2011-06.",
      zh: "按该月月报口径，即当月最后一天，如 2011-06。"))
}

extension Console {
  /// The day that `--on` or `--month` names; a list of both is none.
  func dayListed(
    _ arguments: ParsedArguments, of register: Register
  ) throws(Problem) -> CalendarDate {
    guard let month = try month(arguments) else { return try dayAsked(arguments, of: register) }
    if arguments.value("on") != nil {
      throw arguments.failure(.conflictingOptions("--on", "--month")).problem(in: language)
    }
    return month.lastDay
  }

  /// The entry that `--known` means. What was closed is a month, so that it has to be named.
  func knownListed(
    _ arguments: ParsedArguments, on day: CalendarDate, of register: Register
  ) throws(Problem) -> Known {
    let knowledge = try knowledge(arguments)
    if knowledge == .closed, arguments.value("month") == nil {
      throw arguments.failure(.missingOption("--month")).problem(in: language)
    }
    return try worded { () throws(RegisterFault) in
      try register.knownEntry(knowledge, day.yearMonth)
    }
  }

  /// An entry as reports name it.
  func named(_ known: Known, in register: Register) throws(Problem) -> KnownEntry {
    let hash = try worded { () throws(QueryFailure) in try register.entryHash(known.entry) }
    return KnownEntry(known, hash)
  }

  /// The stored code of the class that `--class` names, 0 for none; nil where it was not given.
  func householdClass(_ arguments: ParsedArguments) throws(Problem) -> Int? {
    try code(arguments, "class", HouseholdClass.self, none: ["none", "未定", "未定户属性", "无"])
  }

  /// The stored code of the contiguous area that `--area` names, 0 for outside of any; nil where it was not
  /// given.
  func area(_ arguments: ParsedArguments) throws(Problem) -> Int? {
    try code(arguments, "area", Area.self, none: ["none", "片区外", "无"])
  }

  /// - Parameter none: the words for none of the list: the English one, then the Chinese, the first of which
  ///   is the one that is advised.
  private func code<Value: CodedValue>(
    _ arguments: ParsedArguments, _ option: String, _: Value.Type, none: [String]
  ) throws(Problem) -> Int? {
    if let text = arguments.value(option), none.contains(text.lowercased()) { return 0 }
    return try coded(arguments, option, Value.self, beside: [say(none[0], none[1])])?.rawValue
  }
}
