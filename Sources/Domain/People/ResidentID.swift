/// A citizen's number after GB 11643-1999: six digits of the place of first registration, eight of
/// the birth date, three that tell apart people of one place and day (odd for men), and a check
/// character by ISO 7064 MOD 11-2, where `X` is 10.
///
/// The number is kept as one integer, the 17 digits times 11 plus the check value *as written*: a
/// wrong check digit that somebody verified stays what it is, and differs from the right one.
package struct ResidentID: Hashable, Sendable {
  package let key: Int64

  /// Nil where the 17 digits do not begin with 1…9 or hold no day of 1850…2199. The check value may
  /// be wrong; ask `checkDigitIsRight`.
  package init?(key: Int64) {
    guard ResidentID.birthFault(first17: key / 11) == nil, key >= 11 * 10_000_000_000_000_000,
      key < 11 * 100_000_000_000_000_000
    else { return nil }
    self.key = key
  }

  /// For digits that were judged already.
  init(first17: Int64, check: Int) { key = first17 * 11 + Int64(check) }

  package var first17: Int64 { key / 11 }

  /// 0…10, as written.
  package var check: Int { Int(key % 11) }

  /// 0…10, as the standard reckons it from the 17 digits.
  package var properCheck: Int { ResidentID.properCheck(first17: first17) }

  package var checkDigitIsRight: Bool { check == properCheck }

  /// The place of first registration, as coded on that day: 433123.
  package var addressCode: Int { Int(first17 / 100_000_000_000) }

  package var birthDate: CalendarDate {
    let (year, month, day) = ResidentID.birth(first17: first17)
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      preconditionFailure("a resident ID holds a day")
    }
    return date
  }

  package var sex: Sex { first17 % 2 == 1 ? .male : .female }

  /// Whether the last three digits are 000: right by the standard, but also what a spreadsheet makes
  /// of any number of 18 digits.
  package var endsInTripleZero: Bool { first17 % 100 == 0 && check == 0 }

  /// All 18 characters: only for what people are entitled to see.
  package var canonical: String {
    String(first17) + ResidentID.character(check)
  }

  /// `433123********0015`.
  package var masked: String {
    String(addressCode) + "********" + Digits.padded(first17 % 1000, to: 3)
      + ResidentID.character(check)
  }

  /// `X` for 10, else the digit.
  package static func character(_ check: Int) -> String { check == 10 ? "X" : String(check) }

  /// Year, month and day in the 17 digits, such a day or not.
  static func birth(first17: Int64) -> (year: Int, month: Int, day: Int) {
    let digits = Int(first17 / 1000 % 100_000_000)
    return (digits / 10_000, digits / 100 % 100, digits % 100)
  }

  static func birthFault(first17: Int64) -> CellFault? {
    let (year, month, day) = birth(first17: first17)
    if CalendarDate.writtenYears.contains(year), 1...12 ~= month, day >= 1,
      day <= CalendarDate.daysIn(month: month, of: year)
    {
      return nil
    }
    return .residentIDBirthDate(year: year, month: month, day: day)
  }

  /// MOD 11-2: the digit at place n from the right, the check being place 1, weighs 2 to the power
  /// n − 1, and the whole leaves 1 when divided by 11.
  static func properCheck(first17: Int64) -> Int {
    var rest = first17
    var sum = 0
    for place in 1...17 {
      sum += Int(rest % 10) << place
      rest /= 10
    }
    return properCheck(weighted: sum)
  }

  /// The check value for the weighted sum of the 17 digits.
  @inline(__always)
  static func properCheck(weighted sum: Int) -> Int { (12 - sum % 11) % 11 }
}

extension ResidentID: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Masked, so that no message shows the number unless it asks for `canonical`.
  package var description: String { masked }
  package var debugDescription: String { masked }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
