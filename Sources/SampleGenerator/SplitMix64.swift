/// Steele, Lea and Flood's SplitMix64: the same seed gives the same sample on every machine.
///
/// Swift's own `shuffled(using:)` and `random(in:using:)` may change between releases, so every
/// draw is spelled out here.
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A stream of its own for one county, so that a county reads the same whether it is written
  /// alone or among forty.
  init(seed: UInt64, stream: Int) {
    var mixer = SplitMix64(seed: seed ^ UInt64(truncatingIfNeeded: stream) &* 0x9E37_79B9_7F4A_7C15)
    state = mixer.next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Uniform over `0 ..< bound` by the high half of a product; the bias is below bound ÷ 2⁶⁴.
  mutating func below(_ bound: Int) -> Int {
    precondition(bound > 0, "a draw needs something to draw from")
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  mutating func draw(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// True in `permille` cases of a thousand.
  mutating func happens(_ permille: Int) -> Bool { below(1000) < permille }

  mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

  /// The index drawn in proportion to the weights, which must add up to more than zero.
  mutating func weighted(_ weights: [Int]) -> Int {
    var left = below(weights.reduce(0, +))
    for (index, weight) in weights.enumerated() {
      if left < weight { return index }
      left -= weight
    }
    preconditionFailure("a draw lies below the sum of its weights")
  }
}
