import CSQLite

// Swift 6 infers `any Error` for a closure that tries or throws, so a body that does says what:
// `{ row throws(SQLiteFailure) in … }`. Reading columns needs no `try`, and most bodies neither.

extension Connection {
  /// Runs several statements without parameters, discarding their rows.
  ///
  /// The failure names the statement at fault; those before it have taken effect unless a
  /// transaction is open.
  package func execute(_ sql: String) throws(SQLiteFailure) {
    var text = sql
    let failure = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { execute($0) }
    }
    if let failure { throw failure }
  }

  private func execute(_ text: UnsafeBufferPointer<CChar>) -> SQLiteFailure? {
    var rest = text
    while let start = rest.baseAddress, !rest.isEmpty {
      let compilation = Compilation(of: rest, on: handle.database)
      defer { sqlite3_finalize(compilation.statement) }
      if let failure = compilation.failure {
        return failure.of(
          statement: String(decoding: UnsafeRawBufferPointer(rest).prefix(400), as: UTF8.self))
      }
      if let statement = compilation.statement {
        var step = SQLITE_ROW
        while step == SQLITE_ROW { step = sqlite3_step(statement) }
        guard step == SQLITE_DONE else {
          return handle.failure(String(cString: sqlite3_sql(statement)))
        }
      }
      let taken = compilation.tail.map { $0 - start } ?? rest.count
      rest = UnsafeBufferPointer(rebasing: rest[taken...])
    }
    return nil
  }

  /// A statement of one's own.
  ///
  /// - Precondition: `sql` is one statement.
  package func prepare(_ sql: String) throws(SQLiteFailure) -> Statement {
    Statement(try CompiledStatement(sql, on: handle.database))
  }

  /// How SQLite would go about a statement, one line a step: `SEARCH member USING INDEX …`.
  /// For tests that hold a query to its index; parameters need no values.
  package func plan(of sql: String) throws(SQLiteFailure) -> [String] {
    let explanation = try prepare("EXPLAIN QUERY PLAN \(sql)")
    var steps: [String] = []
    while try explanation.step() { steps.append(explanation.text(3)) }
    try explanation.check()
    return steps
  }

  /// Runs a kept statement to its end.
  ///
  /// Returns the rows it inserted, updated or deleted; of no meaning for other statements.
  ///
  /// - Precondition: the bindings are exactly the statement's parameters.
  @discardableResult
  package func run(_ sql: String, _ bindings: Bindings = [:]) throws(SQLiteFailure) -> Int {
    let statement = try handle.borrow(sql)
    defer { handle.giveBack(statement) }
    statement.bind(bindings)
    while try statement.step() {}
    return changes
  }

  /// Lends each row of a kept statement's answer to `body`, which may use the connection too.
  ///
  /// - Precondition: the bindings are exactly the statement's parameters.
  package func rows(
    _ sql: String, _ bindings: Bindings = [:],
    _ body: (borrowing Row) throws(SQLiteFailure) -> Void
  ) throws(SQLiteFailure) {
    try rows(sql, bindings, wrapping: { $0 }, body)
  }

  /// The same for a body with an error of its own, into which SQLite's failures are wrapped:
  /// `try connection.rows(sql, wrapping: RegisterFault.database) { row throws(RegisterFault) in … }`.
  ///
  /// The first error stops the answer. A column that complained comes before what the body made
  /// of it.
  package func rows<Fault: Error>(
    _ sql: String, _ bindings: Bindings = [:], wrapping: (SQLiteFailure) -> Fault,
    _ body: (borrowing Row) throws(Fault) -> Void
  ) throws(Fault) {
    let statement: CompiledStatement
    do throws(SQLiteFailure) { statement = try handle.borrow(sql) } catch { throw wrapping(error) }
    defer { handle.giveBack(statement) }
    statement.bind(bindings)
    let row = Row(of: statement)
    while true {
      do throws(SQLiteFailure) {
        guard try statement.step() else { return }
      } catch { throw wrapping(error) }
      do throws(Fault) { try body(row) } catch { throw statement.complaint.map(wrapping) ?? error }
      if let complaint = statement.complaint { throw wrapping(complaint) }
    }
  }

  /// What `body` makes of the first row; nil when there is none. Later rows are not sought.
  ///
  /// - Precondition: the bindings are exactly the statement's parameters.
  package func first<Answer>(
    _ sql: String, _ bindings: Bindings = [:],
    _ body: (borrowing Row) throws(SQLiteFailure) -> Answer
  ) throws(SQLiteFailure) -> Answer? {
    try first(sql, bindings, wrapping: { $0 }, body)
  }

  /// The same for a body with an error of its own; see `rows`.
  package func first<Answer, Fault: Error>(
    _ sql: String, _ bindings: Bindings = [:], wrapping: (SQLiteFailure) -> Fault,
    _ body: (borrowing Row) throws(Fault) -> Answer
  ) throws(Fault) -> Answer? {
    let statement: CompiledStatement
    do throws(SQLiteFailure) { statement = try handle.borrow(sql) } catch { throw wrapping(error) }
    defer { handle.giveBack(statement) }
    statement.bind(bindings)
    do throws(SQLiteFailure) {
      guard try statement.step() else { return nil }
    } catch { throw wrapping(error) }
    let answer: Answer
    do throws(Fault) { answer = try body(Row(of: statement)) } catch {
      throw statement.complaint.map(wrapping) ?? error
    }
    if let complaint = statement.complaint { throw wrapping(complaint) }
    return answer
  }
}
