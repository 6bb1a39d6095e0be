import Domain
import Testing

private func seesMore(_ text: String) -> Bool {
  let bytes = Array(text.utf8)
  return TidyCell.maySeeMore(bytes.span)
}

private func tidied(_ text: String, keepsInvisible: Bool = false) -> TidyCell {
  let bytes = Array(text.utf8)
  return TidyCell(bytes.span, keepsInvisible: keepsInvisible)
}

@Suite("Cells without what nobody sees")
struct TidyCellTests {
  @Test(
    "characters that nobody sees go wherever they stand",
    arguments: [
      "\u{200B}", "\u{200D}", "\u{AD}", "\u{FEFF}", "\u{202E}", "\u{2066}", "\u{2060}", "\u{E0041}",
      "\u{E007F}", "\u{61C}", "\u{7F}", "\u{1}", "\u{1A}", "\u{3164}",
    ])
  func invisible(mark: String) {
    for text in [mark + "田六", "田" + mark + "六", "田六" + mark] {
      let tidy = tidied(text)
      #expect(String(decoding: tidy.bytes, as: UTF8.self) == "田六")
      #expect(tidy.hadInvisible)
      #expect(seesMore(text))
    }
    let kept = tidied("田\(mark)六", keepsInvisible: true)
    #expect(String(decoding: kept.bytes, as: UTF8.self) == "田\(mark)六")
  }

  @Test("blanks, variation selectors and rare characters are seen")
  func visible() {
    for text in ["a b\u{3000}c", "葛\u{E0100}", "𠮷\u{E816}", "阿·买", "（一）"] {
      let tidy = tidied(text)
      #expect(tidy.isUnchanged)
      #expect(tidy.bytes == Array(text.utf8))
    }
  }

  @Test(
    "a formula around the whole cell goes, and no other",
    arguments: [
      ("=\"0012\"", "0012"), ("=\"\"", ""), ("=\"a\"\"b\"", "a\"b"), (" =\"1\" ", "1"),
      ("＝\"1\"", "1"), ("\u{FEFF}=\"1\"", "1"),
    ])
  func unwrapped(text: String, inner: String) {
    let tidy = tidied(text)
    #expect(String(decoding: tidy.bytes, as: UTF8.self) == inner)
    #expect(tidy.wasUnwrapped)
  }

  @Test(
    "what is not one text in a formula stays",
    arguments: ["=\"1\"&\"2\"", "=1", "=\"1", "\"1\"", "=\""])
  func formulas(text: String) { #expect(tidied(text).isUnchanged) }

  @Test("plain rows need no second look")
  func plain() {
    let row = "4331231042019146,433123104201,田大六,head,439999196208069012,1962-08-06,a b\t-1.5,'x"
    #expect(!seesMore(row))
    for mark in ["#", "=", "<", "?", "\u{AD}", "\u{FFFD}", "\u{1A}"] {
      #expect(seesMore(row + mark))
      #expect(seesMore(mark + row))
    }
  }
}

extension TidyCell {
  /// Whether there is nothing to report: `bytes` are the cell's own.
  fileprivate var isUnchanged: Bool { !hadInvisible && !wasUnwrapped }
}
