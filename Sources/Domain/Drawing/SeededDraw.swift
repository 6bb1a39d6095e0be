/// Draws some of a list by a stated number, so that anybody can draw the same again.
///
/// SplitMix64 (Steele, Lea, Flood 2014) gives the numbers, and a Fisher–Yates shuffle that stops after the
/// last one drawn puts them to use. Neither depends on the machine or the library.
package struct SeededDraw: Sendable {
  private var state: UInt64

  /// - Parameters:
  ///   - seed: the number stated.
  ///   - stratum: what is drawn from apart, such as a county's code: each has a draw of its own.
  package init(seed: UInt64, stratum: UInt64) {
    state = seed
    state = next() ^ stratum
  }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number below a bound, each as likely: numbers from the incomplete last round are drawn anew.
  private mutating func below(_ bound: UInt64) -> UInt64 {
    let most = UInt64.max - UInt64.max % bound
    var number = next()
    while number >= most { number = next() }
    return number % bound
  }

  /// So many of the list, in the order drawn; all of it where it is no longer than that.
  ///
  /// - Parameter list: in an order that depends on nothing but what it holds.
  package mutating func draw<Element>(_ count: Int, of list: [Element]) -> [Element] {
    var list = list
    let drawn = min(count, list.count)
    for place in 0..<max(drawn, 0) {
      list.swapAt(place, place + Int(below(UInt64(list.count - place))))
    }
    return Array(list.prefix(max(drawn, 0)))
  }

  /// How many a share of so many is: rounded up, so that a county with any household has one drawn.
  package static func count(_ share: Percent, of households: Int) -> Int {
    (households * share.hundredths + 9_999) / 10_000
  }
}
