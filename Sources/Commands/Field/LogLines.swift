import CSV
import Domain
import Register
import Sheets

// A day's log: a line a visit, its words in any order, each known by its form.

/// The lines of a file that say something, with their numbers in the file.
struct LogLines {
  struct Line {
    /// From 1.
    let number: Int
    let text: String
  }

  let lines: [Line]

  /// Blank lines and those that begin with `#` say nothing.
  init(_ text: String) {
    let all = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    lines = all.enumerated().compactMap { index, line in
      let isEmpty = line.allSatisfy { $0.isWhitespace }
      return isEmpty || line.first { !$0.isWhitespace } == "#"
        ? nil : Line(number: index + 1, text: String(line))
    }
  }

  /// The text of a file, `-` for standard input: UTF-8, UTF-16 with its mark, else GB18030.
  static func text(of path: String, _ console: Console) throws(Problem) -> String {
    var bytes: [UInt8] = []
    do throws(SourceFault) {
      if path == "-", Terminal(.input, environment: console.environment).isTerminal {
        console.diagnostics.line(
          console.say(
            "One visit a line, such as “HOUSEHOLD delivery 12 head 2011-06-20”; Ctrl-D ends.",
            "每行一次走访，如“户编号 发放 12头 2011-06-20”；按 Ctrl-D 结束。"))
      }
      let source =
        path == "-"
        ? try ByteSource(descriptor: System.standardInput) { SignalWatch.isInterrupted }
        : try ByteSource(path: path) { SignalWatch.isInterrupted }
      try source.forEachBlock { block in
        block.withUnsafeBufferPointer { bytes += $0 }
        return true
      }
    } catch {
      throw ImportWords(language: console.language, file: path).problem(error)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    let isWide = bytes.starts(with: [0xFF, 0xFE])
    if !isWide, let text = String(validating: bytes, as: UTF8.self) { return text }
    if let text = System.text(of: bytes, in: isWide ? "UTF-16" : "GB18030") { return text }
    throw Problem(
      "invalid_bytes",
      console.say(
        "\(path) is no text in UTF-8, UTF-16 or GB18030", "\(path) 不是 UTF-8、UTF-16 或 GB18030 文本"))
  }
}

/// Reads a line as an officer writes it.
struct LogLineReader {
  let handIn: HandIn
  let subjects: LogSubjects
  /// Who saw what a line names nobody for.
  let staff: Official

  /// What a line says. The first word of each form is taken: the kind (a visit where there is none), the
  /// number of a household or project, an official's number, a day, `40%`, and a number with its unit
  /// (`12头`, `12 head`). Everything else, and what stands in quotes, is the note.
  func note(_ line: LogLines.Line) throws(Problem) -> ProgressNote {
    var reading = Reading()
    var words = Self.words(line.text)[...]
    while let word = words.popFirst() {
      if word.isQuoted {
        reading.note.append(word.text)
      } else if try !take(word.text, &reading), !Self.takeAmount(word.text, &words, &reading) {
        try refuseSlip(word.text, reading)
        if isLikeNumber(word.text) { reading.unknown.append(word.text) }
        reading.note.append(word.text)
      }
    }
    guard reading.household != nil || reading.project != nil else {
      throw unknown(line, reading.note)
    }
    // A number of nobody would leave the visit to the officer.
    if reading.staff == nil, let number = reading.unknown.first {
      throw try Problem.unknownCard(number, in: handIn.register, handIn.console)
    }
    var note = ProgressNote(
      household: reading.household, project: reading.project, staff: reading.staff ?? staff,
      day: reading.day ?? handIn.day, kind: reading.kind ?? .visit)
    note.quantity = reading.quantity
    note.unit = reading.unit
    note.percent = reading.percent
    note.note = reading.note.isEmpty ? nil : reading.note.joined(separator: " ")
    return note
  }

  /// A word that begins as a day, a share or a kind does and is none would become a note, and the line another
  /// day's or a visit.
  private func refuseSlip(_ word: String, _ reading: Reading) throws(Problem) {
    let console = handIn.console
    func slip(_ english: String, _ chinese: String) -> Problem {
      Problem(
        "malformed_value",
        console.say(
          "“\(word)” is no \(english); correct it, or put it in quotes where it is part of the note",
          "“\(word)”不是\(chinese)；请更正，如属备注请加引号"))
    }
    if reading.day == nil, isLikeDay(word) {
      throw slip("day; write it like 2011-06-30", "日期，应写作 2011-06-30 这样")
    }
    if reading.percent == nil, word.first?.isNumber == true,
      word.hasSuffix("%") || word.hasSuffix("％")
    {
      throw slip("percent from 0 to 100", "0 至 100 的百分数")
    }
    let near = CodeSuggestion.nearest(to: word, among: ProgressKind.names, limit: 1)
    if reading.kind == nil, word.count > 3, let kind = near.first,
      CodeSuggestion.distance(word.lowercased(), kind) == 1
    {
      throw slip("kind; did you mean \(kind)?", "类型，是不是 \(kind)？")
    }
  }

  /// `S433123-0099`: a letter and four digits or more.
  private func isLikeNumber(_ word: String) -> Bool {
    word.first.map { $0.isASCII && $0.isLetter } == true
      && word.count { $0.isASCII && $0.isNumber } > 3
  }

  /// `2011-13-01`, `6月29日`: what has the form of a day.
  private func isLikeDay(_ word: String) -> Bool {
    let characters = Array(word)
    if characters.count > 5, characters[..<4].allSatisfy({ $0.isASCII && $0.isNumber }) {
      return "-/.年".contains(characters[4]) && characters[5].isNumber
    }
    let parts = word.split(separator: "月", maxSplits: 1)
    return parts.count == 2 && parts[0].allSatisfy(\.isNumber)
      && parts[1].first?.isNumber == true
  }

  private struct Reading {
    var kind: ProgressKind?
    var household, project, unit: String?
    var staff: Official?
    var day: CalendarDate?
    var quantity: Quantity?
    var percent: Percent?
    var note: [String] = []
    /// Words of the note that have the form of an official's number.
    var unknown: [String] = []
  }

  struct Word: Equatable {
    let text: String
    let isQuoted: Bool
  }

  /// Words between blanks; `"roof leaks"` and `“屋顶漏雨”` are one. Commas part words too where there is one
  /// in the first.
  static func words(_ line: String) -> [Word] {
    let first = line.drop { $0.isWhitespace }.prefix { !$0.isWhitespace }
    let commas: Set<Character> = first.contains { ",，".contains($0) } ? [",", "，"] : []
    var words: [Word] = []
    var word = ""
    var isQuoted = false
    func finish() {
      if !word.isEmpty || isQuoted { words.append(Word(text: word, isQuoted: isQuoted)) }
      word = ""
    }
    for character in line {
      if "\"“”".contains(character) {
        finish()
        isQuoted.toggle()
      } else if !isQuoted, character.isWhitespace || commas.contains(character) {
        finish()
      } else {
        word.append(character)
      }
    }
    finish()
    return words.filter { !$0.text.isEmpty }
  }

  /// Whether the word is something that the line has not said yet.
  private func take(_ word: String, _ reading: inout Reading) throws(Problem) -> Bool {
    if reading.kind == nil, let kind = ProgressKind.read(word) {
      reading.kind = kind
      return true
    }
    let number = KeyFolding.fold(word)
    switch try subjects.meaning(of: number) {
    case .household where reading.household == nil: reading.household = number
    case .project where reading.project == nil: reading.project = number
    case .staff(let official) where reading.staff == nil: reading.staff = official
    default:
      guard reading.day == nil, let day = try handIn.console.day(written: word) else {
        return false
      }
      reading.day = day
    }
    return true
  }

  /// Whether the word is a share done, or a number with its unit behind it or in the next word.
  private static func takeAmount(
    _ word: String, _ rest: inout ArraySlice<Word>, _ reading: inout Reading
  ) -> Bool {
    let digits = word.prefix { $0.isASCII && $0.isNumber || $0 == "." }
    let unit = word[digits.endIndex...]
    guard !digits.isEmpty else { return false }
    if unit == "%" || unit == "％" {
      guard reading.percent == nil, let percent = read(digits, Percent.read) else { return false }
      reading.percent = percent
      return true
    }
    guard reading.quantity == nil, !unit.contains(where: \.isNumber),
      let quantity = read(digits, Quantity.read)
    else { return false }
    reading.quantity = quantity
    var said = unit.isEmpty ? nil : String(unit)
    if said == nil, let next = rest.first, !next.isQuoted {
      said = next.text
      rest.removeFirst()
    }
    reading.unit = said.map { MeasureUnit.stored($0) ?? $0 }
    return true
  }

  private static func read<Value>(
    _ text: Substring, _ body: (Span<UInt8>) throws(CellFault) -> Value
  ) -> Value? {
    do throws(CellFault) { return try CellText.reading(String(text), body) } catch { return nil }
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
