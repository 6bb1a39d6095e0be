import Domain
import Testing

@Suite("What programs write instead of a value")
struct CellSignTests {
  @Test(
    "a spreadsheet's errors and runs of # are errors",
    arguments: [
      "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "########", "##", "#n/a",
      " #N/A ", "＃N/A", "#SPILL!", "Err:502",
    ])
  func errors(text: String) throws { #expect(try reading(text) { CellText.isErrorText($0) }) }

  @Test(
    "other words are none",
    arguments: ["#1", "# 12", "N/A", "#hash", "Err:", "Error", "田#六", "", "12#", "Err:50x"])
  func noErrors(text: String) throws { #expect(try !reading(text) { CellText.isErrorText($0) }) }

  @Test(
    "a program's word for nothing is an empty cell",
    arguments: ["nan", "NaN", "NaT", "<NA>", "NULL", "None", "null", " NaN "])
  func nulls(text: String) throws { #expect(try reading(text) { CellText.isNullWord($0) }) }

  @Test(
    "people's own words are not", arguments: ["Nan", "none", "NA", "na", "Nancy", "无", "", "NULLS"])
  func noNulls(text: String) throws { #expect(try !reading(text) { CellText.isNullWord($0) }) }

  @Test("characters were lost where ? or U+FFFD stands between Chinese characters")
  func lost() throws {
    for text in ["田?六", "田\u{FFFD}六", "田??六", "搬迁?户"] {
      #expect(try reading(text) { CellText.hasLostCharacters($0, inName: false) }, "\(text)")
      #expect(try reading(text) { CellText.hasLostCharacters($0, inName: true) }, "\(text)")
    }
    for text in ["是否搬迁?", "是否搬迁？否", "what? 六", "?", "A?B"] {
      #expect(try !reading(text) { CellText.hasLostCharacters($0, inName: false) }, "\(text)")
    }
    for text in ["田?", "?六", "田？六", "\u{FFFD}", "?", "？", "??", " ？？ ", "? ?", "\u{AD}?"] {
      #expect(try reading(text) { CellText.hasLostCharacters($0, inName: true) }, "\(text)")
    }
    for text in ["Who?", "Who??", "", "  "] {
      #expect(try !reading(text) { CellText.hasLostCharacters($0, inName: true) }, "\(text)")
    }
    #expect(try !reading("???") { CellText.hasLostCharacters($0, inName: false) })
  }
}
