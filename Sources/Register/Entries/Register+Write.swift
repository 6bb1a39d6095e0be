import Domain
import SQLite

extension Register {
  /// Writes one entry: opens it, lets `body` add and withdraw facts, seals it and commits.
  ///
  /// Returns the entry's number and what `body` made; a number of nil where the body added and withdrew
  /// nothing, when the transaction is rolled back and no entry made (unless `evenIfEmpty`). Where
  /// anything throws, the register is as before.
  ///
  /// - Parameter isTrial: judge everything, then roll back; the number is what it would have been.
  @discardableResult
  package func write<Answer>(
    _ header: EntryHeader, isTrial: Bool = false, evenIfEmpty: Bool = false,
    _ body: (borrowing OpenEntry) throws(RegisterFault) -> Answer
  ) throws(RegisterFault) -> (entry: Int64?, answer: Answer) {
    try write(
      header, isTrial: isTrial, evenIfEmpty: evenIfEmpty, wrapping: { $0 },
      judging: { () throws(RegisterFault) in }, body)
  }

  /// The same for a body with an error of its own, and with something to judge before the entry is opened.
  ///
  /// - Parameter judging: asks what must hold for the entry to be written at all. It is asked inside the
  ///   transaction, so that of two who write at once the second is judged by what the first left.
  @discardableResult
  package func write<Answer, Fault: Error>(
    _ header: EntryHeader, isTrial: Bool = false, evenIfEmpty: Bool = false,
    wrapping: (RegisterFault) -> Fault, judging: () throws(Fault) -> Void,
    _ body: (borrowing OpenEntry) throws(Fault) -> Answer
  ) throws(Fault) -> (entry: Int64?, answer: Answer) {
    try writeOrAbandon(
      header, isTrial: isTrial, evenIfEmpty: evenIfEmpty, wrapping: wrapping, judging: judging
    ) { (entry: borrowing OpenEntry) throws(Fault) in .keep(try body(entry)) }
  }

  /// The same for a body that may find that nothing is to be written.
  ///
  /// The number is nil where it abandons the entry, which is rolled back and not judged.
  package func writeOrAbandon<Answer>(
    _ header: EntryHeader, isTrial: Bool = false,
    _ body: (borrowing OpenEntry) throws(RegisterFault) -> EntryDecision<Answer>
  ) throws(RegisterFault) -> (entry: Int64?, answer: Answer) {
    try writeOrAbandon(
      header, isTrial: isTrial, evenIfEmpty: false, wrapping: { $0 },
      judging: { () throws(RegisterFault) in }, body)
  }

  private func writeOrAbandon<Answer, Fault: Error>(
    _ header: EntryHeader, isTrial: Bool, evenIfEmpty: Bool,
    wrapping: (RegisterFault) -> Fault, judging: () throws(Fault) -> Void,
    _ body: (borrowing OpenEntry) throws(Fault) -> EntryDecision<Answer>
  ) throws(Fault) -> (entry: Int64?, answer: Answer) {
    do throws(SQLiteFailure) { try connection.begin() } catch { throw wrapping(.database(error)) }
    do throws(Fault) {
      try judging()
      let entry: OpenEntry
      do throws(RegisterFault) { entry = OpenEntry(number: try openEntry(header)) } catch {
        throw wrapping(error)
      }
      let answer: Answer
      switch try body(entry) {
      case .keep(let made): answer = made
      case .abandon(let made):
        do throws(SQLiteFailure) { try connection.rollback() } catch {
          throw wrapping(.database(error))
        }
        return (nil, made)
      }
      let isEntered: Bool
      do throws(RegisterFault) {
        isEntered = try conclude(entry, isTrial: isTrial, evenIfEmpty: evenIfEmpty)
      } catch { throw wrapping(error) }
      return (isEntered ? entry.number : nil, answer)
    } catch {
      abandon()
      throw error
    }
  }

  /// Seals and commits an entry, or rolls it back; false where it did nothing and was not to be made.
  private func conclude(
    _ entry: borrowing OpenEntry, isTrial: Bool, evenIfEmpty: Bool
  ) throws(RegisterFault) -> Bool {
    let number = entry.number
    let judged = try isJudged(entry) ? entry.loaded.judged : nil
    let changes: EntryChanges
    if let judged { changes = judged } else { changes = try askedChanges(of: entry) }
    let isEntered = evenIfEmpty || !changes.isEmpty
    if isEntered { try seal(entry, changes) }
    let (figures, candidates) = (entry.loaded.figures, entry.loaded.candidates)
    try asking { () throws(SQLiteFailure) in
      guard isEntered, !isTrial else { return try connection.rollback() }
      try keepFigures(through: number, changes, figures)
      if candidates == nil { try keepExceptions(through: number, changes) }
      try commitWatched()
      if let candidates { loadedCandidates = (number, candidates) }
    }
    return isEntered
  }

  private func commitWatched() throws(SQLiteFailure) {
    commits?.begins()
    do throws(SQLiteFailure) { try connection.commit() } catch {
      commits?.ends(false)
      throw error
    }
    commits?.ends(true)
  }

  /// Rolls back after a failure that is already being thrown and says more than this one would.
  private func abandon() { try? connection.rollback() }

  /// The number that the next entry will have.
  package func nextEntryNumber() throws(SQLiteFailure) -> Int64 {
    try connection.first("SELECT ifnull(max(id), 0) + 1 FROM entry") { $0.int64(0) } ?? 1
  }

  /// Inserts the header, open. A moment before the last entry's becomes the last entry's, and what the
  /// clock said is kept beside it.
  private func openEntry(_ header: EntryHeader) throws(RegisterFault) -> Int64 {
    try asking { () throws(SQLiteFailure) in
      let last = try connection.first("SELECT made_at, hash FROM entry ORDER BY id DESC LIMIT 1") {
        ($0.text(0), $0.bytes(1))
      }
      let clock = header.author.moment
      let moment = last.map { max($0.0, clock) } ?? clock
      try connection.run(
        """
        INSERT INTO entry (id, made_at, clock_at, officer, office_code, command, reason,
          source_name, source_sha256, source_rows, report_month, undoes, previous_hash)
        VALUES (:id, :made_at, :clock_at, :officer, :office, :command, :reason,
          :source_name, :source_sha256, :source_rows, :report_month, :undoes, :previous)
        """,
        [
          "id": .integer(try nextEntryNumber()), "made_at": .text(moment),
          "clock_at": moment == clock ? .null : .text(clock),
          "officer": .text(header.author.officer),
          "office": .integer(header.author.office.value), "command": .text(header.command),
          "reason": Value(header.reason), "source_name": Value(header.source?.name),
          "source_sha256": Value(header.source?.sha256.bytes),
          "source_rows": Value(header.source?.rows),
          "report_month": Value(header.reportMonth.map { $0.year * 100 + $0.month }),
          "undoes": Value(header.undoes),
          "previous": .blob(last?.1 ?? [UInt8](repeating: 0, count: 32)),
        ])
      return connection.lastInsertedRowID
    }
  }

  /// Notes what the open entry has added and asks every rule about what it touched.
  ///
  /// After this nothing more enters. `write` does it where the body has not; a body that would rather mend
  /// what breaks a rule does it inside a savepoint. Throws `ruleBroken`.
  package func judge(_ entry: borrowing OpenEntry) throws(RegisterFault) {
    let changes = try self.askedChanges(of: entry)
    guard !changes.isEmpty else { return }
    try judge(entry, changes)
  }

  private func askedChanges(
    of entry: borrowing OpenEntry
  ) throws(RegisterFault) -> EntryChanges {
    do throws(SQLiteFailure) { return try changes(of: entry) } catch { throw .database(error) }
  }

  private func isJudged(_ entry: borrowing OpenEntry) throws(RegisterFault) -> Bool {
    let number = entry.number
    return try asking { () throws(SQLiteFailure) in
      try connection.first(
        "SELECT is_judged FROM entry WHERE id = :entry", ["entry": .integer(number)]
      ) { $0.int(0) == 1 }
    } ?? false
  }

  private func judge(
    _ entry: borrowing OpenEntry, _ changes: EntryChanges
  ) throws(RegisterFault) {
    let number = entry.number
    do throws(SQLiteFailure) {
      for part in changes.parts {
        try connection.run(
          """
          INSERT INTO entry_part (entry, fact_table, first_id, last_id)
          VALUES (:entry, :table, :first, :last)
          """,
          [
            "entry": .integer(number), "table": .integer(part.table.number),
            "first": .integer(part.firstID), "last": .integer(part.lastID),
          ])
      }
      try connection.run(
        "UPDATE entry SET is_judged = 1 WHERE id = :entry", ["entry": .integer(number)],
        silencing: Rule.idleTriggers(for: changes))
      entry.loaded.judged = changes
    } catch {
      guard let rule = RegisterFault.rule(of: error) else { throw .database(error) }
      throw try refusal(rule, of: number)
    }
  }

  /// Sets the entry's hash, after judging it where that is not done.
  private func seal(
    _ entry: borrowing OpenEntry, _ changes: EntryChanges
  ) throws(RegisterFault) {
    let number = entry.number
    if try !isJudged(entry) { try judge(entry, changes) }
    let loaded = entry.loaded
    try asking { () throws(SQLiteFailure) in
      let hash = try chainHash(of: number, changes, header: try entryColumns(), loaded)
      try connection.run(
        "UPDATE entry SET hash = :hash WHERE id = :entry",
        ["hash": .blob(hash.bytes), "entry": .integer(number)])
    }
  }

  private func refusal(
    _ rule: String, of entry: Int64
  ) throws(RegisterFault) -> RegisterFault {
    .ruleBroken(
      rule: rule,
      breaches: try asking { () throws(SQLiteFailure) -> [Breach] in
        try breaches(of: rule, limit: 20, besides: entry)
      })
  }
}
