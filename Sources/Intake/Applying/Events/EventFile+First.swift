import Domain

extension EventFile {
  /// Takes a row dated 0001-01-01: what a household was before its first change.
  ///
  /// A row of a head begins the whole history of the household's heads, which its dated rows complete.
  mutating func takeFirst(_ row: EventRow) throws(EventStop) {
    let before = try life(of: row.householdNumber)
    var life = before
    do throws(EventFault) { try tellFirst(row, of: &life) } catch { throw .fault(error) }
    let isSame = life.isPlaced(as: before)
    if isSame, row.kind == .head { knownHeads.insert(life.key) }
    keep(life, after: row, isSame: isSame)
    guard !isSame, let firstDay = life.firstDay else { return }
    var change = try change(of: [life.key], after: [before.key: before], to: row)
    change[life.key] = life
    do throws(EventFault) { try change.lookAfterSplits(from: life.key, since: firstDay) } catch {
      throw .fault(error)
    }
    lives.replace(change.lives)
  }

  private func tellFirst(_ row: EventRow, of life: inout HouseholdLife) throws(EventFault) {
    guard !row.withdraws else { throw EventFault("withdraw", .nothingToWithdraw) }
    guard life.firstDay != nil else {
      throw EventFault("household_no", .unknown(.household, nearest: []))
    }
    switch row.kind {
    case .move:
      guard let village = row.village else { throw .missing("village_code") }
      if isOutside(village) {
        throw EventFault("village_code", .outsideOffice(region: village, office: office.value))
      }
      life.setFirst(village: village)
    case .reclass: life.setFirst(try firstClass(row, of: life))
    case .head:
      guard let written = row.people.first else { throw .missing("member") }
      guard row.people.count == 1 else {
        throw EventFault("member", .severalNamesakes(count: row.people.count))
      }
      let first = try EventPerson.first(written, in: life)
      try life.setHeads(first: first, laterHeads(of: life))
    case .split, .merge, .end:
      throw EventFault("on", .cell(.dateRange(year: 1), allowed: []))
    }
  }

  private func firstClass(
    _ row: EventRow, of life: HouseholdLife
  ) throws(EventFault) -> HouseholdLife.ClassAndGround? {
    if row.clearsClass { return nil }
    guard let householdClass = row.householdClass else { throw .missing("class") }
    let standing = life.firstClass.flatMap {
      $0.householdClass == householdClass ? $0.ground : nil
    }
    return HouseholdLife.ClassAndGround(
      householdClass: householdClass, ground: row.clearsGround ? nil : row.ground ?? standing)
  }

  /// What the file's dated rows say of the household's heads. One that cannot be is told at its own row.
  private func laterHeads(of life: HouseholdLife) -> [HouseholdLife.Since<Int64>] {
    (headRows[life.number] ?? []).compactMap { row in
      guard let written = row.people.first,
        let person = try? EventPerson.find(written, for: row, in: life)
      else { return nil }
      return HouseholdLife.Since(since: row.on, value: person)
    }
  }
}
