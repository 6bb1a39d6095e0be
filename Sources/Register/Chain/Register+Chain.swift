import SQLite

// The chain. Each entry's hash covers the one before it, its own header and everything it did:
//
//   leaf(row)    = SHA-256(table number ‖ every column but `withdrawn`, the salt included, each as
//                  a tag byte and a value)
//   leaves(table) = SHA-256(leaves in the order of ids)
//   part(table)  = table number ‖ count ‖ leaves(table) ‖ count ‖ ids withdrawn, rising
//   hash(entry)  = SHA-256(previous hash ‖ header ‖ parts in the order of fact_table)
//
// The leaves of a table have a digest of their own, so that rows can be hashed as they come by, whichever
// table's come first (`FactLoading`). Integers are eight bytes, least significant first; texts and blobs bear their length before them, so
// that no two different rows run together to the same bytes. The header's free texts (reason, file
// name) enter as hashes of their own.

extension Register {
  /// The hash of an entry from what stands in the file.
  ///
  /// - Parameter loaded: the digests of the leaves that were hashed while their rows were loaded.
  func chainHash(
    of entry: Int64, _ changes: EntryChanges, _ loaded: LoadedParts? = nil
  ) throws(SQLiteFailure) -> SHA256Digest {
    var whole = SHA256()
    try hashHeader(of: entry, into: &whole)
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
        frame.append(leaves.bytes)
      }
      frame.append(Int64(withdrawn.count))
      for id in withdrawn { frame.append(id) }
      frame.hash(into: &whole)
    }
    return whole.finalize()
  }

  private func hashHeader(of entry: Int64, into whole: inout SHA256) throws(SQLiteFailure) {
    var bytes = ChainBytes()
    try connection.rows(
      """
      SELECT previous_hash, id, made_at, clock_at, officer, office_code, command, undoes,
        source_sha256, source_rows, reason, source_name
      FROM entry WHERE id = :entry
      """, ["entry": .integer(entry)]
    ) { row in
      for column in 0..<Int32(10) { bytes.append(row, column) }
      for column in Int32(10)..<12 {
        var text = ChainBytes()
        text.append(row, column)
        bytes.append(text.digest.bytes)
      }
    }
    bytes.hash(into: &whole)
  }

  private func hashLeaves(_ part: EntryPart) throws(SQLiteFailure) -> SHA256Digest {
    var whole = SHA256()
    let redacted = try redactedLeaves(part)
    var bytes = ChainBytes()
    try connection.rows(
      """
      SELECT \(part.table.columns.joined(separator: ", ")) FROM \(part.table.name)
      WHERE id BETWEEN :first AND :last ORDER BY id
      """, ["first": .integer(part.firstID), "last": .integer(part.lastID)]
    ) { row in
      if !redacted.isEmpty, let leaf = redacted[row.int64(0)] {
        whole.update(leaf.span)
        return
      }
      bytes.removeAll()
      bytes.append(row, of: part.table)
      bytes.digest.withBytes { whole.update($0) }
    }
    return whole.finalize()
  }

  /// What the chain hashes of one row, for a redaction to keep; nil where there is no such row.
  package func leaf(
    of id: Int64, in table: FactTable
  ) throws(SQLiteFailure) -> SHA256Digest? {
    let part = EntryPart(table: table, firstID: id, lastID: id)
    if let kept = try redactedLeaves(part)[id] { return SHA256Digest(bytes: kept) }
    return try connection.first(
      "SELECT \(table.columns.joined(separator: ", ")) FROM \(table.name) WHERE id = :id",
      ["id": .integer(id)]
    ) { row in
      var bytes = ChainBytes()
      bytes.append(row, of: table)
      return bytes.digest
    }
  }

  private func redactedLeaves(_ part: EntryPart) throws(SQLiteFailure) -> [Int64: [UInt8]] {
    var leaves: [Int64: [UInt8]] = [:]
    try connection.rows(
      """
      SELECT fact_id, leaf FROM redaction
      WHERE fact_table = :table AND fact_id BETWEEN :first AND :last
      """,
      [
        "table": .integer(part.table.number), "first": .integer(part.firstID),
        "last": .integer(part.lastID),
      ]
    ) { leaves[$0.int64(0)] = $0.bytes(1) }
    return leaves
  }
}
