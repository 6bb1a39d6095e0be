import Domain
import Register
import Reports
import Testing

@testable import Commands

@Suite("What there is to say of each word of reports and lists")
struct WordBookTests {
  private static let known = KnownEntry(entry: 1, hash: String(repeating: "0", count: 64))
  private static let office = ReportedPlace(code: "430000", name: "Hunan Province")

  /// The kinds of exceptions, the lists, and what is due.
  static let words: Set<String> = {
    var words = Set(RegisterException.Kind.allCases.map(\.rawValue))
    words.insert(MonthException.overdueFinding)
    words.formUnion(DueThing.Kind.allCases.map(\.rawValue))
    for command in Program.tree.commands where command.path.first == "list" {
      words.formUnion(command.path.dropFirst())
    }
    return words
  }()

  /// The columns of every report and list, as their csv names them; those of a comparison, and of one month of
  /// twelve, as the book has them for all.
  static let columns: Set<String> = {
    var columns = Set(MonthlyColumn.columns.map(\.csvName) + ["month", "compared_month"])
    columns.formUnion(ExceptionRow.columns.map(\.csvName))
    columns.formUnion(DueRow.columns.map(\.csvName))
    columns.formUnion(GapRow.moneyColumns.map(\.csvName))
    columns.formUnion(VisitRow.columns.map(\.csvName))
    columns.formUnion(UnvisitedRow.columns.map(\.csvName))
    columns.formUnion(SubmissionRow.columns().map(\.csvName))
    columns.formUnion(StaffListCommand.columns.map(\.csvName))
    columns.formUnion(ReportStaffCommand.columns.map(\.csvName))
    for table in tables { columns.formUnion(header(table)) }
    return columns
  }()

  /// Words of tables that only JSON and pages have, and of what the book tells once for all of a kind.
  static let ofTables: Set<String> = columns.union([
    "stated", "counties_total", "counties", "difference", "document_no", "issued_on", "amount_yuan",
    "idle_over_N_yuan",
  ])

  /// Reports of nothing, for their headers.
  private static let tables: [[UInt8]] = {
    let classes = ClassesReport(
      asOf: "2011-12-31", since: "2010-12-31", known: known, rows: [],
      total: ClassesReport.Row(code: "total", name: "Total"), moves: [], crossings: [],
      aboveLine: [])
    let annual = AnnualReport(
      year: 2012, asOf: "2012-12-31", known: known, office: office, indicators: [],
      twoSystems: AnnualReport.TwoSystems(
        figures: MonthlyFigures(), target: nil, countyTargets: nil))
    let target = TargetReport(
      year: 2011, month: "2011-06", asOf: "2011-06-30", known: known, office: office, rows: [],
      total: TargetReport.Row(
        code: "total", name: "Total", target: nil, supported: 0, due: [], isGiven: false, pace: nil
      ), mismatches: [])
    let funds = FundsReport(
      asOf: "2011-06-30", known: known, aging: [90, 365], rows: [], unannounced: [], isWhole: true)
    return ClassesReport.Part.allCases.map { classes.csv($0) }
      + AnnualReport.Part.allCases.map { annual.csv($0) } + [target.csv(), funds.csv()]
  }()

  private static func header(_ csv: [UInt8]) -> [String] {
    let line = String(decoding: csv, as: UTF8.self).split(whereSeparator: \.isNewline).first ?? ""
    return line.split(separator: ",").map(String.init)
  }

  @Test("every kind of exception, list, thing due and column is explained, in both languages")
  func whole() {
    #expect(Self.columns.count > 100)
    for language in [Language.english, .chinese] {
      let book = RuleBook(language)
      for word in Self.words.union(Self.ofTables).sorted() {
        #expect(!book.entries(of: word).isEmpty, "\(word) in \(language)")
      }
    }
  }

  @Test("a column is found by its Chinese title, in fen, and beside another month")
  func found() throws {
    let book = RuleBook(.english)
    for column in MonthlyColumn.columns {
      let title = String(column.title.zh.filter { $0 != "\n" })
      let told = book.entries(of: column.csvName)
      #expect(book.entries(of: title) == told || ["代码", "名称"].contains(title), "\(title)")
      #expect(book.entries(of: column.jsonName) == told)
    }
    let paid = try #require(book.entries(of: "paid_yuan").first)
    #expect(book.entries(of: "paid_compared_yuan") == [paid])
    #expect(book.entries(of: "paid_difference_yuan") == [paid])
    #expect(book.entries(of: "month_12") == book.entries(of: "month_01"))
    #expect(book.entries(of: "idle_over_90_yuan").count == 1)
    for kind in RegisterException.Kind.allCases {
      #expect(book.entries(of: kind.title.zh) == book.entries(of: kind.rawValue))
    }
    // A list and a column of one name, an exception and a column: both are told.
    #expect(book.entries(of: "gaps").count == 2 && book.entries(of: "above_line").count == 2)
  }
}
