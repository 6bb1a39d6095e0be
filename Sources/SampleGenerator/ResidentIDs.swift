/// Issues resident IDs that are sound by GB 11643-1999 and belong to nobody.
///
/// The address part is `4399NN`, NN being the county's place among the forty: no place was ever
/// given a code that begins 4399, so that nobody was ever registered there. Date, sequence, sex
/// parity and check character (ISO 7064, MOD 11-2) are as the standard wants them. Sequences begin
/// at 001 for men and 002 for women, so that no ID ends in `000`, the mark of a spreadsheet's
/// rounding.
struct ResidentIDs {
  private let place: Int
  private var used: [UInt8]

  private static let firstDay = Day(1900, 1, 1).number

  init(countyOrdinal: Int) {
    place = 439_900 + countyOrdinal
    used = [UInt8](repeating: 0, count: 2 * (Day.yearEnd.number + 1 - ResidentIDs.firstDay))
  }

  /// The first 17 digits of an ID not issued before.
  mutating func issue(born: Day, male: Bool) -> Int {
    let slot = 2 * (born.number - ResidentIDs.firstDay) + (male ? 0 : 1)
    let sequence = 2 * Int(used[slot]) + (male ? 1 : 2)
    precondition(sequence < 1000, "more births on one day than a sequence can number")
    used[slot] += 1
    let parts = born.parts
    let date = parts.year * 10_000 + parts.month * 100 + parts.day
    return (place * 100_000_000 + date) * 1000 + sequence
  }

  static func checkCharacter(of digits17: Int) -> String {
    var rest = digits17
    var weight = 2
    var sum = 0
    while rest > 0 {
      sum += rest % 10 * weight
      rest /= 10
      weight = weight * 2 % 11
    }
    let check = (12 - sum % 11) % 11
    return check == 10 ? "X" : "\(check)"
  }

  /// As printed on cards before 1999: two digits of the year and no check character.
  static func fifteenCharacters(of digits17: Int) -> String {
    let place = digits17 / 100_000_000_000
    return "\(place * 1_000_000_000 + digits17 % 1_000_000_000)"
  }
}
