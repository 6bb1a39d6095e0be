import Domain
import Markup

/// A village's public list as a page to post on the wall: who is enrolled, with what project and money, and
/// where to object. What stands on it is masked before.
package struct PublicListPage<Row: Sendable>: Sendable {
  /// From the county down to the village.
  private let places: [String]
  private let households: Int64
  private let persons: Int64
  private let table: ListingTable<Row>

  /// - Parameters:
  ///   - places: the names of county, township and village, as far as they are known.
  ///   - households: of the list; a household with two projects has two rows.
  package init(places: [String], households: Int64, persons: Int64, table: ListingTable<Row>) {
    self.places = places
    self.households = households
    self.persons = persons
    self.table = table
  }

  package func html(imprint: Imprint, in language: ReportLanguage) -> [UInt8] {
    let village = places.last ?? ""
    let title = Phrase("Public list of \(village)", "\(village)扶贫对象公示")[language]
    return Page.bytes(.poster, title: title, imprint: imprint, in: language) { page in
      page.element("header") { header in
        header.line()
        let above = places.dropLast()
        header.paragraph(
          Phrase(above.reversed().joined(separator: ", "), above.joined(separator: " "))[language],
          style: "kicker")
        header.element("h1", title)
        header.line()
        header.paragraph(
          Phrase(
            "\(NumberText.grouped(households)) households and \(NumberText.grouped(persons)) persons enrolled by \(table.asOf), with their projects and money in yuan.",
            "截至\(table.asOf)，纳入\(NumberText.grouped(households))户\(NumberText.grouped(persons))人。所列项目及资金（单位：元）予以公示。"
          )[language], style: "lead")
      }
      page.line()
      PageTable(
        Phrase("Households, projects and money", "公示名单")[language], table.columns, rows: table.rows,
        total: table.total, naming: "head", in: language
      ).write(into: &page)
      page.paragraph(
        Phrase(
          "This list stays up for at least \(PostingDays.least) days. Whoever objects may say so to the village committee or to the county's office for poverty alleviation; each objection is written down and answered.",
          "本名单公示不少于\(PostingDays.least)天。如有异议，请向村民委员会或县扶贫办公室反映，每项异议均予登记并答复。")[
            language], style: "aside")
      page.signing([
        Phrase("Posted on", "公示日期")[language], Phrase("To be taken down on", "截止日期")[language],
        Phrase("Telephone", "监督电话")[language],
        Phrase("Village committee (seal)", "村民委员会（盖章）")[language],
      ])
      page.paragraph(table.known.line(asOf: table.asOf, in: language), style: "note")
    }
  }
}
