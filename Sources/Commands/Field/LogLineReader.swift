import Domain
import Register

/// Reads a line as an officer writes it.
struct LogLineReader {
  let handIn: HandIn
  let subjects: LogSubjects
  /// Who saw what a line names nobody for.
  let staff: Official

  /// What a line says. The first word of each form is taken, wherever it stands: the kind (a visit where there
  /// is none), the number of a household or project, an official's number, a day, `40%`, and a number with its
  /// unit (`12头`, `12 head`). Everything else, and what stands in quotes, is the note.
  func note(_ line: LogLines.Line) throws(Problem) -> ProgressNote {
    let words = LogWord.words(of: line.text)
    var reading = try read(words)
    takeUnitBefore(&reading, words)
    // A slip is one only of what the line says nowhere else, so that the whole line is read first.
    try refuseSlips(of: words, in: reading)
    let free = reading.noted.map { words[$0] }.filter { !$0.isQuoted }.map(\.text)
    guard reading.household != nil || reading.project != nil else {
      throw unknown(line, free)
    }
    // A number of nobody would leave the visit to the officer.
    if reading.staff == nil, let number = free.first(where: Self.isLikeNumber) {
      throw try Problem.unknownCard(number, in: handIn.register, handIn.console)
    }
    var note = ProgressNote(
      household: reading.household, project: reading.project, staff: reading.staff ?? staff,
      day: reading.day ?? handIn.day, kind: reading.kind ?? .visit)
    note.quantity = reading.quantity
    note.unit = reading.unit
    note.percent = reading.percent
    note.note = LogWord.text(of: words, at: reading.noted)
    return note
  }

  /// What the words of a line have said.
  struct Reading {
    var kind: ProgressKind?
    var household, project, unit: String?
    var staff: Official?
    var day: CalendarDate?
    var quantity: Quantity?
    var percent: Percent?
    /// The place of the number that is the quantity, where no unit stands behind it.
    var bareNumber: Int?
    /// The places of the words that are the note.
    var noted: [Int] = []
  }

  private func read(_ words: [LogWord]) throws(Problem) -> Reading {
    var reading = Reading()
    var isUnit = false
    for (place, word) in words.enumerated() {
      if isUnit {
        isUnit = false
      } else if word.isQuoted {
        reading.noted.append(place)
      } else if try !take(word.text, &reading) {
        let next = words[(place + 1)...].first.flatMap { $0.isQuoted ? nil : $0.text }
        switch Self.takeAmount(word.text, before: next, at: place, &reading) {
        case 0: reading.noted.append(place)
        case 1: break
        default: isUnit = true
        }
      }
    }
    return reading
  }

  /// `head 12`: a unit before its number.
  private func takeUnitBefore(_ reading: inout Reading, _ words: [LogWord]) {
    guard let number = reading.bareNumber, reading.noted.contains(number - 1),
      !words[number - 1].isQuoted, let unit = Console.unit(said: words[number - 1].text)
    else { return }
    reading.unit = unit
    reading.bareNumber = nil
    reading.noted.removeAll { $0 == number - 1 }
  }

  /// Whether the word is something that the line has not said yet.
  private func take(_ word: String, _ reading: inout Reading) throws(Problem) -> Bool {
    if reading.kind == nil, let kind = ProgressKind.read(word) {
      reading.kind = kind
      return true
    }
    let number = KeyFolding.fold(word)
    switch try subjects.meaning(of: number) {
    case .household:
      if reading.household != nil { throw second(number, ("household", "户")) }
      reading.household = number
    case .project:
      if reading.project != nil { throw second(number, ("project", "项目")) }
      reading.project = number
    case .staff(let official):
      if reading.staff != nil { throw second(number, ("official", "责任人")) }
      reading.staff = official
    case nil:
      guard reading.day == nil, let day = try handIn.console.day(written: word) else {
        return false
      }
      reading.day = day
    }
    return true
  }

  /// Two of a kind on a line are two lines, or one of them belongs to the note.
  func second(_ number: String, _ what: (english: String, chinese: String)) -> Problem {
    let console = handIn.console
    let shown = console.shown(number)
    return Problem(
      "malformed_value",
      console.say(
        "\(shown) is a second \(what.english); give each a line, or put it in quotes where it is part of the note",
        "\(shown) 是第二个\(what.chinese)；请分行写，如属备注请加引号"))
  }

  /// How many words a share done, or a number with its unit behind it or in the next word, takes; 0 where the
  /// word is neither, or the line has said it. A next word that is no unit says something else.
  private static func takeAmount(
    _ word: String, before next: String?, at place: Int, _ reading: inout Reading
  ) -> Int {
    guard let amount = LogAmount(word) else { return 0 }
    if reading.percent == nil, let percent = amount.percent {
      reading.percent = percent
      return 1
    }
    if reading.percent == nil, amount.tail.isEmpty, next == "%" || next == "％",
      let percent = LogAmount(word + "%")?.percent
    {
      reading.percent = percent
      return 2
    }
    guard reading.quantity == nil, let quantity = amount.quantity else { return 0 }
    guard amount.tail.isEmpty else {
      guard let unit = Console.unit(said: amount.tail) else { return 0 }
      (reading.quantity, reading.unit) = (quantity, unit)
      return 1
    }
    reading.quantity = quantity
    guard let unit = next.flatMap(Console.unit(said:)) else {
      reading.bareNumber = place
      return 1
    }
    reading.unit = unit
    return 2
  }

  /// `S433123-0099`: a letter and four digits or more. `4331231042060099`: digits too many to count anything.
  static func isLikeNumber(_ word: String) -> Bool {
    if let amount = LogAmount(word) { return amount.isTooLong }
    return word.first.map { $0.isASCII && $0.isLetter } == true
      && word.count { $0.isASCII && $0.isNumber } > 3
  }

  /// A line of no household: the word most like a number is told with the nearest that there are.
  private func unknown(_ line: LogLines.Line, _ words: [String]) -> Problem {
    let console = handIn.console
    guard let typed = words.first(where: { $0.count { $0.isNumber } > 3 }) else {
      return Problem(
        "line_without_household",
        console.say("it names no household and no project", "没有写户编号或项目编号"))
    }
    do throws(Problem) {
      _ = try handIn.register.requiredHousehold(KeyFolding.fold(typed), console)
      return Problem("unknown_household", typed)
    } catch { return error }
  }
}
