import SQLite

/// A row or header written out as the chain hashes it, in one buffer used again for the next.
struct ChainBytes {
  private enum Tag {
    static let null: UInt8 = 0
    static let integer: UInt8 = 1
    static let text: UInt8 = 2
    static let blob: UInt8 = 3
    static let real: UInt8 = 4
  }

  private var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(512) }

  var digest: SHA256Digest { SHA256.hash(bytes) }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  func hash(into whole: inout SHA256) { whole.update(bytes.span) }

  mutating func append(_ integer: Int64) {
    bytes.append(Tag.integer)
    appendWord(UInt64(bitPattern: integer))
  }

  mutating func append(_ blob: [UInt8]) {
    bytes.append(Tag.blob)
    appendWord(UInt64(blob.count))
    bytes.append(contentsOf: blob)
  }

  /// A whole row of a fact table: the table's number, then its columns in their order.
  mutating func append(_ row: borrowing Row, of table: FactTable) {
    append(table.number)
    for column in 0..<Int32(table.columns.count) { append(row, column) }
  }

  /// One column of a row, by the type it is stored with.
  mutating func append(_ row: borrowing Row, _ column: Int32) {
    switch row.type(column) {
    case .null: bytes.append(Tag.null)
    case .integer: append(row.int64(column))
    case .text: append(row, column, Tag.text)
    case .blob: append(row, column, Tag.blob)
    case .real:
      bytes.append(Tag.real)
      appendWord(row.real(column).bitPattern)
    }
  }

  private mutating func append(_ row: borrowing Row, _ column: Int32, _ tag: UInt8) {
    bytes.append(tag)
    row.withBytes(column) { text in
      appendWord(UInt64(text.count))
      text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    }
  }

  private mutating func appendWord(_ word: UInt64) {
    withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
