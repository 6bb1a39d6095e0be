import Arguments
import CSV
import Domain
import Intake
import Markup
import Register
import Sheets

enum ExportCommand: Command {
  static let path = ["export"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Write a sheet out of the register.", zh: "从登记库导出表格。"),
    discussion: Bilingual(
      """
      What is written imports again and changes nothing, and builds the same register anew from an \
      empty one. That holds with --reveal alone, which is recorded as an entry with its officer and \
      reason; without it resident IDs, phones and accounts are masked, and import refuses them. \
      --county keeps to the households that live there now, and to the money, projects and people of \
      the county. --encoding utf-8-bom or gb18030 makes a file that a spreadsheet opens.
      """,
      zh: """
        导出的表格可原样重新导入而无任何变动，也可导入空登记库重建。只有加 --reveal 才能如此，并以录入单记下经办人和事由；\
        否则身份证号、电话和账号予以遮盖，导入时会被拒绝。--county 只限现居该县的户及该县的资金、项目和人员。\
        --encoding utf-8-bom 或 gb18030 便于电子表格打开。
        """),
    arguments: [
      Positional(
        "SHEET", allowed: Sheet.all.map(\.name), alsoAllowed: Sheet.all.map(\.chinese),
        help: Bilingual("The sheet.", zh: "表格。"))
    ],
    options: [
      .county,
      Option(
        "known", value: "ENTRY",
        help: Bilingual(
          "As known at an entry (its number), or now.", zh: "截至某号录入单所知，或 now 为现知。")),
      .reveal,
      .encoding, .format(["csv"]), .output, .force,
    ] + Option.writing,
    examples: [
      "sixpoint export plans --county Fenghuang -o fenghuang_plans.csv",
      "sixpoint export roster --known 12 --lang zh",
      "sixpoint export roster --reveal --reason \"copy for the county\" -o roster_copy.csv",
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let sheet = try sheet(arguments, console)
    let reveals = try console.reveals(arguments)
    var options = ExportOptions()
    options.form =
      try console.worded { () throws(UsageFailure) in try arguments.writtenForm() } ?? TextForm()
    options.isChinese = console.language == .chinese
    options.reveals = reveals
    let register = try console.openRegister(arguments, writing: reveals)
    options.place = try place(arguments, of: register, console)
    options.known = try known(arguments, of: register, console)
    if reveals {
      try console.recordReveal("reveal export \(sheet.name)", arguments, in: register)
    }
    try write(Exporter(sheet, from: register, options), arguments, on: register, console)
    return .done
  }

  /// Writes a sheet to standard output or to the file of `-o`.
  static func write(
    _ exporter: Exporter, _ arguments: ParsedArguments, on register: Register, _ console: Console
  ) throws(Problem) {
    try console.worded { () throws(ExportStop) in
      // Any sheet may hold what was revealed; without --reveal a file is as others are.
      let readers: Output.Readers = arguments.flag("reveal") ? .ownerOnly : .byMask
      var output: Output
      do throws(OutputFault) {
        output = try console.output(arguments, readers: readers)
      } catch { throw .output(error) }
      // A terminal obeys the control characters that a file or a program is given as they are.
      let isShown = console.columns(arguments) != nil
      do throws(ExportStop) {
        _ = try console.working(on: register) { () throws(ExportStop) in
          try exporter.run(wrapping: ExportStop.database) { (bytes) throws(ExportStop) in
            do throws(OutputFault) {
              if isShown { try output.write(shown(bytes)) } else { try output.write(bytes) }
            } catch { throw .output(error) }
            if output.isClosed { throw .closed }
          }
        }
      } catch {
        guard case .closed = error else { throw error }
      }
      do throws(OutputFault) { try output.finish() } catch { throw .output(error) }
    }
  }

  private static func shown(_ bytes: Span<UInt8>) -> [UInt8] {
    let text = bytes.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    return Array(text.neutralised(keepingLineBreaks: true).utf8)
  }

  private static func sheet(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> Sheet {
    let name = try console.worded { () throws(UsageFailure) in
      try arguments.requiredPositional("SHEET")
    }
    guard let sheet = Sheet.named(name) else {
      preconditionFailure("the argument takes the names of sheets alone")
    }
    return sheet
  }

  /// The place of `--county`; the whole province is no limit.
  private static func place(
    _ arguments: ParsedArguments, of register: Register, _ console: Console
  ) throws(Problem) -> RegionCode? {
    guard let region = try console.place(arguments, of: register) else { return nil }
    switch region.code.level {
    case .province: return nil
    case .prefecture, .county: return region.code
    case .township, .village:
      throw Problem(
        "wrong_level",
        console.say(
          "\(console.named(region)) is no county; its county is \(region.code.value / (region.code.level == .village ? 1_000_000 : 1_000))",
          "\(console.named(region))不是县；所在县为 \(region.code.value / (region.code.level == .village ? 1_000_000 : 1_000))"
        ))
    }
  }

  private static func known(
    _ arguments: ParsedArguments, of register: Register, _ console: Console
  ) throws(Problem) -> Int64? {
    guard let text = arguments.value("known"), text != "now" else { return nil }
    guard let number = Int64(text), number > 0 else {
      throw arguments.failure(.malformedValue(text, of: "--known", example: "12, now"))
        .problem(in: console.language)
    }
    let last = try console.worded { () throws(RegisterFault) in try register.lastEntry().number }
    guard number <= last else {
      throw RegisterFault.unknownEntry(number, last: last).problem(in: console.language)
    }
    return number
  }
}

/// What ends an export before its last row.
private enum ExportStop: WordedFault {
  case database(QueryFailure)
  case output(OutputFault)
  /// The reader of the pipe has gone.
  case closed

  func problem(in language: Language) -> Problem {
    switch self {
    case .database(let failure): failure.problem(in: language)
    case .output(let fault): fault.problem(in: language)
    case .closed: preconditionFailure("a closed pipe is quiet")
    }
  }
}
