import Domain

/// One thing that `check` found wrong: facts, worded by Commands.
package enum CheckFinding: Sendable, Equatable {
  /// SQLite's own word on the file's pages and indexes.
  case storage(String)
  /// A row refers to one that is not there.
  case reference(table: String, row: Int64?, to: String)
  /// The file's mark or schema version is not that of a register of this program.
  case mark(name: String, found: Int64, expected: Int64)
  /// A table, view, trigger or index that is not as the migrations made it.
  case schema(SchemaDifference)
  /// A rule of m0003 is broken among standing facts.
  case rule(String, Breach)
  /// More breaches of the rule than are reported one by one.
  case moreBreaches(rule: String, count: Int)
  /// A kept figure is not what the facts make it; `village` may be a county, of which the sums are kept too.
  case figure(
    year: Int, month: Int, village: Int64, class: Int, Figure, kept: Int64, counted: Int64)
  /// The figures claim to know an entry that is not there.
  case figuresAhead(year: Int, known: Int64, last: Int64)
  /// The money kept of a rung, fund and county at a month's end is not what the facts make it.
  case rung(year: Int, month: Int, rung: Int, fund: String, county: Int64)
  /// The kept days on which a household's exceptions of a kind come and go are not those that the facts make.
  case exceptionDays(kind: String, household: String)
  /// Those days claim to know an entry that is not there.
  case exceptionsAhead(known: Int64, last: Int64)
  /// What is stored of a closed month is not what was closed.
  case closedFigures(month: YearMonth)
  /// A month was closed without the one before, or knows another entry than the one before its close.
  case closeOrder(month: YearMonth)
  /// An account's kept balance is not what the movements make it; nil where no row is kept.
  case balance(account: AccountName?, day: DayNumber, kept: Int64?, counted: Int64)
  /// Entries from one number to another are not there.
  case missingEntries(ClosedRange<Int64>)
  /// An entry whose moment is before that of the one before it.
  case moment(entry: Int64)
  /// An entry that was never sealed.
  case unsealed(entry: Int64)
  /// An entry whose link is not the hash of the one before it.
  case link(entry: Int64)
  /// An entry whose hash is not that of its header and facts. `isFirst` for the first such.
  case chain(entry: Int64, isFirst: Bool)
  /// Rows that their entry does not know, or that it knows and that are not there.
  case part(table: String, entry: Int64, rows: ClosedRange<Int64>, PartFault)
  /// A mark of withdrawal by an entry that is not there or came before the fact.
  case withdrawal(table: String, row: Int64, entered: Int64, withdrawn: Int64)

  /// A redaction that redacts nothing: it counts for nothing either.
  case redaction(Int64, table: String, row: Int64, RedactionFault)

  package enum RedactionFault: Sendable {
    /// There is no such row about a person.
    case ofNobody
    /// Something of the person's identity is left in the row.
    case notEmptied
  }

  package enum PartFault: String, Sendable {
    /// Rows of the range are not there.
    case rowsMissing = "rows_missing"
    /// Rows say that they came with another entry.
    case otherEntry = "other_entry"
    /// Rows lie in no entry's range.
    case unlisted
    /// Two entries claim them.
    case overlap
    /// The range belongs to a table or an entry that does not exist.
    case stray
  }
}

extension CheckFinding {
  /// Stable, for programs.
  package var rule: String {
    switch self {
    case .storage: "storage"
    case .reference: "reference"
    case .mark: "mark"
    case .schema: "schema"
    case .rule(let name, _), .moreBreaches(let name, _): name
    case .figure, .figuresAhead, .rung: "figures"
    case .exceptionDays, .exceptionsAhead: "exceptions"
    case .balance: "balances"
    case .closedFigures: "closed_figures"
    case .closeOrder: "close_order"
    case .missingEntries: "entry_number"
    case .moment: "entry_moment"
    case .unsealed: "entry_open"
    case .link, .chain: "entry_chain"
    case .part: "entry_part"
    case .withdrawal: "withdrawal"
    case .redaction: "redaction"
    }
  }
}

/// What `check` went through, for its summary.
package struct CheckReport: Sendable {
  package var findings: [CheckFinding] = []
  package var entries: Int64 = 0
  package var rows: Int64 = 0
  package var lastHash: SHA256Digest?

  package init() {}
}
