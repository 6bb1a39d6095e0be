/// A landline's number in its pieces, the digits between two signs: an area code (010, 02x, 03xx to 09xx), and
/// seven or eight digits that begin with 2 to 8, whole or in two pieces; before it 86 or 0086 with the area
/// code's 0 left out.
struct LandlineNumber {
  /// How many digits come before the subscriber's own.
  let areaCount: Int
  /// Whether the area code is one of Hunan's, and a piece by itself.
  let isPlainlyHunan: Bool

  init?(_ pieces: [[UInt8]]) {
    guard let first = pieces.first else { return nil }
    var rest = pieces[...]
    var isAbroad = false
    if rest.count > 1, LandlineNumber.isCountry(first) {
      rest.removeFirst()
      isAbroad = true
    }
    guard let lead = rest.popFirst() else { return nil }
    let whole = isAbroad ? [0] + lead : lead
    guard let area = LandlineNumber.areaLength(whole) else { return nil }
    var subscriber = rest.map(\.count)
    if whole.count > area { subscriber.insert(whole.count - area, at: 0) }
    let digits = whole.dropFirst(area) + rest.joined()
    guard subscriber.count <= (whole.count > area ? 1 : 2), 7...8 ~= digits.count,
      subscriber.allSatisfy({ $0 >= 3 }), let begin = digits.first, 2...8 ~= begin,
      !LandlineNumber.isDay(Array(digits))
    else { return nil }
    areaCount = pieces.joined().count - digits.count
    isPlainlyHunan =
      !isAbroad && whole.count == area && LandlineNumber.hunan.contains(whole)
  }

  /// 0730 to 0739 and 0743 to 0746.
  private static let hunan = Set((30...39).map(code) + (43...46).map(code))

  private static func code(_ number: UInt8) -> [UInt8] { [0, 7, number / 10, number % 10] }

  private static func isCountry(_ piece: [UInt8]) -> Bool {
    piece == [8, 6] || piece == [0, 0, 8, 6]
  }

  /// How long the area code is that a number begins with; nil where it begins with none.
  private static func areaLength(_ digits: [UInt8]) -> Int? {
    guard digits.count >= 3, digits[0] == 0 else { return nil }
    if digits[1] == 1 { return digits[2] == 0 ? 3 : nil }
    if digits[1] == 2 { return 3 }
    return digits[1] >= 3 && digits.count >= 4 ? 4 : nil
  }

  /// `20110630`, as documents are numbered by.
  private static func isDay(_ digits: [UInt8]) -> Bool {
    guard digits.count == 8, digits[0] == 2, digits[1] == 0 else { return false }
    return 1...12 ~= digits[4] * 10 + digits[5] && 1...31 ~= digits[6] * 10 + digits[7]
  }
}
