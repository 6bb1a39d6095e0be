import Domain
import Register
import SQLite

/// Indicators that contradict others of their year. They are the chapter's own figures: they are taken as they
/// were sent, and the difference is told.
enum IndicatorRelations {
  /// Asked of all that stands once the file is in. A contradiction is told where the file has the figure that
  /// is contradicted, else where it has one that contradicts it.
  static func warn(_ work: ImportWork) throws(SQLiteFailure) {
    let lines = try lines(work)
    for year in Set(lines.keys.map(\.year)).sorted() {
      guard let chapter = ChapterYear.of(year) else { continue }
      let indicators = try work.register.indicators(year, Known(entry: .max))
      let book = ChapterBook(
        indicators.map {
          ChapterBook.Row(
            programme: $0.programme, nameEnglish: $0.nameEnglish, region: $0.region,
            planned: $0.planned, actual: $0.actual)
        }, of: work.register.office)
      for breach in book.breaches(of: chapter) {
        let relation = breach.relation
        let told = ([relation.subject] + relation.operands).lazy.compactMap { operand in
          book.place(of: operand).flatMap { lines[Key(book.rows[$0], year)] }
            .map { (line: $0, column: operand.isPlanned ? "planned" : "actual") }
        }.first
        guard let told else { continue }
        work.warnApplied(
          Fault(
            line: told.line, column: told.column,
            value: try work.written(told.column, line: told.line),
            .notice(
              .figuresDisagree(
                name: relation.subject.name, chinese: indicators[breach.place].nameChinese,
                relation: relation.kind, stated: breach.stated.text(places: 2),
                computed: breach.computed.text(places: 2)))))
      }
    }
  }

  /// Which indicator a row is of.
  private struct Key: Hashable {
    let programme, nameEnglish: String
    let region: RegionCode?
    let year: Int

    init(_ row: ChapterBook.Row, _ year: Int) {
      (programme, nameEnglish, region) = (row.programme, row.nameEnglish, row.region)
      self.year = year
    }
  }

  private static func lines(_ work: ImportWork) throws(SQLiteFailure) -> [Key: Int] {
    var lines: [Key: Int] = [:]
    try work.register.connection.rows(
      """
      SELECT line, programme, name_en, region_code, year FROM temp.staged
      WHERE rejected <> 1 AND withdraws = 0 ORDER BY row
      """
    ) { row in
      let indicator = ChapterBook.Row(
        programme: row.text(1), nameEnglish: row.text(2),
        region: row.optionalInt64(3).flatMap { RegionCode($0) }, planned: nil, actual: nil)
      lines[Key(indicator, row.int(4))] = row.int(0)
    }
    return lines
  }
}
