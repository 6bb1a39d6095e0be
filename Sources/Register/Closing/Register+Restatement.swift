import Domain
import SQLite

// A closed month as now known. What a household adds to a cell is worked out from its facts as known at the
// entry that the close knew, as known now, and, where the two differ, as known at every entry between that
// touched it. Only households that later entries touched are asked, and those that share a member's ID with one.

extension Register {
  /// Why the rows of a closed month's report are others now; nil where the month is not closed.
  package func restatement(
    _ month: YearMonth, county: RegionCode? = nil, by grouping: MonthlyAnswer.Grouping = .county,
    nationalKey: Bool = false
  ) throws(RegisterFault) -> Restatement? {
    try reading(wrapping: { .database($0) }) { () throws(RegisterFault) in
      guard try asking({ () throws(SQLiteFailure) in try closeOf(month) }) != nil else {
        return nil
      }
      let closed = try monthSums(month, months: [], .closed)
      let now = try monthSums(month, months: [], .now)
      return try asking { () throws(SQLiteFailure) -> Restatement in
        let question = RestatementQuestion(
          month: month, from: closed.known, to: now.known, scope: county ?? office,
          grouping: grouping, isNationalKeyOnly: nationalKey)
        let tracks = try changedTracks(question, closed, now)
        return Restatement(
          shares: try shares(of: tracks),
          quotas: try quotaEntries(question, closed, now))
      }
    }
  }

  /// The households of which a cell differs, followed from entry to entry.
  private func changedTracks(
    _ question: RestatementQuestion, _ closed: MonthSums, _ now: MonthSums
  ) throws(SQLiteFailure) -> [Int64: RestatementTrack] {
    let everything =
      try !laterEntries(of: "programme_year", question).isEmpty
      || closed.tree.liesOtherwise(in: now.tree)
    try gatherChanged(question, everything: everything)
    let before = try cells(question, closed.known, question.layout(closed))
    let after = try cells(question, now.known, question.layout(now))
    var tracks: [Int64: RestatementTrack] = [:]
    for household in Set(before.keys).union(after.keys) {
      let (old, new) = (before[household] ?? [:], after[household] ?? [:])
      if old != new { tracks[household] = RestatementTrack(before: old, after: new) }
    }
    guard !tracks.isEmpty else { return tracks }
    try follow(&tracks, question)
    return tracks
  }

  private func follow(
    _ tracks: inout [Int64: RestatementTrack], _ question: RestatementQuestion
  ) throws(SQLiteFailure) {
    let turns = try turns(of: Array(tracks.keys), question)
    // All places, also those that nothing was counted in as the month was closed.
    var tree = try regionsKnown(question.from, on: question.month.lastDay.dayNumber)
    for turn in turns {
      let known = Known(entry: turn.entry)
      if turn.changesPlaces { tree = try regionsKnown(known, on: question.month.lastDay.dayNumber) }
      try gatherEmitting(turn.households, silent: turn.sharers)
      let cells = try cells(question, known, question.layout(tree))
      for household in turn.households {
        tracks[household]?.take(cells[household] ?? [:], at: turn.entry)
      }
    }
  }

  /// What each emitting household of `temp.touched` adds to the cells.
  private func cells(
    _ question: RestatementQuestion, _ known: Known, _ layout: MonthlyLayout
  ) throws(SQLiteFailure) -> [Int64: RestatementCells] {
    let index = question.month.month - 1
    var found: [Int64: RestatementCells] = [:]
    let year = try programmeYear(question.month.year, known)
    try judgeYears(year, known, .touched) { household, facts, standing, supported in
      var cells: RestatementCells = [:]
      facts.addFigures(standing, supported: supported, in: year) {
        month, place, figure, addend in
        guard month == index, layout.isInTotal(place) else { return }
        for row in [layout.row(of: place), .total].compactMap(\.self) {
          cells[Restatement.Cell(row: row, figure: figure), default: 0] += addend
        }
      }
      found[household] = cells.filter { $0.value != 0 }
    }
    return found
  }

  private func shares(
    of tracks: [Int64: RestatementTrack]
  ) throws(SQLiteFailure) -> [Restatement.Cell: [Restatement.Share]] {
    var officers: [Int64: String] = [:]
    var shares: [Restatement.Cell: [Restatement.Share]] = [:]
    for (household, track) in tracks {
      let number = try householdNumber(household)
      for (cell, share) in track.shares {
        let entries = try (track.entries[cell] ?? []).map {
          entry throws(SQLiteFailure) in try behind(entry, &officers)
        }
        shares[cell, default: []].append(
          Restatement.Share(householdNo: number, share: share, entries: entries))
      }
    }
    return shares.mapValues { $0.sorted { $0.householdNo < $1.householdNo } }
  }

  private func behind(
    _ entry: Int64, _ officers: inout [Int64: String]
  ) throws(SQLiteFailure) -> Restatement.EntryBehind {
    if let officer = officers[entry] {
      return Restatement.EntryBehind(entry: entry, officer: officer)
    }
    let officer =
      try connection.first(
        "SELECT officer FROM entry WHERE id = :id", ["id": .integer(entry)], { $0.text(0) }) ?? ""
    officers[entry] = officer
    return Restatement.EntryBehind(entry: entry, officer: officer)
  }

  /// The entries at which the quota of a row changed.
  private func quotaEntries(
    _ question: RestatementQuestion, _ closed: MonthSums, _ now: MonthSums
  ) throws(SQLiteFailure) -> [RowKey: [Restatement.EntryBehind]] {
    var entries: Set<Int64> = []
    for table in ["target", "region"] { entries.formUnion(try laterEntries(of: table, question)) }
    guard !entries.isEmpty else { return [:] }
    let (old, new) = (question.layout(closed), question.layout(now))
    let rows = Set(old.quotaRows + new.quotaRows + [.total])
    var officers: [Int64: String] = [:]
    var found: [RowKey: [Restatement.EntryBehind]] = [:]
    var last = Dictionary(uniqueKeysWithValues: rows.map { ($0, old.quota(of: $0)) })
    for entry in entries.sorted() {
      let known = Known(entry: entry)
      let layout = question.layout(
        try regionsKnown(known, on: question.month.lastDay.dayNumber),
        try targetRows(question.month.year, known))
      for row in rows {
        let quota = layout.quota(of: row)
        guard quota != last[row] ?? nil else { continue }
        last[row] = .some(quota)
        found[row, default: []].append(try behind(entry, &officers))
      }
    }
    return found
  }
}

extension RegionTree {
  /// Whether a place of this tree counts elsewhere in another.
  fileprivate func liesOtherwise(in other: RegionTree) -> Bool {
    codes.contains { code in
      guard let own = self[code], let theirs = other[code] else { return true }
      return own.parent != theirs.parent || own.level != theirs.level || own.area != theirs.area
        || own.isNationalKey != theirs.isNationalKey
    }
  }
}

/// What a household adds to the cells of a month; cells to which it adds nothing left out.
typealias RestatementCells = [Restatement.Cell: Int64]

/// What is asked: which month and rows, from which entry to which.
struct RestatementQuestion {
  let month: YearMonth
  let from: Known
  let to: Known
  let scope: RegionCode
  let grouping: MonthlyAnswer.Grouping
  let isNationalKeyOnly: Bool

  func layout(_ sums: MonthSums) -> MonthlyLayout { layout(sums.tree, sums.targets) }

  func layout(_ tree: RegionTree, _ targets: [TargetRow] = []) -> MonthlyLayout {
    MonthlyLayout(
      tree: tree, targets: targets, scope: scope, grouping: grouping, month: month.month,
      isNationalKeyOnly: isNationalKeyOnly)
  }
}

/// What a household adds to cells from entry to entry.
struct RestatementTrack {
  /// Cells to which it adds more or less now than as closed.
  let shares: RestatementCells
  /// Where its part of a cell changed.
  private(set) var entries: [Restatement.Cell: [Int64]] = [:]
  private var last: RestatementCells

  init(before: RestatementCells, after: RestatementCells) {
    last = before
    var shares: RestatementCells = [:]
    for cell in Set(before.keys).union(after.keys) {
      let share = (after[cell] ?? 0).subtractingClamped(before[cell] ?? 0)
      if share != 0 { shares[cell] = share }
    }
    self.shares = shares
  }

  mutating func take(_ cells: RestatementCells, at entry: Int64) {
    for cell in Set(last.keys).union(cells.keys) where cells[cell] != last[cell] {
      entries[cell, default: []].append(entry)
    }
    last = cells
  }
}
