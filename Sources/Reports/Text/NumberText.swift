// Whole numbers as people read them. Everything is integer arithmetic: a fen or a tenth of a
// percent never passes through a binary fraction.

package enum NumberText {
  /// `units` of the last of `places` decimals: `decimal(1022, places: 1)` is `102.2`.
  /// With `grouped` the whole part has a comma after every third digit from its right.
  package static func decimal(_ units: Int64, places: Int = 0, grouped: Bool = false) -> String {
    var text: [UInt8] = []
    append(units, places: places, grouped: grouped, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends what `decimal` gives.
  static func append(
    _ units: Int64, places: Int = 0, grouped: Bool = false, to text: inout [UInt8]
  ) {
    // From its right, and then turned round.
    let start = text.count
    var rest = units.magnitude
    var digits = 0
    repeat {
      if digits == places {
        if places > 0 { text.append(UInt8(ascii: ".")) }
      } else if grouped && digits > places && (digits - places) % 3 == 0 {
        text.append(UInt8(ascii: ","))
      }
      text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
      digits += 1
    } while rest > 0 || digits <= places
    if units < 0 { text.append(UInt8(ascii: "-")) }
    var (low, high) = (start, text.count - 1)
    while low < high {
      text.swapAt(low, high)
      (low, high) = (low + 1, high - 1)
    }
  }

  /// `613,432`.
  package static func grouped(_ number: Int64) -> String {
    decimal(number, grouped: true)
  }

  /// So many of a thing, in English: `1 month`, `1,200 months`.
  package static func counted(_ number: Int64, _ one: String, _ several: String) -> String {
    grouped(number) + " " + (number == 1 ? one : several)
  }

  /// `1 person`, `613,432 persons`.
  package static func persons(_ number: Int64) -> String { counted(number, "person", "persons") }

  /// As `grouped`, with its sign: `+1,200`, `-3`, `0`.
  package static func signed(_ number: Int64) -> String {
    number > 0 ? "+" + grouped(number) : grouped(number)
  }

  /// Yuan with two decimals, `1234.50`; for people `1,234.50`.
  package static func yuan(fen: Int64, grouped: Bool = false) -> String {
    decimal(fen, places: 2, grouped: grouped)
  }

  /// `part` ÷ `whole` in tenths of a percent, half up: 613,432 of 600,000 is 1022.
  ///
  /// nil where `whole` is not above zero, `part` is negative, or the result exceeds `Int64`.
  package static func percentTenths(_ part: Int64, of whole: Int64) -> Int64? {
    guard whole > 0, part >= 0 else { return nil }
    let divisor = whole.magnitude
    let product = part.magnitude.multipliedFullWidth(by: 1000)
    // The quotient fits 64 bits only where the upper half is below the divisor.
    guard product.high < divisor else { return nil }
    let (quotient, remainder) = divisor.dividingFullWidth(product)
    let (rounded, overflow) =
      quotient.addingReportingOverflow(remainder >= divisor - remainder ? 1 : 0)
    return overflow ? nil : Int64(exactly: rounded)
  }

  /// `part` ÷ `whole` in whole percent, rounded down so that 100 means all; nil as above.
  package static func wholePercent(_ part: Int64, of whole: Int64) -> Int64? {
    guard whole > 0, part >= 0 else { return nil }
    let divisor = whole.magnitude
    let product = part.magnitude.multipliedFullWidth(by: 100)
    guard product.high < divisor else { return nil }
    return Int64(exactly: divisor.dividingFullWidth(product).quotient)
  }
}
