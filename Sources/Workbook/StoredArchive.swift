/// A ZIP file whose entries are stored as they are (PKWARE APPNOTE 6.3, method 0): what a workbook needs of
/// it. At most 65,535 entries and 4 GB; every entry bears the first day that the format knows, 1980-01-01,
/// so that the same content gives the same bytes.
struct StoredArchive {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// - Parameter name: ASCII, with `/` between folders.
  mutating func add(_ name: String, _ content: [UInt8]) {
    let place = UInt32(body.count)
    var facts: [UInt8] = []
    facts.append(little: UInt16(20))  // the version needed: 2.0
    facts.append(little: UInt16(0))  // no flags
    facts.append(little: UInt16(0))  // stored
    facts.append(little: UInt16(0))  // midnight
    facts.append(little: UInt16(1 << 5 | 1))  // 1980-01-01
    facts.append(little: CRC32.of(content))
    facts.append(little: UInt32(content.count))  // packed
    facts.append(little: UInt32(content.count))  // unpacked
    facts.append(little: UInt16(name.utf8.count))
    facts.append(little: UInt16(0))  // no further fields
    body.append(little: UInt32(0x0403_4B50))
    body += facts
    body += Array(name.utf8)
    body += content
    directory.append(little: UInt32(0x0201_4B50))
    directory.append(little: UInt16(20))  // made by version 2.0
    directory += facts
    directory.append(little: UInt16(0))  // no comment
    directory.append(little: UInt16(0))  // on the first disk
    directory.append(little: UInt16(0))  // no inner attributes
    directory.append(little: UInt32(0))  // no outer attributes
    directory.append(little: place)
    directory += Array(name.utf8)
    count += 1
  }

  /// The whole file.
  var bytes: [UInt8] {
    var end: [UInt8] = []
    end.append(little: UInt32(0x0605_4B50))
    end.append(little: UInt16(0))  // this disk
    end.append(little: UInt16(0))  // the directory's disk
    end.append(little: count)
    end.append(little: count)
    end.append(little: UInt32(directory.count))
    end.append(little: UInt32(body.count))
    end.append(little: UInt16(0))  // no comment
    return body + directory + end
  }
}

extension [UInt8] {
  /// The number's bytes, the lowest first.
  fileprivate mutating func append(little number: some FixedWidthInteger) {
    var number = number.littleEndian
    Swift.withUnsafeBytes(of: &number) { append(contentsOf: $0) }
  }
}
