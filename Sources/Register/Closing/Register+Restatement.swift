import Domain
import SQLite

// A closed month as now known. What a household adds to a cell is worked out from its facts as known at the
// entry that the close knew, as known now, and as known at the entries between that touched it. Only households
// of which later entries touched facts that begin by the month's end are asked, and those that share a member's
// ID with one. They are followed from entry to entry only where a figure differs.

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
        let quotas = try quotaEntries(question, closed, now)
        return Restatement(
          shares: try shares(question, closed, now, quotas: Set(quotas.keys)), quotas: quotas)
      }
    }
  }

  /// - Parameter quotas: the rows whose quota changed, so that what is made of it and of persons may differ.
  private func shares(
    _ question: RestatementQuestion, _ closed: MonthSums, _ now: MonthSums, quotas: Set<RowKey>
  ) throws(SQLiteFailure) -> [Restatement.Cell: [Restatement.Share]] {
    let moves = try placeMoves(question)
    let goals = try goalEntries(question)
    try gatherChanged(
      question, everything: !goals.isEmpty || moves.codes.contains { closed.tree[$0] != nil })
    let households = try emittingHouseholds()
    let before = try cells(question, closed.known, question.layout(closed))
    let after = try cells(question, now.known, question.layout(now))
    var tracks: [Int64: RestatementTrack] = [:]
    var differing: RestatementCells = [:]
    for household in households {
      let track = RestatementTrack(before: before[household] ?? [:], after: after[household] ?? [:])
      for (cell, share) in track.shares {
        differing[cell] = (differing[cell] ?? 0).addingClamped(share)
      }
      tracks[household] = track
    }
    var wanted = Set(differing.filter { $0.value != 0 }.keys)
    for row in quotas { wanted.insert(Restatement.Cell(row: row, figure: .personsSupported)) }
    guard !wanted.isEmpty else { return [:] }
    try follow(&tracks, question, try turns(of: households, question, moves, goals: goals))
    return try named(tracks, in: wanted)
  }

  /// A household is asked at every entry of its turns but the last, at which it adds what it adds now.
  private func follow(
    _ tracks: inout [Int64: RestatementTrack], _ question: RestatementQuestion,
    _ turns: RestatementTurns
  ) throws(SQLiteFailure) {
    let last = turns.last
    // All places, also those that nothing was counted in as the month was closed.
    var tree = try regionsKnown(question.from, on: question.month.lastDay.dayNumber)
    for turn in turns.all {
      if let moved = turn.places { tree = moved }
      let asked = turn.households.filter { last[$0] != turn.entry }
      var found: [Int64: RestatementCells] = [:]
      if !asked.isEmpty {
        try gatherEmitting(asked, silent: turns.sharers(of: asked))
        found = try cells(question, Known(entry: turn.entry), question.layout(tree))
      }
      for household in turn.households {
        if last[household] == turn.entry {
          tracks[household]?.end(at: turn.entry)
        } else {
          tracks[household]?.take(found[household] ?? [:], at: turn.entry)
        }
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
    try judgeTouched(year, known) { household, facts, standing, supported in
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

  /// The shares of wanted cells: of each household that adds another part than as closed, or did meanwhile.
  private func named(
    _ tracks: [Int64: RestatementTrack], in wanted: Set<Restatement.Cell>
  ) throws(SQLiteFailure) -> [Restatement.Cell: [Restatement.Share]] {
    var officers: [Int64: String] = [:]
    var shares: [Restatement.Cell: [Restatement.Share]] = [:]
    for (household, track) in tracks {
      let cells = Set(track.shares.keys).union(track.entries.keys).intersection(wanted)
      guard !cells.isEmpty else { continue }
      let number = try householdNumber(household)
      for cell in cells {
        let entries = try (track.entries[cell] ?? []).map {
          entry throws(SQLiteFailure) in try behind(entry, &officers)
        }
        shares[cell, default: []].append(
          Restatement.Share(
            householdNo: number, share: track.shares[cell] ?? 0, entries: entries))
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
  /// Where its part of a cell changed; also where a later entry changed it back.
  private(set) var entries: [Restatement.Cell: [Int64]] = [:]
  private let after: RestatementCells
  private var last: RestatementCells

  init(before: RestatementCells, after: RestatementCells) {
    last = before
    self.after = after
    var shares: RestatementCells = [:]
    for cell in Set(before.keys).union(after.keys) {
      let share = (after[cell] ?? 0).subtractingClamped(before[cell] ?? 0)
      if share != 0 { shares[cell] = share }
    }
    self.shares = shares
  }

  mutating func take(_ cells: RestatementCells, at entry: Int64) {
    guard cells != last else { return }
    for cell in Set(last.keys).union(cells.keys) where cells[cell] != last[cell] {
      entries[cell, default: []].append(entry)
    }
    last = cells
  }

  /// Takes what it adds now, at the last entry that touched it.
  mutating func end(at entry: Int64) { take(after, at: entry) }
}
