import Domain
import Intake
import Register
import Reports

// From what the register keeps of a month to its page: names are set, nothing is counted.

extension MonthlyPage {
  /// - Parameter file: of the same month, place and knowledge as the report.
  init(
    _ report: MonthlyReport, _ file: MonthFile, _ register: Register, _ console: Console
  ) throws(Problem) {
    self.init(report, imprint: try Imprint(report.known, register, console))
    counties = file.counties.map { county in
      MonthlyRow(
        code: county.code.description, name: county.region.map(console.name) ?? "",
        figures: county.months.last ?? MonthlyFigures(), targetPersons: county.quota?.persons,
        pacePersons: county.quota?.pace)
    }
    classes = file.classes.map { value, figures in
      let code = value?.name ?? "none"
      return MonthlyRow(
        code: code, name: Vocabulary.classes.word(for: code, in: console.language.ofReports),
        figures: figures)
    }
    curve = (0..<12).map { place in
      Point(
        supported: file.months.indices.contains(place)
          ? file.months[place][.personsSupported] : nil,
        pace: file.quotas.indices.contains(place) ? file.quotas[place]?.pace : nil)
    }
    rungs = Self.rungs(file.rungs)
    cases = file.exceptions.map(Self.cases)
    sent = Self.sent(file, console)
  }

  private struct RungKey: Hashable {
    let rung: Rung
    let fund: String
    let isFiscal: Bool
  }

  /// Sources and counties together, in the order of the ladder.
  private static func rungs(_ rungs: [MonthRung]) -> [RungMoney] {
    var order: [RungKey] = []
    var sums: [RungKey: RungMoney] = [:]
    for rung in rungs {
      let key = RungKey(rung: rung.rung, fund: rung.fund, isFiscal: rung.source.isFiscal)
      if sums[key] == nil { order.append(key) }
      let sum = sums[key]
      sums[key] = RungMoney(
        rung: rung.rung.name,
        fund: rung.fund.isEmpty ? nil : PersonalNumbers.masked(rung.fund as String?),
        isFiscal: rung.source.isFiscal, inFen: (sum?.inFen ?? 0).addingClamped(rung.inFen),
        outFen: (sum?.outFen ?? 0).addingClamped(rung.outFen),
        heldFen: (sum?.heldFen ?? 0).addingClamped(rung.heldFen),
        over90Fen: (sum?.over90Fen ?? 0).addingClamped(rung.heldOver90Fen),
        over365Fen: (sum?.over365Fen ?? 0).addingClamped(rung.heldOver365Fen))
    }
    return order.compactMap { sums[$0] }
  }

  /// Of all counties together, by kind in the order in which they come.
  private static func cases(_ exceptions: [MonthException]) -> [Cases] {
    var order: [String] = []
    var counts: [String: Int64] = [:]
    for exception in exceptions {
      if counts[exception.kind] == nil { order.append(exception.kind) }
      counts[exception.kind] = (counts[exception.kind] ?? 0).addingClamped(exception.cases)
    }
    return order.map { kind in
      let title =
        kind == MonthException.overdueFinding
        ? Phrase("findings past their day and not settled", "检查发现的问题逾期未改")
        : RegisterException.Kind(rawValue: kind)?.title ?? Phrase(kind, kind)
      return Cases(kind: kind, title: title, count: counts[kind] ?? 0)
    }
  }

  private static func name(of sheet: String, _ console: Console) -> String {
    console.say(sheet, Sheet.named(sheet)?.chinese ?? sheet)
  }

  /// Counties from which sheets are awaited, and others that sent some.
  private static func sent(_ file: MonthFile, _ console: Console) -> [Sent] {
    let sheets = Dictionary(grouping: file.submissions) { $0.county }
    // What the province issued for a county is nothing that the county sent.
    let silent = Set(file.silent.map(\.code))
    return file.counties.compactMap { county in
      let own = silent.contains(county.code) ? [] : sheets[county.code] ?? []
      guard county.isAwaited || !own.isEmpty else { return nil }
      return Sent(
        county: console.reported(county.code, county.region),
        sheets: own.map { name(of: $0.sheet, console) },
        lateSheets: own.filter(\.isLate).map { name(of: $0.sheet, console) },
        rejectedRows: own.reduce(0) { $0.addingClamped($1.rejectedRows) })
    }
  }
}

extension Imprint {
  /// The register, and the entry that a page knew last.
  init(_ known: KnownEntry, _ register: Register, _ console: Console) throws(Problem) {
    let (number, entry) = try console.worded { () throws(RegisterFault) in
      (try register.number(), try register.entryLine(known.entry))
    }
    let digits = number.map { byte in
      let text = String(byte, radix: 16)
      return byte < 16 ? "0" + text : text
    }
    self.init(
      register: digits.joined(), known: known, moment: entry?.moment ?? "-",
      officer: PersonalNumbers.masked(entry?.officer ?? "-"))
  }
}
