import Intake

/// What the short cells of a column were read as lately. Most columns hold a few different words, which are
/// looked up once.
struct CellMemo {
  /// A cell's bytes, as numbers: those of equal cells are equal.
  struct Key: Equatable {
    fileprivate let count: Int
    fileprivate let first, middle, last: UInt64

    /// Nil for cells that are too long to be kept.
    init?(_ cell: Span<UInt8>) {
      count = cell.count
      let words: (UInt64, UInt64, UInt64)? = cell.withUnsafeBytes { bytes in
        func word(_ offset: Int) -> UInt64 {
          bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        }
        func half(_ offset: Int) -> UInt64 {
          UInt64(bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
        }
        switch bytes.count {
        case 1...3:
          return (UInt64(bytes[0]), UInt64(bytes[bytes.count / 2]), UInt64(bytes[bytes.count - 1]))
        case 4...7: return (half(0), 0, half(bytes.count - 4))
        case 8...16: return (word(0), 0, word(bytes.count - 8))
        case 17...24: return (word(0), word(8), word(bytes.count - 8))
        default: return nil
        }
      }
      guard let words else { return nil }
      (first, middle, last) = words
    }

    fileprivate var slot: Int {
      let mixed = (first ^ (last &* 0x9E37_79B9_7F4A_7C15) ^ middle) &* 0x9E37_79B9_7F4A_7C15
      return Int(truncatingIfNeeded: mixed >> 59)
    }
  }

  /// What a cell is: an integer, or a text that is stored as it is written.
  enum Meaning {
    case integer(Int64)
    case asWritten
  }

  private var entries: [(key: Key, meaning: Meaning)?] = Array(repeating: nil, count: 32)

  func meaning(of key: Key) -> Meaning? {
    guard let entry = entries[key.slot], entry.key == key else { return nil }
    return entry.meaning
  }

  mutating func keep(_ meaning: Meaning, for key: Key) { entries[key.slot] = (key, meaning) }
}
