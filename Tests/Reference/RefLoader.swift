// A folder of sheets read into a register: all rosters first, then each sheet in the order in
// which they lean on each other. Sheets that the counting rule does not need are passed over.
// What cannot be read is told in `problems`, never guessed at.

import Foundation

package final class RefLoader {
  package private(set) var problems: [String] = []
  /// Chinese and English names by region code, from `regions` sheets.
  package private(set) var regionNames: [String: (zh: String, en: String)] = [:]

  var households: [String: RefHousehold] = [:]
  var order: [String] = []
  var projects: [String: RefProject] = [:]
  /// Fund by batch and source.
  var batches: [String: [(source: String, fund: String)]] = [:]
  var allocations: [String: RefMovement] = [:]
  var payments: [String: RefMovement] = [:]
  var targets: [RefTarget] = []

  package init() {}

  /// Files of the folder and those below it whose names end in `.csv`, but for rejects.
  package static func register(
    folder: String, office: String = "430000"
  ) throws -> (register: RefRegister, problems: [String]) {
    let loader = RefLoader()
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
    let files = names.filter { $0.hasSuffix(".csv") && !$0.hasSuffix(".rejects.csv") }
    try loader.read(files.map { folder + "/" + $0 })
    return (loader.register(office: office), loader.problems)
  }

  package func read(_ paths: [String]) throws {
    var sheets: [RefSheet] = []
    for path in paths {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      guard let text = RefText.decode(bytes) else {
        problems.append("\(path): not a text in a known encoding")
        continue
      }
      read(text, file: path, into: &sheets)
    }
    apply(sheets)
  }

  /// Texts of sheets by file name.
  package func read(texts: [(file: String, text: String)]) {
    var sheets: [RefSheet] = []
    for (file, text) in texts { read(text, file: file, into: &sheets) }
    apply(sheets)
  }

  private func read(_ text: String, file: String, into sheets: inout [RefSheet]) {
    if let sheet = RefSheet(text: text, file: file) {
      sheets.append(sheet)
    } else {
      problems.append("\(file): no sheet that is known")
    }
  }

  private func apply(_ sheets: [RefSheet]) {
    let inOrder: [(String, (RefRow) -> Void)] = [
      ("regions", region), ("roster", roster), ("plans", plan), ("projects", project),
      ("project_households", link), ("batches", batch), ("allocations", allocation),
      ("payments", payment), ("assignments", assignment), ("income", income),
      ("targets", target),
    ]
    for (name, take) in inOrder {
      for sheet in sheets where sheet.name == name {
        for row in sheet.rows { take(row) }
      }
      // Events follow the rosters: what a household splits from must be there.
      if name == "roster" { applyEvents(sheets) }
    }
    findClaims()
  }

  /// One ID in two places at once is a claim that the program refuses: a folder that holds one
  /// means something else to it than to this reader.
  private func findClaims() {
    var borne: [String: [(household: String, member: RefMember)]] = [:]
    for number in order {
      for member in households[number]?.members ?? [] {
        if let id = member.id { borne[id, default: []].append((number, member)) }
      }
    }
    for (id, bearers) in borne.sorted(by: { $0.key < $1.key }) where bearers.count > 1 {
      for (place, one) in bearers.enumerated() {
        for other in bearers[(place + 1)...] {
          let isApart =
            (one.member.left.map { $0 <= other.member.joined } ?? false)
            || (other.member.left.map { $0 <= one.member.joined } ?? false)
          if !isApart { problems.append("\(id) in \(one.household) and \(other.household)") }
        }
      }
    }
  }

  private func applyEvents(_ sheets: [RefSheet]) {
    var dated: [(day: RefDay, row: RefRow)] = []
    for row in sheets.filter({ $0.name == "household_events" }).flatMap(\.rows) {
      guard let day = day("on", of: row) else {
        problem(row, "on")
        continue
      }
      dated.append((day, row))
    }
    // Events of one day stand in the order of the file.
    for day in Set(dated.map(\.day)).sorted() {
      for entry in dated where entry.day == day { event(entry.row, on: day) }
    }
  }

  package func register(office: String = "430000") -> RefRegister {
    RefRegister(
      office: office, households: order.compactMap { households[$0] }, projects: projects,
      allocations: allocations.sorted { $0.key < $1.key }.map(\.value),
      payments: payments.sorted { $0.key < $1.key }.map(\.value), targets: targets)
  }

  // MARK: Cells

  func problem(_ row: RefRow, _ what: String) {
    problems.append("\(row.place): \(what)")
  }

  private static let longAgo: Set = ["birth_date", "joined_on", "valid_from"]

  /// nil where the cell is empty, and where it is no day: that is a problem.
  func day(_ column: String, of row: RefRow) -> RefDay? {
    guard let text = row.text(column), !row.clears(column) else { return nil }
    guard let day = RefText.day(text, longAgo: RefLoader.longAgo.contains(column)) else {
      problem(row, "\(column) \(text)")
      return nil
    }
    return day
  }

  func coded(_ column: String, of row: RefRow, from table: [String: [String]]) -> String? {
    guard let text = row.text(column) else { return nil }
    guard let value = RefValues.value(text, from: table) else {
      problem(row, "\(column) \(text)")
      return nil
    }
    return value
  }

  /// A household that a row speaks of; nil, and a problem, where no roster names it.
  func household(of row: RefRow) -> RefHousehold? {
    guard let number = row.code("household_no"), let household = households[number] else {
      problem(row, "household_no")
      return nil
    }
    return household
  }

  func put(_ household: RefHousehold) {
    if households[household.number] == nil { order.append(household.number) }
    households[household.number] = household
  }

  private func region(_ row: RefRow) {
    guard let code = row.code("code") else { return }
    regionNames[code] = (row.text("name_zh") ?? "", row.text("name_en") ?? "")
  }
}
