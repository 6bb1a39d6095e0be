import Foundation
import Reports
import Testing

@Suite("JSON text")
struct JSONTextTests {
  func written(_ write: (inout JSONText) -> Void) -> String {
    var json = JSONText()
    write(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test("members keep the order in which they are given, compact, commas between")
  func order() {
    let text = written { json in
      json.object { json in
        json.member("z", 1)
        json.member("a", "x")
        json.memberArray("list") { json in
          json.integer(1)
          json.array { _ in }
          json.object { _ in }
          json.boolean(false)
          json.null()
        }
        json.memberObject("inner") { $0.member("truth", true) }
        json.member("percent", 1022, places: 1)
        json.member("none", nil as String?)
        json.memberNull("nothing")
      }
      json.line()
    }
    #expect(
      text
        == #"{"z":1,"a":"x","list":[1,[],{},false,null],"inner":{"truth":true},"#
        + #""percent":102.2,"none":null,"nothing":null}"# + "\n")
  }

  @Test(
    "strings are escaped, and what a terminal would obey with them",
    arguments: [
      ("凤凰县 😀", "凤凰县 😀"), ("a\"b\\c/d", #"a\"b\\c/d"#),
      ("\u{8}\t\n\u{C}\r\0\u{1F}", #"\b\t\n\f\r\u0000\u001f"#),
      ("\u{7F}\u{80}\u{9B}\u{A0}", "\\u007f\\u0080\\u009b\u{A0}"),
      ("\u{61C}\u{200E}\u{202E}\u{2066}\u{2028}", #"\u061c\u200e\u202e\u2066\u2028"#),
      ("\u{FE0F}\u{61B}\u{2027}", "\u{FE0F}\u{61B}\u{2027}"),
      ("\u{200D}\u{E0041}", #"\u200d\udb40\udc41"#),
    ])
  func strings(text: String, expected: String) throws {
    let json = written { $0.string(text) }
    #expect(json == "\"\(expected)\"")
    let back = try JSONDecoder().decode(String.self, from: Data(json.utf8))
    #expect(Array(back.unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test("bytes that are no UTF-8 become U+FFFD, so that the text is always UTF-8")
  func invalidBytes() {
    let bytes: [UInt8] = [0x61, 0xFF, 0xE2, 0x80]
    let text = written { $0.string(bytes.span) }
    #expect(text.contains("\u{FFFD}") && text.hasPrefix("\"a"))
    #expect(written { $0.string(Array("凤\n".utf8).span) } == #""凤\n""#)
  }

  @Test(
    "decimals are exact",
    arguments: [
      (1022, 1, "102.2"), (0, 1, "0.0"), (5, 2, "0.05"), (-5, 2, "-0.05"), (-100, 2, "-1.00"),
      (7, 0, "7"), (Int.min, 2, "-92233720368547758.08"), (Int.max, 0, "9223372036854775807"),
    ])
  func decimals(units: Int, places: Int, expected: String) {
    #expect(written { $0.decimal(units, places: places) } == expected)
  }

  @Test("taking the bytes in pieces gives the same bytes")
  func streaming() {
    var json = JSONText()
    var pieces: [UInt8] = []
    json.beginArray()
    for number in 0..<5 {
      json.object { $0.member("n", number) }
      pieces += json.takeBytes()
    }
    #expect(!json.isComplete)
    json.endArray()
    #expect(json.isComplete)
    pieces += json.takeBytes()
    #expect(
      String(decoding: pieces, as: UTF8.self) == #"[{"n":0},{"n":1},{"n":2},{"n":3},{"n":4}]"#)
    #expect(json.bytes.isEmpty)
  }

  @Test("lines part documents")
  func lines() {
    let text = written { json in
      json.integer(1)
      json.line()
      json.null()
      json.line()
    }
    #expect(text == "1\nnull\n")
  }
}
