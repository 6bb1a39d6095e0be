import Domain

/// The households of a founding roster, in the order of the file, while its members go by.
///
/// A household is added whole, when its rows have ended; its id is its number in this order, from 1.
struct FoundingHouseholds {
  /// Where a text lies in the arena; nil is `none`.
  struct Text: Equatable {
    let start: UInt32
    let count: UInt32
    static let none = Text(start: 0, count: .max)
  }

  /// Absent numbers are the type's least value.
  struct Household {
    var number: Text
    var village: Int64 = .min
    /// Fen a person and year.
    var income: Int64 = .min
    var size: Int64 = .min
    var ground = Text.none
    var cause = Text.none
    var enrolledOn: Int32 = .min
    var headNo: Int32 = 0
    var memberCount: Int32 = 0
    var householdClass: Int8 = .min

    init(number: Text) { self.number = number }
  }

  private(set) var all: [Household] = []
  private var arena: [UInt8] = []
  /// The texts kept last, by a hash, so that the same few grounds and causes are kept once.
  private var kept = [Text](repeating: .none, count: 256)

  /// Where texts would take more room than this, the file is staged instead.
  static let mostBytes = 1 << 28

  var isTooLarge: Bool { arena.count > FoundingHouseholds.mostBytes }

  var count: Int { all.count }

  mutating func add(_ household: Household) { all.append(household) }

  /// Keeps a text that is likely to be the only one of its kind.
  mutating func keep(_ text: ArraySlice<UInt8>) -> Text {
    let start = arena.count
    arena.append(contentsOf: text)
    return Text(start: UInt32(truncatingIfNeeded: start), count: UInt32(text.count))
  }

  /// Keeps a text that others are likely to share.
  mutating func keepShared(_ text: ArraySlice<UInt8>) -> Text {
    let slot = text.reduce(text.count) { ($0 &* 31) ^ Int($1) } & 0xFF
    if isEqual(kept[slot], text) { return kept[slot] }
    kept[slot] = keep(text)
    return kept[slot]
  }

  func isEqual(_ text: Text, _ bytes: ArraySlice<UInt8>) -> Bool {
    text.count == bytes.count && arena[range(text)] == bytes
  }

  /// Lends the bytes of a text.
  func withBytes(_ text: Text, _ body: (Span<UInt8>) -> Void) {
    body(arena.span.extracting(range(text)))
  }

  private func range(_ text: Text) -> Range<Int> {
    Int(text.start)..<Int(text.start) + Int(text.count)
  }
}
