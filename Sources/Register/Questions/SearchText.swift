import Domain

/// What somebody looks for, folded each way in which it may be meant.
struct SearchText {
  /// As a name is kept.
  let name: String
  /// The name without blanks: lists pad names of two characters with one, `吴　大`.
  let tight: String
  /// As a number of a household, an official, a project or a phone is kept.
  let number: String
  /// The ID that it is, whole; nil where it is none.
  let residentID: ResidentID?

  init(_ text: String) {
    let name = NameFolding.fold(text)
    self.name = name
    tight = String(name.filter { $0 != " " })
    number = KeyFolding.fold(text)
    let reading = try? CellText.reading(name) { (cell) throws(CellFault) in
      try ResidentID.read(cell, verified: true)
    }
    residentID = reading?.id
  }

  /// A character that every name with the text in it has, blanks or not: cheap to look for before a name is
  /// looked at whole. The last one, since many people share the first of a name.
  var nameMark: String { tight.unicodeScalars.last.map { String($0) } ?? "" }

  var placePattern: String { Self.placePattern(of: tight) }

  /// A pattern of GLOB that every place with the text in its name fits, and few others; small letters are as
  /// great ones.
  static func placePattern(of text: String) -> String {
    pattern(text) { scalar in
      switch scalar {
      case "0"..."9": String(scalar)
      case "\u{3400}"..."\u{4DBF}", "\u{4E00}"..."\u{9FFF}": writings(of: scalar)
      // Other letters whose small form is, or begins with, one of these.
      case "k", "K": "[kK\u{212A}]"
      case "i", "I": "[iI\u{130}]"
      case "a"..."z", "A"..."Z":
        "[\(scalar.properties.lowercaseMapping)\(scalar.properties.uppercaseMapping)]"
      default: nil
      }
    }
  }

  /// A Chinese character, and the compatibility ideographs that are other writings of it (U+F979 of 凉).
  private static func writings(of scalar: Unicode.Scalar) -> String {
    let text = String(scalar)
    var writings = text.unicodeScalars
    let blocks: [ClosedRange<UInt32>] = [0xF900...0xFAFF, 0x2F800...0x2FA1F]
    for block in blocks {
      for code in block {
        guard let other = Unicode.Scalar(code), String(other) == text else { continue }
        writings.append(other)
      }
    }
    return writings.count == 1 ? text : "[\(String(writings))]"
  }

  /// The first few characters that can be told by one `piece` of a pattern, with anything around them. A letter
  /// with a mark has two spellings and is passed over.
  private static func pattern(_ text: String, _ piece: (Unicode.Scalar) -> String?) -> String {
    let pieces = text.compactMap { character -> String? in
      let scalars = character.unicodeScalars
      guard scalars.count == 1, let scalar = scalars.first else { return nil }
      return piece(scalar)
    }
    return "*" + pieces.prefix(3).map { $0 + "*" }.joined()
  }

  var hasLetters: Bool { name.unicodeScalars.contains { $0.properties.isAlphabetic } }

  /// Whether it is enough of an official's name: one Chinese character is a family's, one letter is in all.
  var isPartOfName: Bool {
    tight.count >= 2 || tight.unicodeScalars.contains { $0.properties.isIdeographic }
  }

  /// Whether it is enough of a number to be looked for inside numbers.
  var isPartOfNumber: Bool { number.count >= 3 && number.contains { $0.isNumber } }

  /// Digits enough to be part of a phone number; nil where it is something else.
  var phoneDigits: String? {
    let digits = number.filter { $0 != "-" }
    return digits.utf8.count >= 4 && digits.utf8.allSatisfy(Self.isDigit) ? digits : nil
  }

  /// A part of a resident ID, of four to seventeen characters, an `X` only at its end.
  var residentPart: String? {
    let bytes = number.uppercased().utf8
    guard (4...17).contains(bytes.count), bytes.dropLast().allSatisfy(Self.isDigit),
      let last = bytes.last, Self.isDigit(last) || last == UInt8(ascii: "X")
    else { return nil }
    return number.uppercased()
  }

  /// Whether it is enough of a name to be looked for inside the names of places: one Chinese character, or two
  /// letters, would be in hundreds.
  var isPartOfPlace: Bool { tight.count >= 2 && tight.utf8.count >= 3 }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
