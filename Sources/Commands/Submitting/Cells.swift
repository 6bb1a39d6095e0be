import Arguments
import Domain
import Register

/// The cells of a row, by the names of their columns.
typealias RowCells = [(column: String, text: String)]

extension RowCells {
  /// Adds a cell where there is something to write in it.
  mutating func set(_ column: String, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    append((column, text))
  }

  /// Adds an option's value under the column's name.
  mutating func take(_ option: String, as column: String, _ arguments: ParsedArguments) {
    set(column, arguments.value(option))
  }
}

extension ParsedArguments {
  /// The cells that options give, in the order of the pairs; an option that was not given gives none.
  func cells(_ pairs: KeyValuePairs<String, String>) -> RowCells {
    pairs.compactMap { option, column in value(option).map { (column, $0) } }
  }

  /// A number that names something, folded as in a sheet.
  func number(_ name: String, _ console: Console) throws(Problem) -> String {
    KeyFolding.fold(
      try console.worded { () throws(UsageFailure) in try requiredPositional(name) })
  }

  /// Numbers that name something, folded as in a sheet, in the order given; one given twice is one.
  func numbers(_ name: String) -> [String] {
    var seen: Set<String> = []
    return positionals(name).map { KeyFolding.fold($0) }.filter { seen.insert($0).inserted }
  }
}

extension Console {
  /// The cell of a day that an option gives; `(clear)` stays as it is. Nil where the option was not given.
  func dayCell(
    _ arguments: ParsedArguments, _ option: String, _ column: String
  ) throws(Problem) -> RowCells {
    guard let text = arguments.value(option) else { return [] }
    if isClearWord(text) { return [(column, text)] }
    guard let day = try day(arguments, option) else { return [] }
    return [(column, day.description)]
  }

  /// The cell of a place that an option gives by code or by name; `(clear)` stays as it is.
  func placeCell(
    _ arguments: ParsedArguments, _ option: String, _ level: RegionLevel, _ column: String,
    of register: Register
  ) throws(Problem) -> RowCells {
    guard let text = arguments.value(option) else { return [] }
    if isClearWord(text) { return [(column, text)] }
    return [(column, try place(called: text, level, of: register).description)]
  }

  /// Whether a value empties its cell, `(clear)`.
  func isClearWord(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return CellText.isClearWord(bytes.span)
  }

  /// The one place of a level that a code or a name means.
  func place(
    called text: String, _ level: RegionLevel, of register: Register
  ) throws(Problem) -> RegionCode {
    try region(text, levels: level...level, of: register).code
  }

  /// A number that names something, as messages show it.
  func shown(_ number: String) -> String {
    PersonalNumbers.masked(KeyFolding.fold(number), in: .numbers)
  }

  /// So many of a thing: `1 household`, `3 households`.
  func count(_ number: Int, _ one: String, _ several: String, _ chinese: String) -> String {
    say("\(number) \(number == 1 ? one : several)", "\(number) \(chinese)")
  }
}

extension HandIn {
  /// What comes before, for wide acts: on a terminal the question, elsewhere `--yes`.
  func confirm(_ act: String, _ arguments: ParsedArguments) throws(Problem) {
    guard !options.isCheck, !arguments.flag("yes") else { return }
    try console.confirm(
      act,
      elsewhere: act
        + console.say(
          "; say --yes to do it, or --dry-run to see what it changes",
          "；请加 --yes 执行，或用 --dry-run 查看将有何变化"))
  }
}
