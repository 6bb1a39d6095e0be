/// Writes HTML and SVG that is well-formed XML as well, so that any parser reads it.
///
/// Markup can only come from literals of the program: names of elements and attributes are `StaticString`.
/// Everything else is text, and is made safe on its way in: what is dangerous to look at is shown instead
/// (`neutralised`), and `&`, `<`, `>` and quotes are escaped.
package struct MarkupWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// The attributes of an element, in the order in which they are written.
  package typealias Attributes = KeyValuePairs<StaticString, MarkupValue>

  /// `<tag …>` with what `body` writes in it.
  package mutating func element(
    _ tag: StaticString, _ attributes: Attributes = [:], _ body: (inout MarkupWriter) -> Void
  ) {
    open(tag, attributes)
    literal(">")
    body(&self)
    close(tag)
  }

  /// `<tag …>text</tag>`.
  package mutating func element(_ tag: StaticString, _ text: String) {
    element(tag, [:], text)
  }

  package mutating func element(_ tag: StaticString, _ attributes: Attributes, _ text: String) {
    open(tag, attributes)
    literal(">")
    self.text(text)
    close(tag)
  }

  /// `<tag … />`, of an element that can hold nothing.
  package mutating func empty(_ tag: StaticString, _ attributes: Attributes = [:]) {
    open(tag, attributes)
    literal(" />")
  }

  package mutating func text(_ text: String) { escape(text.neutralised) }

  /// Text whose line feeds are kept, for an element whose style keeps them too.
  package mutating func lines(_ text: String) { escape(text.neutralised(keepingLineBreaks: true)) }

  /// A line feed between elements.
  package mutating func line() { bytes.append(0x0A) }

  /// The first line of a page.
  package mutating func documentType() { literal("<!DOCTYPE html>\n") }

  /// A style sheet, which is the program's own. It may hold no `<`, `&` or `]]>`, so that it is the same to
  /// HTML and XML.
  package mutating func style(_ sheet: [UInt8]) {
    precondition(!sheet.contains { $0 == 0x3C || $0 == 0x26 }, "a style sheet without < and &")
    literal("<style>")
    bytes.append(contentsOf: sheet)
    literal("</style>")
  }

  // MARK: How it is written

  private mutating func open(_ tag: StaticString, _ attributes: Attributes) {
    literal("<")
    literal(tag)
    for (name, value) in attributes {
      switch value {
      case .absent: continue
      case .text(let text):
        literal(" ")
        literal(name)
        literal("=\"")
        escape(text.neutralised)
      case .number(let number):
        literal(" ")
        literal(name)
        literal("=\"")
        bytes.append(contentsOf: String(number).utf8)
      case .tenths(let tenths):
        literal(" ")
        literal(name)
        literal("=\"")
        bytes.append(contentsOf: MarkupValue.decimal(tenths).utf8)
      }
      literal("\"")
    }
  }

  private mutating func close(_ tag: StaticString) {
    literal("</")
    literal(tag)
    literal(">")
  }

  private mutating func literal(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func escape(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): literal("&amp;")
      case UInt8(ascii: "<"): literal("&lt;")
      case UInt8(ascii: ">"): literal("&gt;")
      case UInt8(ascii: "\""): literal("&quot;")
      case UInt8(ascii: "'"): literal("&#39;")
      default: bytes.append(byte)
      }
    }
  }
}
