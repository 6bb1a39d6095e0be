import Domain

/// The numbers that something is called by, as bytes side by side, each found by its hash in about one step.
struct NumberTable: Sendable {
  private var bytes: [UInt8] = []
  /// By number, where it begins; one more than there are numbers.
  private var starts: [UInt32] = [0]
  /// By hash, the number's place and 1; 0 is free. A power of two, at most half full.
  private var table: [UInt32]
  /// Drawn anew, so that nobody can write numbers that all have one hash.
  private let seed = UInt64.random(in: .min ... .max)
  /// The place found last: the rows of a file are often in the order of the register.
  private var last = 0

  init() { table = Array(repeating: 0, count: 1_024) }

  var count: Int { starts.count - 1 }

  /// Adds a number that is not there yet, at the place `count`.
  mutating func append(_ number: UnsafeRawBufferPointer) {
    bytes.append(contentsOf: number)
    starts.append(UInt32(truncatingIfNeeded: bytes.count))
    if count * 2 > table.count { grow() }
    place(count - 1, hash(number))
  }

  /// The bytes of the number at a place.
  func number(_ place: Int) -> ArraySlice<UInt8> {
    bytes[Int(starts[place])..<Int(starts[place + 1])]
  }

  /// The place of a number; nil where it is unknown.
  mutating func find(_ number: UnsafeRawBufferPointer) -> Int? {
    for near in last...last + 1 where near < count && isEqual(near, number) {
      last = near
      return near
    }
    var slot = Int(truncatingIfNeeded: hash(number)) & (table.count - 1)
    while table[slot] != 0 {
      let found = Int(table[slot]) - 1
      if isEqual(found, number) {
        last = found
        return found
      }
      slot = (slot + 1) & (table.count - 1)
    }
    return nil
  }

  private func isEqual(_ place: Int, _ number: UnsafeRawBufferPointer) -> Bool {
    let start = Int(starts[place])
    guard Int(starts[place + 1]) - start == number.count else { return false }
    for index in 0..<number.count where bytes[start + index] != number[index] { return false }
    return true
  }

  private mutating func place(_ number: Int, _ hash: UInt64) {
    var slot = Int(truncatingIfNeeded: hash) & (table.count - 1)
    while table[slot] != 0 { slot = (slot + 1) & (table.count - 1) }
    table[slot] = UInt32(number + 1)
  }

  private mutating func grow() {
    table = Array(repeating: 0, count: table.count * 4)
    bytes.withUnsafeBytes { bytes in
      for number in 0..<count - 1 {
        let range = Int(starts[number])..<Int(starts[number + 1])
        place(number, hash(UnsafeRawBufferPointer(rebasing: bytes[range])))
      }
    }
  }

  private func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var mixed = WordMixer(seed)
    mixed.mix(bytes)
    return mixed.hash
  }
}

/// A quick hash of words and bytes.
struct WordMixer {
  private(set) var hash: UInt64

  init(_ seed: UInt64) { hash = seed }

  mutating func mix(_ word: UInt64) {
    hash = (hash ^ word) &* 0xD6E8_FEB8_6659_FD93
    hash ^= hash >> 32
  }

  mutating func mix(_ bytes: UnsafeRawBufferPointer) {
    var index = 0
    while index + 8 <= bytes.count {
      mix(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    var rest = UInt64(truncatingIfNeeded: bytes.count)
    while index < bytes.count {
      rest = rest << 8 | UInt64(bytes[index])
      index += 1
    }
    mix(rest)
  }
}
