/// Resident IDs as counties write them.
///
/// Blanks around and between the characters, full-width digits and a leading apostrophe are passed
/// over. The last character may be any of the signs that people type for `X`. A number of 15 digits
/// is the form before 1999: it lacks the century, which is 19, and the check character.
extension ResidentID {
  package struct Reading: Hashable, Sendable {
    /// Nil where the cell says that there is none: empty, `0`, `无`, `不详` and the like.
    package let id: ResidentID?
    /// Written with 15 characters; `id` is the form of 18.
    package var isFifteen = false
    /// The cell differs from the canonical writing in more than that.
    package var isFolded = false
    /// The right check value, where the ID has another and the caller verified the ID.
    package var properCheck: Int?
  }

  /// Throws the first thing wrong in this order: mask, spreadsheet damage, length, character, birth
  /// date, check digit. With `verified` a wrong check digit is given in the reading instead of
  /// thrown, and so is one in a number that ends in 000.
  package static func read(
    _ cell: Span<UInt8>, verified: Bool = false
  ) throws(CellFault) -> Reading {
    if let (first17, proper) = plainDigits(cell) {
      return try judged(
        ResidentID(first17: first17, check: lastSign(cell[17])), proper,
        isFolded: cell[17] == 0x78, verified)
    }
    if CellText.isMissingWord(cell) { return Reading(id: nil) }
    let written = try Written(cell)
    switch written.count {
    case 18:
      return try judged(
        ResidentID(first17: written.first17, check: written.last),
        properCheck(first17: written.first17), isFolded: written.isFolded(cell), verified)
    case 15: return try fifteen(written, isFolded: written.isFolded(cell))
    default: throw .residentIDLength(found: written.count)
    }
  }

  /// The 17 digits of a cell of 18 ASCII bytes that needs no folding but perhaps of `x`, and their
  /// check value; nil for any other cell. Nearly every cell goes this way.
  @inline(__always)
  private static func plainDigits(_ cell: Span<UInt8>) -> (first17: Int64, proper: Int)? {
    guard cell.count == 18, cell[0] != 0x30, lastSign(cell[17]) >= 0 else { return nil }
    var value: Int64 = 0
    // Doubling the sum at each digit gives every digit its power of two; it stays below 2 to the 22nd.
    var sum = 0
    for place in 0..<17 {
      let digit = cell[place] &- 0x30
      guard digit < 10 else { return nil }
      value = value &* 10 &+ Int64(digit)
      sum = sum &* 2 &+ Int(digit)
    }
    return (value, properCheck(weighted: sum &* 2))
  }

  private static func lastSign(_ byte: UInt8) -> Int {
    let digit = byte &- 0x30
    return digit < 10 ? Int(digit) : byte | 0x20 == 0x78 ? 10 : -1
  }

  /// X, the multiplication signs, and the Cyrillic, Greek and Roman letters that look like it.
  static func isCheckLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x58, 0x78, 0xD7, 0x0425, 0x0445, 0x03A7, 0x03C7, 0x2169, 0x2179, 0x2715, 0x2716: true
    default: false
    }
  }

  private static func judged(
    _ id: ResidentID, _ proper: Int, isFolded: Bool, _ verified: Bool
  ) throws(CellFault) -> Reading {
    if let fault = birthFault(first17: id.first17) { throw fault }
    if id.check == proper { return Reading(id: id, isFolded: isFolded) }
    guard verified else {
      throw id.endsInTripleZero
        ? .spreadsheetNumber : .checkDigit(id: id, is: id.check, shouldBe: proper)
    }
    return Reading(id: id, isFolded: isFolded, properCheck: proper)
  }

  /// The 17 digits of a number of 15 digits, whose century is 19.
  static func first17(ofFifteen digits: Int64) -> Int64 {
    digits / 1_000_000_000 * 100_000_000_000 + 19_000_000_000 + digits % 1_000_000_000
  }

  private static func fifteen(
    _ written: Written, isFolded: Bool
  ) throws(CellFault) -> Reading {
    guard written.last < 10 else { throw .residentIDCharacter(place: 15) }
    let first17 = first17(ofFifteen: written.first17 * 10 + Int64(written.last))
    if let fault = birthFault(first17: first17) { throw fault }
    let id = ResidentID(first17: first17, check: properCheck(first17: first17))
    return Reading(id: id, isFifteen: true, isFolded: isFolded)
  }
}

/// The characters of a cell that are not blanks, taken in one pass.
private struct Written {
  private(set) var count = 0
  /// All digits but the last character.
  private(set) var first17: Int64 = 0
  /// The last character: 0…9, or 10 for any sign of X.
  private(set) var last = 0
  /// The first place of a character that is neither digit nor, at the end, X.
  private var wrongPlace: Int?

  init(_ cell: Span<UInt8>) throws(CellFault) {
    var cursor = ScalarCursor(CellText.typed(cell))
    var isMasked = false
    while let scalar = cursor.nextFolded(in: cell) {
      if ScalarCursor.isBlank(scalar) { continue }
      if scalar == 0x2A { isMasked = true }
      take(scalar)
    }
    if isMasked { throw .masked }
    if Written.isScientific(cell) { throw .spreadsheetNumber }
    guard count == 18 || count == 15 else { throw .residentIDLength(found: count) }
    if let wrongPlace { throw .residentIDCharacter(place: wrongPlace) }
  }

  func isFolded(_ cell: Span<UInt8>) -> Bool {
    cell.count != count || (last == 10 && cell[cell.count - 1] != 0x58)
  }

  private mutating func take(_ scalar: UInt32) {
    if count > 0 {
      if last == 10, wrongPlace == nil { wrongPlace = count }
      if count <= 17 { first17 = first17 &* 10 &+ Int64(last) }
    }
    count += 1
    if ScalarCursor.isDigit(scalar) {
      last = Int(scalar - 0x30)
      if count == 1, last == 0, wrongPlace == nil { wrongPlace = 1 }
    } else if ResidentID.isCheckLetter(scalar) {
      last = 10
    } else {
      last = 0
      if wrongPlace == nil { wrongPlace = count }
    }
  }

  /// `4.33123E+17`, which may be any of a trillion people.
  private static func isScientific(_ cell: Span<UInt8>) -> Bool {
    do {
      _ = try DecimalCell(cell, form: .residentIDLength(found: 0))
      return false
    } catch {
      return error == .spreadsheetNumber
    }
  }
}
