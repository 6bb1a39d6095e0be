/// How far an import has come.
package enum ImportStage: Sendable, Equatable {
  /// So many rows are read, up to this byte of the file.
  case reading(rows: Int, bytes: Int64)
  /// The rows are compared with each other and with the register.
  case judging(rows: Int)
  /// Facts are made of the sound rows.
  case applying(rows: Int)
  /// The register's rules are asked about what came in; then it is hashed and written.
  case sealing(rows: Int)
}
