// Clerks type an ID or a phone where it does not belong: into the name's column, as a header, behind a
// command. Wherever what they typed is shown again, the number is found by its own form:
//
// - a resident ID: 18 characters, 17 digits and a digit or X, or 15 digits, that begin with a province's
//   code and hold a day in the place of the birth date, whether the check digit is right or not;
// - a mobile number: 11 digits, 13… to 19…, alone or behind 0, 86 or 0086;
// - a landline with its area code (`LandlineNumber`): 0731-84221234, (0744) 8221234. Without the code its
//   seven or eight digits may be anything, and are left.
//
// Where no number of a thing belongs, any 17 digits and more in one are hidden: an ID that lost a digit, an
// account. Digits may be full-width. A household's number (16 digits as a rule) and a village code (12) have none of
// these forms and are left. One number may be written with blanks inside, and a phone also with
// hyphens or the area code in brackets; other numbers with hyphens inside are documents' and projects'.

/// Resident IDs, mobile numbers and landlines inside any text.
package enum PersonalNumbers {
  /// What else a text may hold whose numbers must stay readable.
  package enum Surroundings: Sendable {
    /// Anything a clerk may have typed.
    case anything
    /// Numbers that name things. A household's number of 15 digits, a village's code and three, looks like
    /// an old ID too often to be hidden; a landline is known by an area code of Hunan's, apart from the rest.
    case numbers
    /// What a program is to read: valid resident IDs of 18 characters and mobile numbers alone.
    case programs
  }

  /// The text with what is personal hidden: `433123********0015`, `138****5678`.
  package static func masked(_ text: String, in surroundings: Surroundings = .anything) -> String {
    guard mayStand(in: text.utf8.span) else { return text }
    var scalars = Array(text.unicodeScalars)
    var search = PersonalNumberSearch(scalars, surroundings)
    let hidden = search.hiddenPlaces()
    guard !hidden.isEmpty else { return text }
    for place in hidden { scalars[place] = "*" }
    var masked = ""
    masked.unicodeScalars.append(contentsOf: scalars)
    return masked
  }

  package static func masked(_ text: String?, in surroundings: Surroundings = .anything) -> String?
  {
    text.map { masked($0, in: surroundings) }
  }

  /// Whether a cell of a name is, or holds, a resident ID: the columns were swapped.
  package static func holdsValidID(_ cell: Span<UInt8>) -> Bool {
    guard cell.count >= 15, mayStand(in: cell) else { return false }
    var search = PersonalNumberSearch(Array(CellText.string(cell).unicodeScalars), .anything)
    return search.findsValidID()
  }

  /// Whether a number that names something, folded already, is or holds a valid resident ID, whatever parts
  /// its digits or stands around them. One of 15 digits has no check digit, and a county's code with a year and a
  /// serial number often looks like one: that counts as a number.
  package static func holdsValidID(inNumber number: Span<UInt8>) -> Bool {
    guard number.count > 17, holdsValidID(number) else { return false }
    var digits = 0
    for index in number.indices where number[index] &- 0x30 < 10 { digits += 1 }
    return digits > 16
  }

  /// False where a text plainly has nothing to hide: fewer than 11 digits, or nothing but the 16 of a
  /// household's number.
  package static func mayStand(in text: Span<UInt8>) -> Bool {
    guard text.count >= 11 else { return false }
    var (digits, others) = (0, 0)
    for index in text.indices {
      // A full-width digit begins with 0xEF.
      if text[index] &- 0x30 < 10 || text[index] == 0xEF { digits += 1 } else { others += 1 }
    }
    return digits >= 11 && !(digits == 16 && others == 0)
  }

  /// Whether a text shows the mark of masking: three asterisks or more with digits around them, blanks,
  /// hyphens and brackets between them passed over.
  package static func isMasked(_ text: Span<UInt8>) -> Bool {
    var index = 0
    while index < text.count {
      guard text[index] == asterisk else {
        index += 1
        continue
      }
      let first = index
      while index < text.count, text[index] == asterisk { index += 1 }
      guard index - first >= 3 else { continue }
      var (before, after) = (first - 1, index)
      while before >= 0, isBetween(text[before]) { before -= 1 }
      while after < text.count, isBetween(text[after]) { after += 1 }
      if before >= 0, after < text.count, endsDigit(text, before), beginsDigit(text, after) {
        return true
      }
    }
    return false
  }

  private static let asterisk = UInt8(ascii: "*")

  private static func isBetween(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "(")
      || byte == UInt8(ascii: ")")
  }

  /// Full-width digits are EF BC 90 to EF BC 99.
  private static func beginsDigit(_ text: Span<UInt8>, _ index: Int) -> Bool {
    text[index] &- 0x30 < 10
      || (index + 2 < text.count && text[index] == 0xEF && text[index + 1] == 0xBC
        && text[index + 2] &- 0x90 < 10)
  }

  private static func endsDigit(_ text: Span<UInt8>, _ index: Int) -> Bool {
    text[index] &- 0x30 < 10 || (index >= 2 && beginsDigit(text, index - 2))
  }
}
