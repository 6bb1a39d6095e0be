import Markup
import Testing

@Suite("Markup")
struct MarkupWriterTests {
  private func written(_ body: (inout MarkupWriter) -> Void) -> String {
    var markup = MarkupWriter()
    body(&markup)
    return String(decoding: markup.bytes, as: UTF8.self)
  }

  @Test(
    "text comes in as text, whatever it holds",
    arguments: [
      ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
      ("a & b &amp; c", "a &amp; b &amp;amp; c"), ("\"'", "&quot;&#39;"),
      ("a\u{0}\u{1B}[2Jb", "a\\u{0}\\u{1B}[2Jb"), ("a\nb", "a\\nb"),
      ("李\u{202E}四", "李\\u{202E}四"), ("a\u{FFFE}\u{FFFF}", "a\\u{FFFE}\\u{FFFF}"),
      ("]]>", "]]&gt;"), ("𠮷田", "𠮷田"),
    ])
  func text(given: String, expected: String) {
    let element = written { markup in markup.element("p", given) }
    #expect(element == "<p>\(expected)</p>")
    let attribute = written { markup in markup.empty("i", ["title": .text(given)]) }
    #expect(attribute == "<i title=\"\(expected)\" />")
  }

  @Test("attributes stand in their order, absent ones are left out, tenths have one decimal")
  func attributes() {
    let text = written { markup in
      markup.element("g", ["class": "a", "id": .absent, "x": .tenths(125), "y": .tenths(-5)]) {
        $0.empty("b", ["n": 3, "z": .tenths(120)])
      }
    }
    #expect(text == "<g class=\"a\" x=\"12.5\" y=\"-0.5\"><b n=\"3\" z=\"12\" /></g>")
  }

  @Test("line feeds are kept only where they are asked for")
  func lines() {
    let text = written { markup in markup.lines("a\n<b>\r") }
    #expect(text == "a\n&lt;b&gt;\\r")
  }
}
