/// The migrations, oldest first; each landed one is frozen, and a test pins its checksum.
package enum Migrations {
  package struct Migration: Sendable {
    package let name: String
    /// SQL text in UTF-8.
    package let sql: [UInt8]
  }

  /// `application_id` of a register: "6pnt".
  package static let applicationID: Int32 = 0x3670_6e74

  /// `user_version` of a register is the number of migrations it has been through.
  package static var all: [Migration] {
    [
      Migration(name: "m0001_register", sql: PackageResources.m0001_register_sql),
      Migration(name: "m0002_guards", sql: PackageResources.m0002_guards_sql),
      Migration(name: "m0003_rules", sql: PackageResources.m0003_rules_sql),
    ]
  }
}
