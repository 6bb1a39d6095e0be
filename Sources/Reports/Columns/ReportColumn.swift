// One column of a report, defined once: its CSV header, its JSON key, its title on a terminal, and
// how its figure is read from a row and written in each format are all derived from it.

import Markup

package struct ReportColumn<Row>: Sendable {
  /// How a row's value is read, which also says what it is. nil is "no value": an empty CSV cell,
  /// `null` in JSON, a dash on a terminal.
  package enum Reading: Sendable {
    case text(@Sendable (Row) -> String?)
    /// A code: itself in CSV and JSON, a word of the vocabulary to people.
    case word(Vocabulary, @Sendable (Row) -> String?)
    /// Codes: an array in JSON, separated by a space in CSV.
    case words(Vocabulary, @Sendable (Row) -> [String])
    /// A number that is a name, such as a year: never grouped.
    case number(@Sendable (Row) -> Int64?)
    case count(@Sendable (Row) -> Int64?)
    /// A count that people read with its sign.
    case difference(@Sendable (Row) -> Int64?)
    /// A number of so many decimals, in units of the last: a percent in tenths has one.
    case decimal(places: Int, @Sendable (Row) -> Int64?)
    /// Fen; yuan in CSV and to people.
    case money(@Sendable (Row) -> Int64?)
    case flag(@Sendable (Row) -> Bool?)

    fileprivate var alignment: DisplayWidth.Alignment {
      switch self {
      case .text, .word, .words, .number, .flag: .left
      case .count, .difference, .decimal, .money: .right
      }
    }
  }

  /// The name without a unit: `allocated` for `allocated_yuan` and `allocated_fen`.
  package let stem: String
  package let title: Phrase
  /// The width down to which a terminal may wrap its cells, nil where it may not.
  package let narrowest: Int?
  /// Words are aligned left and numbers right unless the column says otherwise.
  package let alignment: DisplayWidth.Alignment
  /// false for what only programs need.
  package let onTerminal: Bool
  package let reading: Reading

  package init(
    _ stem: String, _ title: Phrase, narrowest: Int? = nil,
    align alignment: DisplayWidth.Alignment? = nil, onTerminal: Bool = true, _ reading: Reading
  ) {
    self.stem = stem
    self.title = title
    self.narrowest = narrowest
    self.alignment = alignment ?? reading.alignment
    self.onTerminal = onTerminal
    self.reading = reading
  }

  package var csvName: String { isMoney ? stem + "_yuan" : stem }
  package var jsonName: String { isMoney ? stem + "_fen" : stem }

  package var isMoney: Bool {
    if case .money = reading { true } else { false }
  }

  package func write(_ row: Row, into json: inout JSONText) {
    switch reading {
    case .text(let value), .word(_, let value): json.member(jsonName, value(row))
    case .words(_, let values):
      json.memberArray(jsonName) { json in
        for code in values(row) { json.string(code) }
      }
    case .number(let value), .count(let value), .difference(let value), .money(let value):
      json.member(jsonName, value(row))
    case .decimal(let places, let value): json.member(jsonName, value(row), places: places)
    case .flag(let value):
      if let truth = value(row) { json.member(jsonName, truth) } else { json.memberNull(jsonName) }
    }
  }

  package func textCell(_ row: Row, in language: ReportLanguage) -> String {
    reading.text(row, in: language)
  }

  /// Whether the row has a value here.
  package func hasValue(_ row: Row) -> Bool {
    switch reading {
    case .text(let value), .word(_, let value): value(row) != nil
    case .words(_, let values): !values(row).isEmpty
    case .number(let value), .count(let value), .difference(let value), .decimal(_, let value),
      .money(let value):
      value(row) != nil
    case .flag(let value): value(row) != nil
    }
  }

  package func tableColumn(in language: ReportLanguage) -> TextTable.Column {
    TextTable.Column(title[language], alignment, narrowest: narrowest)
  }
}

extension ReportColumn.Reading {
  /// The cell for people; its text is made safe by `TextTable`.
  func text(_ row: Row, in language: ReportLanguage) -> String {
    switch self {
    case .text(let value): value(row) ?? Self.nothing
    case .word(let words, let value):
      value(row).map { words.word(for: $0, in: language) } ?? Self.nothing
    case .words(let words, let values): Self.listed(values(row), by: words, in: language)
    case .number(let value): value(row).map { String($0) } ?? Self.nothing
    case .count(let value): value(row).map(NumberText.grouped) ?? Self.nothing
    case .difference(let value): value(row).map(NumberText.signed) ?? Self.nothing
    case .decimal(let places, let value):
      value(row).map { NumberText.decimal($0, places: places, grouped: true) } ?? Self.nothing
    case .money(let value):
      value(row).map { NumberText.yuan(fen: $0, grouped: true) } ?? Self.nothing
    case .flag(let value):
      value(row).map { $0 ? Phrase("yes", "是")[language] : "" } ?? Self.nothing
    }
  }

  private static func listed(
    _ codes: [String], by words: Vocabulary, in language: ReportLanguage
  ) -> String {
    guard !codes.isEmpty else { return nothing }
    return codes.map { words.word(for: $0, in: language) }
      .joined(separator: Phrase(", ", "、")[language])
  }

  private static var nothing: String { "-" }
}
