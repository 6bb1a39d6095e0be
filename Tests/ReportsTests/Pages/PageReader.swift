import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads a page as XML, which every page is, and keeps what tests ask about.
final class PageReader: NSObject, XMLParserDelegate {
  /// Elements in order, with their attributes and the text right in them.
  private(set) var elements: [(name: String, attributes: [String: String], text: String)] = []
  private var open: [Int] = []
  private(set) var isWellFormed = false

  init(_ page: [UInt8]) {
    super.init()
    let parser = XMLParser(data: Data(page))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    open.append(elements.count)
    elements.append((name, attributes, ""))
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if let last = open.last { elements[last].text += text }
  }

  func texts(of names: String...) -> [String] {
    elements.filter { names.contains($0.name) }.map(\.text)
  }

  func count(of name: String) -> Int { elements.count { $0.name == name } }

  /// The names of elements that a page may hold.
  static let names: Set<String> = [
    "html", "head", "meta", "title", "style", "body", "main", "header", "footer", "section", "div",
    "h1", "h2", "p", "span", "dl", "dt", "dd", "ul", "li", "table", "caption", "thead", "tbody",
    "tr",
    "th", "td", "svg", "desc", "rect", "line", "text", "circle", "polyline", "polygon",
  ]

  /// What is wrong with the page whatever it is about; empty: nothing.
  var faults: [String] {
    var faults: [String] = isWellFormed ? [] : ["not well-formed"]
    for element in elements {
      if !Self.names.contains(element.name) { faults.append("element \(element.name)") }
      for (name, value) in element.attributes {
        if name.hasPrefix("on") || ["style", "src", "href", "srcset"].contains(name) {
          faults.append("attribute \(name)=\(value)")
        }
      }
      if element.name == "th", element.attributes["scope"] == nil { faults.append("th") }
      if element.name == "svg", element.attributes["aria-labelledby"] == nil {
        faults.append("svg")
      }
    }
    if count(of: "table") != count(of: "caption") { faults.append("a table without a caption") }
    if count(of: "svg") != count(of: "desc") { faults.append("an image without an alternative") }
    if count(of: "h1") != 1 { faults.append("not one heading") }
    let ids = elements.compactMap { $0.attributes["id"] }
    if Set(ids).count != ids.count { faults.append("an id twice") }
    return faults
  }
}
