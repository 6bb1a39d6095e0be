import Reports
import Testing

@Suite("CSV rows")
struct CSVTextTests {
  private func row(_ cells: [String]) -> String {
    var csv = CSVText()
    csv.row(cells)
    return String(decoding: csv.bytes, as: UTF8.self)
  }

  @Test(
    "A cell is quoted only where it must be",
    arguments: [
      ("plain", "plain\n"), ("凤凰县", "凤凰县\n"), ("a b", "a b\n"), ("a,b", "\"a,b\"\n"),
      ("say \"yes\"", "\"say \"\"yes\"\"\"\n"), ("two\nlines", "\"two\nlines\"\n"),
      ("a\r\nb", "\"a\r\nb\"\n"), ("", "\"\"\n"), ("'quoted", "'quoted\n"),
    ])
  func quoting(cell: String, line: String) {
    #expect(row([cell]) == line)
  }

  @Test(
    "A cell that a spreadsheet would run is guarded",
    arguments: [
      ("=1+1", "'=1+1\n"), ("+cmd", "'+cmd\n"), ("-cmd|'/C calc'!A0", "'-cmd|'/C calc'!A0\n"),
      ("@SUM(A1)", "'@SUM(A1)\n"), ("\tx", "'\tx\n"), ("\rx", "\"'\rx\"\n"), ("-", "'-\n"),
      ("=\"a\"", "\"'=\"\"a\"\"\"\n"), ("+", "'+\n"), ("-1-1", "'-1-1\n"), ("-1.2.3", "'-1.2.3\n"),
      ("＝1+1", "'＝1+1\n"), ("＋1", "'＋1\n"), ("－x", "'－x\n"), ("＠SUM(A1)", "'＠SUM(A1)\n"),
      ("'＝1", "''＝1\n"), ("=1", "'=1\n"), ("-1e", "'-1e\n"), ("'=1", "''=1\n"),
    ])
  func guarded(cell: String, line: String) {
    #expect(row([cell]) == line)
  }

  @Test(
    "A number keeps its sign without a guard",
    arguments: ["-12", "+5", "-0.05", "+1234.50", "+1e9"])
  func numbers(number: String) {
    #expect(row([number]) == number + "\n")
  }

  @Test("Cells are parted by commas and empty ones stay")
  func cells() {
    #expect(row(["a", "", "c", ""]) == "a,,c,\n")
  }

  @Test("A column's text loses what a terminal would obey and keeps its line breaks")
  func controls() {
    let column = ReportColumn<String>("note", Phrase("note", "说明"), .text { $0 })
    let csv = ReportColumn.csv([column], rows: ["a\u{1B}[2Jb\r\nc\td\u{202E}e"])
    #expect(
      String(decoding: csv, as: UTF8.self) == "note\n\"a\\u{1B}[2Jb\r\nc\td\\u{202E}e\"\n")
  }
}
