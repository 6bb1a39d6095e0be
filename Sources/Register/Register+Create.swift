import Domain
import SQLite
import Schema

extension Register {
  /// Makes a register: the schema, the code lists, and entry 1 with the regions, the poverty line of
  /// 2011 and the programme year.
  ///
  /// The file is owner-only, and a register from one moment to the next: it is made in memory and has its
  /// name only when it is whole. Wherever that is cut short, no file stays behind.
  ///
  /// - Parameters:
  ///   - regions: those it begins with, every parent before its children.
  ///   - commits: called when the file gets its name.
  package static func create(
    path: String, office: RegionCode, year: Int, target: Int64?,
    regions: [FoundingRegion] = FoundingRegion.all, by author: EntryAuthor,
    commits: CommitWatch? = nil
  ) throws(RegisterFault) -> Register {
    guard regions.contains(where: { $0.code == office.value && $0.level < .township }) else {
      throw .unknownOffice(code: office.value)
    }
    try refuseBlocked(beside: path)
    // What lies beside the name would be played into the new register.
    let beside = Companions(of: path)
    guard beside.logSize == 0 else { throw .strayLog(path: path) }
    guard beside.journalSize == 0 else { throw .strayJournal(path: path) }
    let memory = try making(path) { () throws(SQLiteFailure) in
      try Connection.refuseTaken(path)
      return try Connection.inMemory()
    }
    let draft = Register(connection: memory, office: office, year: year)
    try draft.writeFirstEntry(regions, target: target, author)
    try making(path) { () throws(SQLiteFailure) in
      try draft.connection.write(toNew: path) { moment in
        switch moment {
        case .begins: commits?.begins()
        case .ends(let isDone): commits?.ends(isDone)
        }
      }
    }
    // It is made, also where the disk is full now and nothing more can be written.
    do throws(RegisterFault) { return try open(path: path, writing: true) } catch {
      return try open(path: path, writing: false)
    }
  }

  private static func making<Answer: ~Copyable>(
    _ path: String, _ body: () throws(SQLiteFailure) -> Answer
  ) throws(RegisterFault) -> Answer {
    do throws(SQLiteFailure) { return try body() } catch {
      throw error.isMissing ? .folderMissing(path: path) : fault(opening: path, error)
    }
  }

  /// Tables, guards and rules, in an empty database.
  private func makeSchema() throws(RegisterFault) {
    try asking { () throws(SQLiteFailure) in
      try Migrations.released.run(on: connection)
      try connection.execute("PRAGMA application_id = \(Migrations.applicationID)")
    }
  }

  /// The first entry: what every register knows from the start.
  private func writeFirstEntry(
    _ regions: [FoundingRegion], target: Int64?, _ author: EntryAuthor
  ) throws(RegisterFault) {
    let header = EntryHeader(author: author, command: "init")
    try write(
      header, wrapping: { $0 }, judging: { () throws(RegisterFault) in try makeSchema() }
    ) { (entry: borrowing OpenEntry) throws(RegisterFault) in
      try asking { () throws(SQLiteFailure) in
        try insertSelf(author, entry.number)
        try insertCodeLabels(entry.number)
        try withoutTriggers(["place_enters", "region_enters"]) { () throws(SQLiteFailure) in
          try insertRegions(regions, entry.number)
        }
        try connection.run(
          """
          INSERT INTO poverty_line (region_code, since, poverty_line_fen, entered)
          VALUES (430000, :since, 230000, :entry)
          """,
          [
            "since": Value(ProgrammeYear(year: 2011, incomeGoalFen: 0).firstDay),
            "entry": .integer(entry.number),
          ])
        try connection.run(
          """
          INSERT INTO programme_year (year, income_goal_fen, entered)
          VALUES (:year, :goal, :entry)
          """,
          [
            "year": Value(year), "goal": .integer(ProgrammeYear.firstGoalFen),
            "entry": .integer(entry.number),
          ])
        if let target {
          try connection.run(
            """
            INSERT INTO target (programme, year, region_code, persons, entered)
            VALUES ('convergence', :year, :office, :persons, :entry)
            """,
            [
              "year": Value(year), "office": .integer(office.value), "persons": .integer(target),
              "entry": .integer(entry.number),
            ])
        }
      }
    }
  }

  /// What the register is.
  private func insertSelf(_ author: EntryAuthor, _ entry: Int64) throws(SQLiteFailure) {
    try connection.run(
      """
      INSERT INTO register (id, office_code, year, made_at, register_number, entered)
      VALUES (1, :office, :year, :made_at, randomblob(16), :entry)
      """,
      [
        "office": .integer(office.value), "year": Value(year), "made_at": .text(author.moment),
        "entry": .integer(entry),
      ])
  }

  private func insertCodeLabels(_ entry: Int64) throws(SQLiteFailure) {
    for label in CodeLabel.all {
      try connection.run(
        """
        INSERT INTO code_label (list, code, name, chinese, entered)
        VALUES (:list, :code, :name, :chinese, :entry)
        """,
        [
          "list": .text(label.list), "code": Value(label.code), "name": .text(label.name),
          "chinese": .text(label.chinese), "entry": .integer(entry),
        ])
    }
  }

  private func insertRegions(
    _ regions: [FoundingRegion], _ entry: Int64
  ) throws(SQLiteFailure) {
    let place = try connection.prepare("INSERT INTO place (code, entered) VALUES (?, ?)")
    let region = try connection.prepare(
      """
      INSERT INTO region
        (code, parent_code, level, name_zh, name_en, area, supported, national_key, entered)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    for row in regions {
      place.bind(row.code, at: 1)
      place.bind(entry, at: 2)
      _ = try place.step()
      place.reset()
      region.bind(row.code, at: 1)
      region.bind(row.parentCode, at: 2)
      region.bind(row.level.rawValue, at: 3)
      region.bind(row.nameChinese, at: 4)
      region.bind(row.nameEnglish, at: 5)
      region.bind(row.area?.rawValue, at: 6)
      region.bind(row.isSupported.map { $0 ? 1 : 0 }, at: 7)
      region.bind(row.isNationalKey.map { $0 ? 1 : 0 }, at: 8)
      region.bind(entry, at: 9)
      _ = try region.step()
      region.reset()
    }
  }
}
