import Domain
import Markup

// What cards have in common on a terminal: a title, lines of facts, and a table a part. A part with nothing
// to tell is left out.

struct CardText {
  let language: ReportLanguage
  /// Of the terminal; nil for a file or a pipe.
  private let columns: Int?
  private var paragraphs: [[String]] = []

  init(_ title: String, in language: ReportLanguage, within columns: Int?) {
    self.language = language
    self.columns = columns
    paragraphs.append([title.neutralised])
  }

  /// A line of the first paragraph: facts with their labels; those that are nil are left out.
  mutating func facts(_ facts: (label: Phrase, value: String?)...) {
    let told = facts.compactMap { label, value in
      value.map { label[language] + Phrase(": ", "：")[language] + $0.neutralised }
    }
    guard !told.isEmpty else { return }
    paragraphs[0].append(told.joined(separator: "  "))
  }

  mutating func line(_ line: String) { paragraphs[0].append(line.neutralised) }

  mutating func table<Row>(
    _ caption: Phrase, _ own: [ReportColumn<Row>], _ rows: [Row], total: Row? = nil
  ) {
    guard !rows.isEmpty else { return }
    paragraphs.append(
      [caption[language]]
        + ReportColumn.table(own, rows: rows, total: total, in: language)
        .lines(within: columns))
  }

  mutating func paragraph(_ lines: [String]) {
    if !lines.isEmpty { paragraphs.append(lines.map(\.neutralised)) }
  }

  /// The whole card, with what it knew at its foot.
  func bytes(_ known: KnownEntry, asOf: String) -> [UInt8] {
    let all = paragraphs + [[known.line(asOf: asOf, in: language)]]
    return Array(all.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n").utf8)
  }
}

extension JSONText {
  mutating func member(_ name: String, place: ReportedPlace?) {
    key(name)
    guard let place else { return null() }
    object { json in
      json.member("code", place.code)
      json.member("name", place.name)
    }
  }
}
