import Testing

/// Reads a ZIP file by its directory, as an unpacker does; entries must be stored.
struct ReadArchive {
  struct Entry {
    let name: String
    let content: [UInt8]
    let check: UInt32

    /// Whether the content is what the directory says, by a check worked out bit by bit.
    var isSound: Bool {
      var value: UInt32 = ~0
      for byte in content {
        value ^= UInt32(byte)
        for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
      }
      return ~value == check
    }
  }

  private(set) var entries: [Entry] = []

  init(_ bytes: [UInt8]) throws {
    func number(_ place: Int, _ size: Int) -> Int {
      (0..<size).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
    let end = bytes.count - 22
    try #require(end >= 0 && number(end, 4) == 0x0605_4B50)
    var place = number(end + 16, 4)
    for _ in 0..<number(end + 10, 2) {
      try #require(number(place, 4) == 0x0201_4B50 && number(place + 10, 2) == 0)
      let (size, length) = (number(place + 24, 4), number(place + 28, 2))
      let header = number(place + 42, 4)
      try #require(number(header, 4) == 0x0403_4B50 && number(header + 22, 4) == size)
      let name = String(decoding: bytes[(place + 46)..<(place + 46 + length)], as: UTF8.self)
      let start = header + 30 + number(header + 26, 2) + number(header + 28, 2)
      entries.append(
        Entry(
          name: name, content: Array(bytes[start..<(start + size)]),
          check: UInt32(number(place + 16, 4))))
      place += 46 + length + number(place + 30, 2) + number(place + 32, 2)
    }
  }
}
