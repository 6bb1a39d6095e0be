import Domain
import Register
import SQLite

/// What a file may name of households, projects and officials: anything, or by kind what lies between the least
/// and the greatest number in it.
///
/// A county's numbers begin alike, so that they lie side by side among those of a province.
struct NamedNumbers: CellSink, Sendable {
  static let all = NamedNumbers(slots: nil)
  private static let columns: [(kind: FaultKind.Reference, column: String)] = [
    (.household, "household_no"), (.project, "project_no"), (.staff, "staff_no"),
  ]

  /// The least and the greatest number; nil for none.
  private typealias Ends = (least: [UInt8], greatest: [UInt8])?

  /// By slot, the place of its kind among `ends`; nil where anything may be named.
  private let slots: [Int?]?
  private var ends: [Ends] = Array(repeating: nil, count: NamedNumbers.columns.count)

  private init(slots: [Int?]?) { self.slots = slots }

  /// Reads what rows name, each by itself. A row that cannot be read names nothing here.
  init(in rows: some SubmittedRows, of sheet: Sheet) {
    let staged = StagedColumns(sheet)
    var slots = [Int?](repeating: nil, count: staged.slots.count)
    for (place, named) in Self.columns.enumerated() {
      if let index = sheet.index(of: named.column) { slots[staged.firstSlot[index]] = place }
    }
    self.slots = slots
    while true {
      switch rows.next(into: &self) {
      case .end, .unreadable(_, household: _, endsReading: true): return
      case .row, .unreadable: continue
      }
    }
  }

  /// Whether anything may be named.
  var isAll: Bool { slots == nil }

  mutating func setNull(_ slot: Int) {}
  mutating func set(_ slot: Int, _ value: Int64) {}

  mutating func set(_ slot: Int, text: Span<UInt8>) {
    guard let slots, let place = slots[slot] else { return }
    text.withUnsafeBytes { number in
      guard let known = ends[place] else {
        ends[place] = (Array(number), Array(number))
        return
      }
      if number.lexicographicallyPrecedes(known.least) { ends[place]?.least = Array(number) }
      if known.greatest.lexicographicallyPrecedes(number) { ends[place]?.greatest = Array(number) }
    }
  }

  /// How a question is limited to what may be named of a kind; nil where anything may be.
  func range(of kind: FaultKind.Reference) -> Bindings? {
    guard !isAll, let place = Self.columns.firstIndex(where: { $0.kind == kind }) else {
      return nil
    }
    // Nothing lies between these two.
    guard let ends = ends[place] else { return ["low": .text("1"), "high": .text("0")] }
    return [
      "low": .text(String(decoding: ends.least, as: UTF8.self)),
      "high": .text(String(decoding: ends.greatest, as: UTF8.self)),
    ]
  }

  /// How many households, projects and officials of the register may be named.
  func count(in register: Register) throws(SQLiteFailure) -> Int64 {
    var count: Int64 = 0
    for (kind, column) in Self.columns {
      let condition = range(of: kind) == nil ? "true" : "\(column) BETWEEN :low AND :high"
      count +=
        try register.connection.first(
          "SELECT count(*) FROM \(kind.rawValue) WHERE \(condition)", range(of: kind) ?? [:]
        ) { $0.int64(0) } ?? 0
    }
    return count
  }
}
