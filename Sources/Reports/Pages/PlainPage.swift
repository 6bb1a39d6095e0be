import Markup

/// The page of a report that has nothing to draw: a heading, a sentence, tables, what was known. A report
/// gives these; how they look is the page's.
package struct PlainPage: Sendable {
  let title: String
  /// What a reader should know first.
  let sentences: [String]
  /// A part with a heading of its own, or nil for what stands right under the sentences.
  private(set) var parts: [(heading: String?, words: [String], tables: [PageTable])] = []
  let asOf: String
  let imprint: Imprint

  package init(title: String, sentences: [String], asOf: String, imprint: Imprint) {
    self.title = title
    self.sentences = sentences
    self.asOf = asOf
    self.imprint = imprint
  }

  package mutating func add(
    _ heading: String? = nil, words: [String] = [], tables: [PageTable] = []
  ) {
    parts.append((heading, words, tables))
  }

  package func html(in language: ReportLanguage) -> [UInt8] {
    Page.bytes(title: title, imprint: imprint, in: language) { page in
      page.element("header") { header in
        header.element("h1", title)
        header.line()
        for sentence in sentences { header.paragraph(sentence, style: "lead") }
      }
      for part in parts {
        if let heading = part.heading {
          page.section(heading) { Self.write(part.words, part.tables, under: heading, into: &$0) }
        } else {
          Self.write(part.words, part.tables, under: title, into: &page)
        }
      }
      page.paragraph(imprint.known.line(asOf: asOf, in: language), style: "note")
    }
  }

  private static func write(
    _ words: [String], _ tables: [PageTable], under heading: String,
    into markup: inout MarkupWriter
  ) {
    for line in words { markup.paragraph(line) }
    for table in tables { table.write(under: heading, into: &markup) }
  }
}
