import CSV
import Domain
import Intake

/// The columns whose header is empty: nobody's, and worth telling only where anything stands in them.
struct NamelessColumns {
  /// The cells, and in how many rows each of them holds something.
  private var tallies: [(cell: Int, count: Int)]

  init(_ cells: [Int]) { tallies = cells.map { (cell: $0, count: 0) } }

  mutating func see(_ record: Record) {
    for place in tallies.indices {
      let cell = tallies[place].cell
      guard cell < record.count, !record.isEmpty(cell) else { continue }
      if !record.withCell(cell, { CellText.isEmpty($0) }) { tallies[place].count += 1 }
    }
  }

  /// - Parameter headerLine: where the header stands, which the warnings are about.
  func warnings(headerLine: Int) -> [Fault] {
    tallies.filter { $0.count > 0 }.map {
      Fault(
        line: headerLine, column: nil,
        .notice(.namelessColumn(place: $0.cell + 1, cells: $0.count)))
    }
  }
}
