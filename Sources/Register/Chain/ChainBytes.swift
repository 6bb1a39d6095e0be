import SQLite

/// A column that the chain hashes: where a row holds it, and its number for ever.
struct NumberedColumn: Sendable {
  let place: Int
  let number: UInt8
}

/// A row or header written out as the chain hashes it, in one buffer used again for the next.
struct ChainBytes {
  private enum Tag {
    static let null: UInt8 = 0
    static let integer: UInt8 = 1
    static let text: UInt8 = 2
    static let blob: UInt8 = 3
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

  mutating func append(_ integer: Int64) { append(LentColumn(integer)) }

  /// The values of some columns of a row, each behind its column's number; NULLs are left out.
  mutating func append(_ columns: [NumberedColumn], of row: UnsafeBufferPointer<LentColumn>) {
    var most = 10 * columns.count
    for column in columns { most += row[column.place].byteCount }
    makeRoom(most)
    let start = count
    count += bytes.withUnsafeMutableBytes { room in
      guard var end = room.baseAddress.map({ $0 + start }) else { return 0 }
      let first = end
      for column in columns {
        let value = row[column.place]
        if value.isNull { continue }
        end.storeBytes(of: column.number, as: UInt8.self)
        end = ChainBytes.write(value, at: end + 1)
      }
      return end - first
    }
  }

  /// One value.
  mutating func append(_ value: LentColumn) {
    makeRoom(9 + value.byteCount)
    let start = count
    count += bytes.withUnsafeMutableBytes { room in
      guard let place = room.baseAddress.map({ $0 + start }) else { return 0 }
      return ChainBytes.write(value, at: place) - place
    }
  }

  /// A hash, as a blob of its bytes.
  mutating func append(_ digest: SHA256Digest) {
    digest.withBytes { span in span.withUnsafeBytes { append(LentColumn(blob: $0)) } }
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

  private mutating func makeRoom(_ more: Int) {
    let missing = count + more - bytes.count
    if missing > 0 {
      bytes.append(contentsOf: repeatElement(0, count: max(missing, bytes.count)))
    }
  }
}
