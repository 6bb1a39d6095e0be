import Markup
import Reports
import Testing

@Suite("Width on a terminal")
struct DisplayWidthTests {
  @Test(
    "Chinese and full-width characters take two columns, marks none",
    arguments: [
      ("", 0), ("abc", 3), ("凤凰县", 6), ("（元）", 6), ("Ａ１", 4), ("ｱ", 1), ("買·麦提", 7),
      ("e\u{301}", 1), ("é", 1), ("\u{200B}", 0), ("가", 2), ("\u{1112}\u{1161}\u{11AB}", 2),
      ("😀", 2), ("👨‍👩‍👧", 2), ("🇨🇳", 2), ("👍🏽", 2), ("❤\u{FE0F}", 2), ("①─“", 3), ("𠮷", 2),
      ("𰻝", 2), ("㐂", 2), ("䶵", 2), ("\t\u{1B}\u{7F}\u{85}", 0), ("…", 1), ("ก็", 1), ("、。", 4),
      ("中一龥鿿", 8), ("凤\u{301}", 2), ("凤\u{FE00}a", 3), ("丿a\u{301}", 3), ("\r\n凤", 2),
    ])
  func widths(text: String, expected: Int) {
    #expect(DisplayWidth.of(text) == expected)
  }

  @Test(
    "padding and cutting count columns and never halve a character",
    arguments: [
      ("凤凰", 6, "凤凰  "), ("凤凰县", 6, "凤凰县"), ("凤凰县", 5, "凤凰…"), ("凤凰县", 4, "凤… "),
      ("凤凰县", 1, "…"), ("凤凰县", 0, ""), ("abc", 2, "a…"), ("", 2, "  "), ("e\u{301}x", 1, "…"),
    ])
  func fitting(text: String, width: Int, expected: String) {
    let fitted = DisplayWidth.padded(DisplayWidth.truncated(text, to: width), to: width)
    #expect(fitted == expected)
    #expect(DisplayWidth.of(fitted) == width)
  }

  @Test("numbers keep to the right edge, and what is too wide is left whole by padding")
  func alignment() {
    #expect(DisplayWidth.padded("12", to: 5, alignment: .right) == "   12")
    #expect(DisplayWidth.padded("凤凰县", to: 3) == "凤凰县")
    #expect(DisplayWidth.truncated("凤凰县", to: -1) == "")
  }

  @Test(
    "what a terminal would obey is shown instead",
    arguments: [
      ("王 小明", "王 小明"), ("a\u{1B}[2Jb", #"a\u{1B}[2Jb"#), ("a\nb\r\tc", #"a\nb\r\tc"#),
      ("\u{9B}31m", #"\u{9B}31m"#), ("\u{202E}abc", #"\u{202E}abc"#), ("\u{0}", #"\u{0}"#),
      ("吴\u{FE0F}\u{A0}é", "吴\u{FE0F}\u{A0}é"), ("a\u{2069}", #"a\u{2069}"#),
      ("吴\u{200B}大", #"吴\u{200B}大"#), ("a\u{AD}\u{200D}", #"a\u{AD}\u{200D}"#),
      ("\u{FEFF}x", #"\u{FEFF}x"#), ("吴\u{E0041}", #"吴\u{E0041}"#), ("\u{3164}", #"\u{3164}"#),
      ("、吴。𠀀", "、吴。𠀀"),
    ])
  func neutralised(text: String, expected: String) {
    #expect(text.neutralised == expected)
  }

  @Test("line breaks are kept where asked, and nothing else is")
  func keptLineBreaks() {
    #expect("a\n\u{1B}b\r\n".neutralised(keepingLineBreaks: true) == "a\n\\u{1B}b\\r\n")
  }
}
