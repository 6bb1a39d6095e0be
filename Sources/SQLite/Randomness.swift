import CSQLite

/// SQLite's source of random numbers, seeded by the system; what `random()` answers.
package enum Randomness {
  /// Where the schema's number begins in a file of its own.
  static var cookie: UInt32 {
    var numbers: [Int64] = [0]
    fill(&numbers)
    return UInt32(truncatingIfNeeded: numbers[0]) & 0x7FFF_FFFF
  }

  package static func fill(_ numbers: inout [Int64]) {
    numbers.withUnsafeMutableBytes {
      sqlite3_randomness(Int32(clamping: $0.count), $0.baseAddress)
    }
  }
}
