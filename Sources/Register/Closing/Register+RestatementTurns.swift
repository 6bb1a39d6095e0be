import Domain
import SQLite

// At which entries after a close the households of a month are to be asked again, and with which places.

/// An entry after a close that may have changed what households add to the month.
struct RestatementTurn {
  let entry: Int64
  /// Those that it touched, or with which a household it touched shares a member's ID; rising.
  let households: [Int64]
  /// The places from then on, where they changed; nil where they did not.
  let places: RegionTree?
}

/// The turns of a month's households, and who shares a member's ID with whom.
struct RestatementTurns {
  /// Rising by entry.
  let all: [RestatementTurn]
  /// Those with which a household has shared an ID since the close.
  let neighbours: [Int64: Set<Int64>]

  /// The last entry of each household.
  var last: [Int64: Int64] {
    var last: [Int64: Int64] = [:]
    for turn in all { for household in turn.households { last[household] = turn.entry } }
    return last
  }

  /// Others that share an ID with one of those, which decide where a person counts.
  func sharers(of households: [Int64]) -> [Int64] {
    Set(households.flatMap { neighbours[$0] ?? [] }).subtracting(households).sorted()
  }
}

/// Where places changed after a close, so that villages may count in other rows.
struct PlaceMoves {
  /// The places from such an entry on.
  var trees: [Int64: RegionTree] = [:]
  /// What changed at one of them.
  var codes: Set<RegionCode> = []
}

extension Register {
  /// The entries after the close that wrote the year's income goal, by which December alone counts.
  func goalEntries(_ question: RestatementQuestion) throws(SQLiteFailure) -> Set<Int64> {
    guard question.month.month == 12 else { return [] }
    return try laterEntries(
      of: "programme_year", where: "year = \(question.month.year)", question)
  }

  /// Where a place lay otherwise than at the entry before; another name is no move.
  func placeMoves(_ question: RestatementQuestion) throws(SQLiteFailure) -> PlaceMoves {
    var moves = PlaceMoves()
    let entries = try laterEntries(of: "region", question).sorted()
    guard !entries.isEmpty else { return moves }
    let day = question.month.lastDay.dayNumber
    var last = try regionsKnown(question.from, on: day)
    for entry in entries {
      let tree = try regionsKnown(Known(entry: entry), on: day)
      let moved = last.moved(in: tree).union(tree.moved(in: last))
      if !moved.isEmpty {
        moves.trees[entry] = tree
        moves.codes.formUnion(moved)
      }
      last = tree
    }
    return moves
  }

  /// The entries that may have changed what households add, with those to be asked again at each.
  ///
  /// - Parameter goals: entries that touched every household, as those do at which places moved.
  func turns(
    of households: [Int64], _ question: RestatementQuestion, _ moves: PlaceMoves,
    goals: Set<Int64>
  ) throws(SQLiteFailure) -> RestatementTurns {
    try gatherEmitting(households, silent: [])
    try gatherLaterSharers(question.from, emits: false)
    let neighbours = try neighbours(question.from)
    var touched = try touchedByEntry(question)
    let own = Set(households)
    for entry in goals.union(moves.trees.keys) { touched[entry] = own }
    let turns = touched.keys.sorted().compactMap { entry -> RestatementTurn? in
      let all = touched[entry] ?? []
      let asked = all.union(all.flatMap { neighbours[$0] ?? [] }).intersection(own)
      guard !asked.isEmpty else { return nil }
      return RestatementTurn(
        entry: entry, households: asked.sorted(), places: moves.trees[entry])
    }
    return RestatementTurns(all: turns, neighbours: neighbours)
  }
}

extension RegionTree {
  /// The codes whose places count elsewhere in another tree, or are not known in it.
  fileprivate func moved(in other: RegionTree) -> Set<RegionCode> {
    Set(
      codes.filter { code in
        guard let own = self[code], let theirs = other[code] else { return true }
        return own.parent != theirs.parent || own.level != theirs.level || own.area != theirs.area
          || own.isNationalKey != theirs.isNationalKey
      })
  }
}
