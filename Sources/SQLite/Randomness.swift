import CSQLite

/// SQLite's source of random numbers, seeded by the system; what `random()` answers.
package enum Randomness {
  package static func fill(_ numbers: inout [Int64]) {
    numbers.withUnsafeMutableBytes {
      sqlite3_randomness(Int32(clamping: $0.count), $0.baseAddress)
    }
  }
}
