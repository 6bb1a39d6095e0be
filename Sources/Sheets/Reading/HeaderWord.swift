import Domain
import Intake

/// A header cell folded for comparison, and the ways to read it as a name with words beside it.
struct HeaderWord {
  /// Lower case, ASCII brackets, no blanks or line breaks, no required mark.
  let folded: String
  /// A name and the words in and behind its brackets, the longest name first.
  let readings: [Reading]

  struct Reading: Equatable {
    let name: String
    /// Lower case, blanks kept.
    let phrases: [String]
    /// Whether a bracket or a colon parts the two; else only words that are known may stand behind.
    let isMarked: Bool
  }

  init(_ text: String) {
    let base = HeaderWord.base(text)
    folded = HeaderWord.squeezed(base)
    readings = HeaderWord.readings(of: base, folded)
  }

  /// Folded, but with its blanks.
  private static func base(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let folded = CellText.foldedString(bytes.span).lowercased()
    return withoutGroups(String(String.UnicodeScalarView(folded.unicodeScalars.filter(isSeen))))
  }

  private static func isSeen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2A, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF, 0xE0000...0xE007F:
      false
    default: true
    }
  }

  /// `10,000` as `10000`, so that a comma always parts two words.
  private static func withoutGroups(_ text: String) -> String {
    let characters = Array(text)
    var result = ""
    for (index, character) in characters.enumerated() {
      if character == ",", index > 0, isDigit(characters[index - 1]), index + 3 < characters.count,
        characters[(index + 1)...(index + 3)].allSatisfy(isDigit),
        index + 4 >= characters.count || !isDigit(characters[index + 4])
      {
        continue
      }
      result.append(character)
    }
    return result
  }

  private static func isDigit(_ character: Character) -> Bool { "0123456789".contains(character) }

  static func squeezed(_ text: String) -> String {
    String(text.lowercased().filter { !$0.isWhitespace })
  }

  /// Every known spelling of a sheet's columns, made once.
  static func spellings(of sheet: Sheet) -> [String: Int] { spellingsBySheet[sheet.name] ?? [:] }

  private static let spellingsBySheet: [String: [String: Int]] = {
    var bySheet: [String: [String: Int]] = [:]
    // Many sheets have the same columns.
    var names: [String: [String]] = [:]
    for sheet in Sheet.all {
      var spellings: [String: Int] = [:]
      for (index, column) in sheet.columns.enumerated() {
        let texts = [column.name, column.chinese] + (HeaderSpellings.byColumn[column.name] ?? [])
        for text in texts {
          let known = names[text] ?? HeaderWord.names(text)
          names[text] = known
          for name in known where spellings[name] == nil { spellings[name] = index }
        }
      }
      bySheet[sheet.name] = spellings
    }
    return bySheet
  }()

  /// What a spelling may be read as, alone or before words that brackets or a colon part from it.
  private static func names(_ text: String) -> [String] {
    let base = HeaderWord.base(text)
    return markedReadings(of: withoutNumber(base[...]), squeezed(base)).map(\.name)
  }
}

extension HeaderWord {
  /// A longer cell is no header but for its own words: it is not taken apart.
  private static let longest = 200
  private static let opening = "([{<【〔《〈「"
  private static let closing = ")]}>】〕》〉」"
  private static let separators = ",，、;；。|\n\r\t"

  private static func readings(of base: String, _ folded: String) -> [Reading] {
    guard base.count <= longest else { return [Reading(name: folded, phrases: [], isMarked: true)] }
    let body = withoutNumber(base[...])
    var readings = markedReadings(of: body, folded)
    for cut in body.indices.reversed()
    where cut > body.startIndex && (body[cut].isWhitespace || "/_-,，、".contains(body[cut])) {
      add(body[..<cut], [body[body.index(after: cut)...]], isMarked: false, to: &readings)
    }
    for length in 1...longestUnit where length < body.count {
      let unit = body.suffix(length)
      guard HeaderExpression(String(unit)) != nil else { continue }
      add(body.dropLast(length), [unit], isMarked: false, to: &readings)
    }
    return readings
  }

  /// The whole, and what brackets and colons part.
  private static func markedReadings(of body: Substring, _ folded: String) -> [Reading] {
    var readings = [Reading(name: folded, phrases: [], isMarked: true)]
    add(body, [], isMarked: true, to: &readings)
    // From the last bracket on, from the last but one …; a bracket in front is one of its words too.
    let front = leadingGroup(body)
    for cut in body.indices.reversed()
    where cut > body.startIndex && (opening.contains(body[cut]) || ":：".contains(body[cut])) {
      add(body[..<cut], [body[cut...]], isMarked: true, to: &readings)
      if let front, front < cut {
        add(body[front..<cut], [body[..<front], body[cut...]], isMarked: true, to: &readings)
      }
    }
    if let front { add(body[front...], [body[..<front]], isMarked: true, to: &readings) }
    return readings
  }

  private static func add(
    _ name: Substring, _ rest: [Substring], isMarked: Bool, to readings: inout [Reading]
  ) {
    let name = squeezed(String(name))
    guard !name.isEmpty, !readings.contains(where: { $0.name == name }) else { return }
    readings.append(
      Reading(name: name, phrases: rest.flatMap { phrases(in: String($0)) }, isMarked: isMarked))
  }

  /// The most characters of a unit that stands right behind a name: `金额万元`, `数量万只`.
  private static let longestUnit = 8

  /// Without a number of a list in front or behind: `①姓名`, `1.姓名`, `(1)姓名`, `姓名①`.
  private static func withoutNumber(_ text: Substring) -> Substring {
    var rest = text.trimming(while: { $0.isWhitespace || isCircled($0) })
    let digits = rest.prefix { isDigit($0) || "一二三四五六七八九十".contains($0) }
    if !digits.isEmpty, digits.count <= 2, let mark = rest.dropFirst(digits.count).first,
      ".、)".contains(mark), rest.count > digits.count + 1
    {
      rest = rest.dropFirst(digits.count + 1)
    }
    return rest.trimming(while: \.isWhitespace)
  }

  private static func isCircled(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { (0x2460...0x24FF).contains($0.value) } ?? false
  }

  /// Where a group in brackets at the beginning ends.
  private static func leadingGroup(_ text: Substring) -> Substring.Index? {
    guard let first = text.first, opening.contains(first),
      let end = text.firstIndex(where: { closing.contains($0) })
    else { return nil }
    let after = text.index(after: end)
    return after < text.endIndex ? after : nil
  }

  /// The words that brackets, commas and line breaks part.
  static func phrases(in text: String) -> [String] {
    base(text).split { opening.contains($0) || closing.contains($0) || separators.contains($0) }
      .map { String($0.trimming(while: { $0.isWhitespace || $0 == ":" || $0 == "：" })) }
      .filter { !$0.isEmpty }
  }
}

extension Substring {
  fileprivate func trimming(while isLeft: (Character) -> Bool) -> Substring {
    var rest = self
    while let first = rest.first, isLeft(first) { rest = rest.dropFirst() }
    while let last = rest.last, isLeft(last) { rest = rest.dropLast() }
    return rest
  }
}
