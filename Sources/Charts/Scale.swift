/// Lengths for numbers, in integers.
enum Scale {
  /// `value` of `whole` as a part of `length`, rounded down; within 0 and `length` whatever the numbers are.
  static func length(_ value: Int64, of whole: Int64, in length: Int) -> Int {
    guard value > 0, whole > 0, length > 0 else { return 0 }
    if value >= whole { return length }
    let product = value.magnitude.multipliedFullWidth(by: UInt64(length))
    // The quotient is below `length`, because the value is below the whole.
    return Int(whole.magnitude.dividingFullWidth(product).quotient)
  }

  /// Round numbers from zero up to the first that is not below `top`: at most six of them.
  static func ticks(to top: Int64) -> [Int64] {
    var unit: Int64 = 1
    while true {
      for factor: Int64 in [1, 2, 5] {
        let (step, overflow) = unit.multipliedReportingOverflow(by: factor)
        guard !overflow else { return [0, max(top, 1)] }
        if top <= 0 || (top - 1) / step < 5 {
          let count = top <= 0 ? 1 : (top - 1) / step + 1
          let (last, beyond) = count.multipliedReportingOverflow(by: step)
          guard !beyond, last > 0 else { return [0, max(top, 1)] }
          return (0...count).map { $0 * step }
        }
      }
      let (next, overflow) = unit.multipliedReportingOverflow(by: 10)
      guard !overflow else { return [0, max(top, 1)] }
      unit = next
    }
  }

  /// About how wide a text is, in tenths, at a size in tenths: an ideograph is a square, a letter about half of
  /// it, as in Arial.
  static func width(of text: String, size: Int) -> Int {
    text.unicodeScalars.reduce(0) { $0 + size * twentieths($1) / 20 }
  }

  private static func twentieths(_ scalar: Unicode.Scalar) -> Int {
    switch scalar {
    case "f", "i", "j", "l", "r", "t", "I", " ", ".", ",", ":", "'", "-": 6
    case "m", "w", "M", "W", "%": 18
    case "A"..."Z": 14
    case _ where scalar.value >= 0x1100: 20
    default: 11
    }
  }
}
