import SQLite

/// How a schema came to be: the first one, and the migrations that followed, oldest first.
///
/// A schema's version is the register's `user_version`. Each landed migration is frozen: a test pins its
/// checksum, and another the text of the schema that comes of it.
package struct Migrations: Sendable {
  package struct Migration: Sendable {
    package let name: String
    /// SQL text in UTF-8.
    package let sql: [UInt8]

    package init(name: String, sql: [UInt8]) {
      self.name = name
      self.sql = sql
    }
  }

  /// The version that a register has been brought to, and what brings it there from the one before.
  package struct Step: Sendable {
    package let version: Int
    package let migrations: [Migration]
    /// SHA-256 of the schema that comes of it, in hexadecimal; nil where it is not worked out beforehand. It
    /// saves running the migrations whenever a register is opened to be written to.
    package let schemaDigest: String?

    package init(version: Int, migrations: [Migration], schemaDigest: String? = nil) {
      self.version = version
      self.migrations = migrations
      self.schemaDigest = schemaDigest
    }
  }

  /// Versions rise by one. The first step makes a register of an empty file.
  package let steps: [Step]

  package init(_ steps: [Step]) { self.steps = steps }

  /// `application_id` of a register: "6pnt".
  package static let applicationID: Int32 = 0x3670_6e74

  /// The version of the first schema that is kept for ever. Registers of lower versions were trials.
  package static let firstVersion = 10

  package static let released = Migrations([
    Step(
      version: firstVersion,
      migrations: [
        Migration(name: "m0001_register", sql: PackageResources.m0001_register_sql),
        Migration(name: "m0002_guards", sql: PackageResources.m0002_guards_sql),
        Migration(name: "m0003_rules", sql: PackageResources.m0003_rules_sql),
      ],
      schemaDigest: "81b1c6ec85f9136fa4052f7bbaf4674a381a7d18f8f4d0ce5161ff7ded25506e"),
    Step(
      version: 11,
      migrations: [
        Migration(name: "m0004_exceptions", sql: PackageResources.m0004_exceptions_sql)
      ],
      schemaDigest: "2906e13f26ebb5bc5de9ef42cae083f007a2d10ab353fefeb16adf3384463875"),
    Step(
      version: 12,
      migrations: [
        Migration(name: "m0005_counties", sql: PackageResources.m0005_counties_sql)
      ],
      schemaDigest: "11d34c57fc52744bd8f754aadf35754051710a4f8c4db6be439dd4f756d3c91a"),
    Step(
      version: 13,
      migrations: [
        Migration(name: "m0006_months", sql: PackageResources.m0006_months_sql)
      ],
      schemaDigest: "909bc36e7c5c68ca8d9948641c6f620d42af6900f3cb3809f5023e3165138e5f"),
  ])

  /// The version of a register that has been through all of them.
  package var newest: Int { steps.last?.version ?? 0 }

  /// Every migration there is, oldest first.
  package var all: [Migration] { steps.flatMap(\.migrations) }

  /// Brings a database from one version to another; an empty one is of version 0.
  ///
  /// - Precondition: a transaction is open, or nothing is lost with the database.
  package func run(
    on connection: borrowing Connection, after version: Int = 0, through last: Int? = nil
  ) throws(SQLiteFailure) {
    for step in steps where step.version > version && step.version <= last ?? newest {
      for migration in step.migrations {
        try connection.execute(String(decoding: migration.sql, as: UTF8.self))
      }
      try FactColumns.number(on: connection)
      try FactGuards.make(on: connection)
      try connection.execute("PRAGMA user_version = \(step.version)")
    }
  }
}
