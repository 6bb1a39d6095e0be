import CSQLite

extension Connection {
  /// Runs a statement in which the SELECTs of some triggers give no rows, so that they need not be compiled:
  /// the most of what a short statement costs where a table has many triggers. All else is as ever.
  ///
  /// - Precondition: the bindings are exactly the statement's parameters.
  package func run(
    _ sql: String, _ bindings: Bindings, silencing triggers: Set<String>
  ) throws(SQLiteFailure) {
    let statement = try Silence(of: triggers).during(handle.database) { () throws(SQLiteFailure) in
      try CompiledStatement(sql, on: handle.database)
    }
    statement.bind(bindings)
    while try statement.step() {}
  }
}

/// Which triggers' SELECTs are passed over while a statement is compiled.
private final class Silence {
  private let triggers: Set<String>

  init(of triggers: Set<String>) { self.triggers = triggers }

  func during<Answer>(
    _ database: OpaquePointer, _ body: () throws(SQLiteFailure) -> Answer
  ) throws(SQLiteFailure) -> Answer {
    sqlite3_set_authorizer(
      database,
      { context, action, _, _, _, trigger in
        guard action == SQLITE_SELECT, let context, let trigger else { return SQLITE_OK }
        let silence = Unmanaged<Silence>.fromOpaque(context).takeUnretainedValue()
        return silence.triggers.contains(String(cString: trigger)) ? SQLITE_IGNORE : SQLITE_OK
      }, Unmanaged.passUnretained(self).toOpaque())
    defer { sqlite3_set_authorizer(database, nil, nil) }
    return try body()
  }
}
