import Domain

/// Who acts, for which office, when by the machine's clock.
package struct EntryAuthor: Sendable {
  package let officer: String
  package let office: RegionCode
  /// UTC with milliseconds: `2011-06-30T08:00:00.000Z`.
  package let moment: String

  package init(officer: String, office: RegionCode, moment: String) {
    self.officer = officer
    self.office = office
    self.moment = moment
  }
}

/// The file an entry came from.
package struct EntrySource: Sendable {
  /// Its name without folders.
  package let name: String
  package let sha256: SHA256Digest
  /// Records, header and passed-over rows left out; nil where they are counted while they are loaded
  /// (`noteRows`).
  package let rows: Int?

  package init(name: String, sha256: SHA256Digest, rows: Int?) {
    self.name = name
    self.sha256 = sha256
    self.rows = rows
  }
}

/// What an entry says of itself.
package struct EntryHeader: Sendable {
  package let author: EntryAuthor
  /// The verb and its sheet or object: `import roster`, `log`.
  package let command: String
  package let reason: String?
  package let source: EntrySource?
  /// The month that a sheet is sent for; nil is the one before the entry's moment.
  package let reportMonth: YearMonth?
  /// The entry this one takes back.
  package let undoes: Int64?

  package init(
    author: EntryAuthor, command: String, reason: String? = nil, source: EntrySource? = nil,
    reportMonth: YearMonth? = nil, undoes: Int64? = nil
  ) {
    self.author = author
    self.command = command
    self.reason = reason
    self.source = source
    self.reportMonth = reportMonth
    self.undoes = undoes
  }
}
