import CSV
import Domain

// The two systems crossed on a day: regions with their counts, then who moved, whom civil affairs' list knows
// otherwise, and whose income is not below the line of his class. Programs read each as a table of its own.

package struct ClassesReport: Sendable {
  /// The tables; csv gives one of them.
  package enum Part: String, Sendable, CaseIterable {
    case regions, moves, list, line
  }

  package struct Row: Sendable {
    package var code: String
    package var name: String
    /// By class code as stored, 0 for none: households and persons.
    package var households: [Int: Int64] = [:]
    package var persons: [Int: Int64] = [:]
    package var gainedAllowance: Int64 = 0
    package var lostAllowance: Int64 = 0
    package var gainedDevelopment: Int64 = 0
    package var lostDevelopment: Int64 = 0
    package var aboveLine: Int64 = 0
    /// By kind of disagreement with the list.
    package var crossings: [String: Int64] = [:]

    package init(code: String, name: String) {
      self.code = code
      self.name = name
    }
  }

  package struct Move: Sendable {
    package let householdNo: String
    package let headName: String?
    package let village: ReportedPlace
    package let on: String
    package let from: HouseholdClass?
    package let to: HouseholdClass
    package let ground: String?

    package init(
      householdNo: String, headName: String?, village: ReportedPlace, on: String,
      from: HouseholdClass?, to: HouseholdClass, ground: String?
    ) {
      self.householdNo = householdNo
      self.headName = headName
      self.village = village
      self.on = on
      self.from = from
      self.to = to
      self.ground = ground
    }
  }

  package struct Crossing: Sendable {
    package let kind: String
    package let householdNo: String?
    package let village: ReportedPlace
    package let name: String?
    package let listedName: String?
    /// Masked.
    package let residentID: String?
    package let standing: HouseholdClass?

    package init(
      kind: String, householdNo: String?, village: ReportedPlace, name: String?,
      listedName: String?, residentID: String?, standing: HouseholdClass?
    ) {
      self.kind = kind
      self.householdNo = householdNo
      self.village = village
      self.name = name
      self.listedName = listedName
      self.residentID = residentID
      self.standing = standing
    }
  }

  package struct AboveLine: Sendable {
    package let householdNo: String
    package let village: ReportedPlace
    package let standing: HouseholdClass
    package let incomeFen: Int64
    package let lineFen: Int64

    package init(
      householdNo: String, village: ReportedPlace, standing: HouseholdClass, incomeFen: Int64,
      lineFen: Int64
    ) {
      self.householdNo = householdNo
      self.village = village
      self.standing = standing
      self.incomeFen = incomeFen
      self.lineFen = lineFen
    }
  }

  package let asOf: String
  /// Moves after this day are told.
  package let since: String
  package let known: KnownEntry
  package let rows: [Row]
  package let total: Row
  package let moves: [Move]
  package let crossings: [Crossing]
  package let aboveLine: [AboveLine]

  package init(
    asOf: String, since: String, known: KnownEntry, rows: [Row], total: Row, moves: [Move],
    crossings: [Crossing], aboveLine: [AboveLine]
  ) {
    self.asOf = asOf
    self.since = since
    self.known = known
    self.rows = rows
    self.total = total
    self.moves = moves
    self.crossings = crossings
    self.aboveLine = aboveLine
  }

  package func csv(_ part: Part, _ form: TextForm = TextForm()) -> [UInt8] {
    switch part {
    case .regions: ReportColumn.csv(Self.columns, rows: rows, total: total, form: form)
    case .moves: ReportColumn.csv(Self.moveColumns, rows: moves, form: form)
    case .list: ReportColumn.csv(Self.crossingColumns, rows: crossings, form: form)
    case .line: ReportColumn.csv(Self.lineColumns, rows: aboveLine, form: form)
    }
  }

  /// One line: `{"report","as_of","since","known","regions","total","moves","list","line"}`.
  package func json() -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("report", "classes")
      json.member("as_of", asOf)
      json.member("since", since)
      known.write(into: &json)
      ReportColumn.writeArray(Self.columns, named: "regions", of: rows, into: &json)
      json.key("total")
      ReportColumn.writeObject(Self.columns, of: total, into: &json)
      ReportColumn.writeArray(Self.moveColumns, named: "moves", of: moves, into: &json)
      ReportColumn.writeArray(Self.crossingColumns, named: "list", of: crossings, into: &json)
      ReportColumn.writeArray(Self.lineColumns, named: "line", of: aboveLine, into: &json)
    }
    json.line()
    return json.takeBytes()
  }
}
