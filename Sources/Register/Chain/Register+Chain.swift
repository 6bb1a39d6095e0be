import SQLite

// The chain. Each entry's hash covers the one before it, its own header and everything it did:
//
//   value          = tag ‖ bytes; an integer is eight bytes, least significant first, a text or blob has its
//                    length before it, so that no two different rows run together to the same bytes
//   columns        = number ‖ value of each column that is not NULL, in the order of the numbers
//                    (fact_column, entry_column). A later column changes nothing of an earlier row.
//   identity(row)  = SHA-256(salt ‖ identity columns), of a table about people
//   leaf(row)      = SHA-256(table number ‖ id ‖ entry ‖ identity(row), where there is one ‖ plain columns)
//   leaves(table)  = SHA-256(leaves in the order of ids)
//   part(table)    = table number ‖ count ‖ leaves(table), where there are any ‖ count ‖ ids withdrawn, rising
//   header(entry)  = previous hash ‖ number ‖ columns, of which the free texts enter as hashes of their values
//   hash(entry)    = SHA-256(header ‖ parts in the order of table numbers)
//
// The leaves of a table have a digest of their own, so that rows can be hashed as they come by, whichever
// table's come first (`Register.load`).

extension Register {
  /// The hash of an entry from what is in the file.
  ///
  /// - Parameter loaded: the digests of the leaves that were hashed while their rows were loaded.
  func chainHash(
    of entry: Int64, _ changes: EntryChanges, header columns: [EntryColumn],
    _ loaded: LoadedParts? = nil
  ) throws(SQLiteFailure) -> SHA256Digest {
    var whole = SHA256()
    try hashHeader(of: entry, columns, into: &whole)
    let numbers = Set(changes.parts.map(\.table.number))
      .union(changes.withdrawn.map(\.table.number)).sorted()
    for number in numbers {
      var frame = ChainBytes()
      let part = changes.parts.first { $0.table.number == number }
      let withdrawn = changes.withdrawn.first { $0.table.number == number }?.ids ?? []
      frame.append(number)
      frame.append(part?.count ?? 0)
      if let part {
        let known = loaded?.leaves(of: part)
        let leaves = if let known { known } else { try hashLeaves(part) }
        frame.append(leaves)
      }
      frame.append(Int64(withdrawn.count))
      for id in withdrawn { frame.append(id) }
      frame.hash(into: &whole)
    }
    return whole.finalize()
  }

  private func hashHeader(
    of entry: Int64, _ columns: [EntryColumn], into whole: inout SHA256
  ) throws(SQLiteFailure) {
    let numbered = columns.enumerated().map {
      (column: NumberedColumn(place: $0 + 2, number: $1.number), isFreeText: $1.isFreeText)
    }
    var bytes = ChainBytes()
    try connection.rows(
      """
      SELECT previous_hash, id, \(columns.map(\.name).joined(separator: ", "))
      FROM entry WHERE id = :entry
      """, ["entry": .integer(entry)]
    ) { row in
      var values = (0..<columns.count + 2).map { row.lent(Int32($0)) }
      bytes.append(values[0])
      bytes.append(values[1])
      for (column, isFreeText) in numbered {
        guard isFreeText, !values[column.place].isNull else {
          values.withUnsafeBufferPointer { bytes.append([column], of: $0) }
          continue
        }
        var text = ChainBytes()
        text.append(values[column.place])
        text.digest.withBytes { hash in
          hash.withUnsafeBytes {
            values[column.place] = LentColumn(blob: $0)
            values.withUnsafeBufferPointer { bytes.append([column], of: $0) }
          }
        }
      }
    }
    bytes.hash(into: &whole)
  }

  private func hashLeaves(_ part: EntryPart) throws(SQLiteFailure) -> SHA256Digest {
    var whole = SHA256()
    let redacted = try identityHashes(part)
    var leaf = LeafWriter(part.table)
    try connection.rows(
      """
      SELECT \(part.table.columns.joined(separator: ", ")) FROM \(part.table.name)
      WHERE id BETWEEN :first AND :last ORDER BY id
      """, ["first": .integer(part.firstID), "last": .integer(part.lastID)]
    ) { row in
      let kept = redacted.isEmpty ? nil : redacted[row.int64(0)]
      leaf.digest(of: row, redacted: kept).withBytes { whole.update($0) }
    }
    return whole.finalize()
  }

  /// What a redaction has to keep of a row about a person; nil where there is no such row.
  ///
  /// - Precondition: the table is about people.
  package func identityHash(
    of id: Int64, in table: FactTable
  ) throws(SQLiteFailure) -> SHA256Digest? {
    try connection.first(
      "SELECT \(table.columns.joined(separator: ", ")) FROM \(table.name) WHERE id = :id",
      ["id": .integer(id)]
    ) { row in
      var leaf = LeafWriter(table)
      return leaf.identityHash(of: row)
    }
  }

  /// What redactions kept of the rows of a part, by row.
  private func identityHashes(_ part: EntryPart) throws(SQLiteFailure) -> [Int64: SHA256Digest] {
    guard part.table.isPersonal else { return [:] }
    var hashes: [Int64: SHA256Digest] = [:]
    try connection.rows(
      """
      SELECT fact_id, identity_hash FROM redaction
      WHERE fact_table = :table AND fact_id BETWEEN :first AND :last
      """,
      [
        "table": .integer(part.table.number), "first": .integer(part.firstID),
        "last": .integer(part.lastID),
      ]
    ) { hashes[$0.int64(0)] = SHA256Digest(bytes: $0.bytes(1)) }
    return hashes
  }
}

/// A column of an entry's header, as `entry_column` lists it.
struct EntryColumn: Sendable {
  /// Its number in the chain, for ever.
  let number: UInt8
  let name: String
  /// Whether it enters as a hash of its own.
  let isFreeText: Bool
}

extension Register {
  /// The columns of headers that the chain hashes, in the order of their numbers.
  func entryColumns() throws(SQLiteFailure) -> [EntryColumn] {
    var columns: [EntryColumn] = []
    try connection.rows("SELECT number, name, is_free_text FROM entry_column ORDER BY number") {
      columns.append(
        EntryColumn(
          number: UInt8(truncatingIfNeeded: $0.int64(0)), name: $0.text(1),
          isFreeText: $0.int(2) == 1))
    }
    return columns
  }
}
