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

  /// Room, of which the first `count` bytes are written.
  private var bytes = [UInt8](repeating: 0, count: 512)
  private var count = 0

  var digest: SHA256Digest {
    var hash = SHA256()
    self.hash(into: &hash)
    return hash.finalize()
  }

  mutating func removeAll() { count = 0 }

  func hash(into whole: inout SHA256) { whole.update(bytes.span.extracting(0..<count)) }

  mutating func append(_ integer: Int64) { append(Tag.integer, UInt64(bitPattern: integer)) }

  mutating func append(_ blob: [UInt8]) { blob.withUnsafeBytes { append(Tag.blob, $0) } }

  /// A row of values, in one go.
  mutating func append(_ row: UnsafeBufferPointer<LentColumn>) {
    var most = 9 * row.count
    for value in row { most += value.byteCount }
    makeRoom(most)
    let start = count
    count += bytes.withUnsafeMutableBytes { room in
      guard var end = room.baseAddress.map({ $0 + start }) else { return 0 }
      let first = end
      for value in row { end = ChainBytes.write(value, at: end) }
      return end - first
    }
  }

  /// Gives the place behind what was written.
  private static func write(
    _ value: LentColumn, at place: UnsafeMutableRawPointer
  ) -> UnsafeMutableRawPointer {
    let tag: UInt8
    switch value.kind {
    case .null:
      place.storeBytes(of: Tag.null, as: UInt8.self)
      return place + 1
    case .integer:
      place.storeBytes(of: Tag.integer, as: UInt8.self)
      (place + 1).storeBytes(of: value.integer.littleEndian, as: Int64.self)
      return place + 9
    case .text: tag = Tag.text
    case .blob: tag = Tag.blob
    }
    let bytes = value.bytes
    place.storeBytes(of: tag, as: UInt8.self)
    (place + 1).storeBytes(of: Int64(bytes.count).littleEndian, as: Int64.self)
    if let start = bytes.baseAddress { (place + 9).copyMemory(from: start, byteCount: bytes.count) }
    return place + 9 + bytes.count
  }

  /// A whole row of a fact table: the table's number, then its columns in their order.
  mutating func append(_ row: borrowing Row, of table: FactTable) {
    append(table.number)
    for column in 0..<Int32(table.columns.count) { append(row, column) }
  }

  /// One column of a row, by the type it is stored with.
  mutating func append(_ row: borrowing Row, _ column: Int32) {
    switch row.type(column) {
    case .null: appendNull()
    case .integer: append(row.int64(column))
    case .text: row.withBytes(column) { $0.withUnsafeBytes { append(Tag.text, $0) } }
    case .blob: row.withBytes(column) { $0.withUnsafeBytes { append(Tag.blob, $0) } }
    case .real: append(Tag.real, row.real(column).bitPattern)
    }
  }

  private mutating func appendNull() {
    makeRoom(1)
    bytes[count] = Tag.null
    count += 1
  }

  private mutating func append(_ tag: UInt8, _ word: UInt64) {
    makeRoom(9)
    bytes[count] = tag
    bytes.withUnsafeMutableBytes {
      $0.storeBytes(of: word.littleEndian, toByteOffset: count + 1, as: UInt64.self)
    }
    count += 9
  }

  private mutating func append(_ tag: UInt8, _ value: UnsafeRawBufferPointer) {
    append(tag, UInt64(value.count))
    makeRoom(value.count)
    bytes.withUnsafeMutableBytes { room in
      UnsafeMutableRawBufferPointer(rebasing: room[count...]).copyMemory(from: value)
    }
    count += value.count
  }

  private mutating func makeRoom(_ more: Int) {
    let missing = count + more - bytes.count
    if missing > 0 {
      bytes.append(contentsOf: repeatElement(0, count: max(missing, bytes.count)))
    }
  }
}
