import Domain

/// A word of a line from the field, or what stands in quotes: `"roof leaks"` and `“屋顶漏雨”` are one.
///
/// Blanks and commas of either width part words; the note gets them back, so that a comma in it is kept.
struct LogWord: Equatable {
  let text: String
  let isQuoted: Bool
  /// The commas and blanks before it, blanks that follow each other as one.
  let gap: String

  static func words(of line: String) -> [LogWord] {
    let characters = Array(line)
    var words: [LogWord] = []
    var word = ""
    var gap = ""
    var isQuoted = false
    func finish() {
      guard !word.isEmpty else { return }
      words.append(LogWord(text: word, isQuoted: isQuoted, gap: gap))
      word = ""
      gap = ""
    }
    for (place, character) in characters.enumerated() {
      if "\"“”".contains(character) {
        finish()
        isQuoted.toggle()
      } else if isQuoted {
        word.append(character)
      } else if character.isWhitespace {
        finish()
        if gap.last != " " { gap.append(" ") }
      } else if character == "，"
        || character == "," && !isThousands(word, characters[(place + 1)...])
      {
        finish()
        gap.append(character)
      } else {
        word.append(character)
      }
    }
    finish()
    return words
  }

  /// The words at some places as they were written; those that stood apart are joined by a blank. Nil where
  /// there are none.
  static func text(of words: [LogWord], at places: [Int]) -> String? {
    var text = ""
    var last: Int?
    for place in places {
      if let last {
        let gap = words[place].gap
        text += last == place - 1 && !gap.isEmpty ? gap : " "
      }
      text += words[place].text
      last = place
    }
    return text.isEmpty ? nil : text
  }

  /// A digit of either width.
  static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber || ("０"..."９").contains(character)
  }

  /// `1,200`: whether a comma between what was read of a word and what follows parts thousands.
  private static func isThousands(_ word: String, _ rest: ArraySlice<Character>) -> Bool {
    let groups = word.split(separator: ",", omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count),
      groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.allSatisfy({ $0.allSatisfy(isDigit) })
    else { return false }
    return rest.prefix(while: isDigit).count == 3
  }
}

/// A word that begins with a number: `12`, `12头`, `40%`.
struct LogAmount {
  let digits: String
  /// What stands behind the number; empty where nothing does.
  let tail: String

  init?(_ word: String) {
    guard let first = word.first, LogWord.isDigit(first) else { return nil }
    let digits = word.prefix { LogWord.isDigit($0) || ".．,".contains($0) }
    self.digits = String(digits)
    tail = String(word[digits.endIndex...])
  }

  var isPercent: Bool { tail == "%" || tail == "％" }

  /// Nil where it is no share, or none from 0 to 100.
  var percent: Percent? { isPercent ? Self.read(digits, Percent.read) : nil }

  /// The number itself; nil where it is none, or rather a number of a household, a phone or a day.
  var quantity: Quantity? {
    isTooLong || isLikeDay ? nil : Self.read(digits, Quantity.read)
  }

  /// Nobody hands out a thousand million of anything.
  var isTooLong: Bool { digits.count { LogWord.isDigit($0) } > 9 }

  /// `20110630`, and `20110631` too.
  var isLikeDay: Bool {
    tail.isEmpty && digits.count == 8 && digits.allSatisfy(LogWord.isDigit)
      && KeyFolding.fold(digits).hasPrefix("20")
  }

  private static func read<Value>(
    _ text: String, _ body: (Span<UInt8>) throws(CellFault) -> Value
  ) -> Value? {
    do throws(CellFault) { return try CellText.reading(text, body) } catch { return nil }
  }
}
