import SQLite

/// Works out the leaves of one table's rows, in buffers used again for the next row.
struct LeafWriter {
  private let table: Int64
  private let plain: [NumberedColumn]
  /// None where the table is not about people.
  private let identity: [NumberedColumn]
  /// Of the salt; only a table about people has one.
  private let saltPlace: Int
  private let enteredPlace: Int
  private var leaf = ChainBytes()
  private var inner = ChainBytes()
  private var values: [LentColumn]

  init(_ table: FactTable) {
    self.table = table.number
    let numbered = table.facts.enumerated().map { index, column in
      // `id` comes first.
      (column.isIdentity, NumberedColumn(place: index + 1, number: column.number))
    }
    plain = numbered.filter { !$0.0 }.map(\.1)
    identity = numbered.filter(\.0).map(\.1)
    enteredPlace = table.columns.count - 1
    saltPlace = enteredPlace - 1
    values = Array(repeating: .null, count: table.columns.count)
  }

  /// The leaf of a row: the values of the table's `columns`.
  mutating func digest(of row: UnsafeBufferPointer<LentColumn>) -> SHA256Digest {
    digest(of: row, identityHash: identity.isEmpty ? nil : identityHash(of: row))
  }

  /// The same of a row that a query of the table's `columns` gives.
  ///
  /// - Parameter redacted: what a redaction has kept of the row's identity. It is believed only where
  ///   nothing of the identity is left.
  mutating func digest(of row: borrowing Row, redacted: SHA256Digest?) -> SHA256Digest {
    lend(row)
    return values.withUnsafeBufferPointer { row in
      guard let redacted, isEmptied(row) else { return digest(of: row) }
      return digest(of: row, identityHash: redacted)
    }
  }

  /// What a redaction keeps of a row.
  ///
  /// - Precondition: the table is about people.
  mutating func identityHash(of row: borrowing Row) -> SHA256Digest {
    precondition(!identity.isEmpty, "the table is not about people")
    lend(row)
    return values.withUnsafeBufferPointer { identityHash(of: $0) }
  }

  private mutating func lend(_ row: borrowing Row) {
    for column in values.indices { values[column] = row.lent(Int32(column)) }
  }

  private mutating func digest(
    of row: UnsafeBufferPointer<LentColumn>, identityHash: SHA256Digest?
  ) -> SHA256Digest {
    leaf.removeAll()
    leaf.append(table)
    leaf.append(row[0])
    leaf.append(row[enteredPlace])
    if let identityHash { leaf.append(identityHash) }
    leaf.append(plain, of: row)
    return leaf.digest
  }

  private mutating func identityHash(of row: UnsafeBufferPointer<LentColumn>) -> SHA256Digest {
    inner.removeAll()
    inner.append(row[saltPlace])
    inner.append(identity, of: row)
    return inner.digest
  }

  private func isEmptied(_ row: UnsafeBufferPointer<LentColumn>) -> Bool {
    row[saltPlace].isNull && identity.allSatisfy { row[$0.place].isNull }
  }
}
