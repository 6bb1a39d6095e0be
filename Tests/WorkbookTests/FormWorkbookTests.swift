import Foundation
import Testing

@testable import Workbook

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("A workbook to be filled in")
struct FormWorkbookTests {
  private static let workbook = FormWorkbook(
    names: FormWorkbook.PageNames(form: "贫困户花名册", guide: "填表说明", choices: "可选值"),
    columns: [
      FormWorkbook.Column(title: "户编号", isRequired: true, choices: [], guidance: "如 <433123> & 其后"),
      FormWorkbook.Column(title: "性别", isRequired: false, choices: ["男", "女"], guidance: "男或女"),
      FormWorkbook.Column(title: "作废", isRequired: false, choices: ["作废"], guidance: "填“作废”"),
    ], guideTitles: ["列", "填法"])

  @Test("is a ZIP file whose entries read back whole, and the same bytes twice")
  func archive() throws {
    let bytes = Self.workbook.bytes
    #expect(bytes == Self.workbook.bytes)
    let entries = try ReadArchive(bytes).entries
    #expect(
      entries.map(\.name) == [
        "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
        "xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml",
        "xl/worksheets/sheet3.xml",
      ])
    for entry in entries { #expect(entry.isSound, "\(entry.name)") }
  }

  @Test("has a header on its first page, and every column's format is text")
  func form() throws {
    let page = try page(1)
    #expect(page.cells == ["A1": "户编号", "B1": "性别", "C1": "作废"])
    let styles = try elements("xl/styles.xml")
    let formats = styles.filter { $0.name == "xf" }.map { $0.attributes["numFmtId"] }
    let columns = page.elements.filter { $0.name == "col" }
    #expect(columns.count == 3)
    for column in columns {
      // The first xf stands for the styles of cells, the others are the cells' own.
      let style = try #require(column.attributes["style"].flatMap { Int($0) })
      #expect(formats[1 + style] == "49")
    }
  }

  @Test("lets a column of certain words choose from the third page")
  func choices() throws {
    let page = try page(1)
    let ranges = page.elements.filter { $0.name == "dataValidation" }
      .map { $0.attributes["sqref"] }
    #expect(ranges == ["B2:B1048576", "C2:C1048576"])
    #expect(page.texts["formula1"] == ["'可选值'!$A$2:$A$3", "'可选值'!$B$2:$B$2"])
    #expect(
      try self.page(3).cells == ["A1": "性别", "A2": "男", "A3": "女", "B1": "作废", "B2": "作废"])
  }

  @Test("says on its second page what each column takes, as text")
  func guide() throws {
    let cells = try page(2).cells
    #expect(cells["A2"] == "户编号")
    #expect(cells["B2"] == "如 <433123> & 其后")
    #expect(cells["B4"] == "填“作废”")
  }

  @Test(
    "names columns as spreadsheets do",
    arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
  func letters(place: Int, expected: String) {
    #expect(FormWorkbook.letters(place) == expected)
  }

  // Reading it.

  private struct Page {
    var cells: [String: String] = [:]
    var elements: [ReadMarkup.Element] = []
    var texts: [String: [String]] = [:]
  }

  private func elements(_ name: String) throws -> [ReadMarkup.Element] {
    let entry = try #require(
      try ReadArchive(Self.workbook.bytes).entries.first { $0.name == name })
    return try ReadMarkup(entry.content).elements
  }

  private func page(_ number: Int) throws -> Page {
    var page = Page()
    page.elements = try elements("xl/worksheets/sheet\(number).xml")
    var cell = ""
    for element in page.elements {
      if element.name == "c" { cell = element.attributes["r"] ?? "" }
      if element.name == "t" { page.cells[cell] = element.text }
      page.texts[element.name, default: []].append(element.text)
    }
    return page
  }
}

/// Elements in the order in which they begin, with the text directly in them.
private final class ReadMarkup: NSObject, XMLParserDelegate {
  struct Element {
    let name: String
    let attributes: [String: String]
    var text = ""
  }

  private(set) var elements: [Element] = []
  private var open: [Int] = []

  init(_ bytes: [UInt8]) throws {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    try #require(parser.parse(), "\(String(describing: parser.parserError))")
  }

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
    qualifiedName qName: String?, attributes: [String: String] = [:]
  ) {
    open.append(elements.count)
    elements.append(Element(name: elementName, attributes: attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if let last = open.last { elements[last].text += string }
  }

  func parser(
    _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?,
    qualifiedName qName: String?
  ) {
    open.removeLast()
  }
}
