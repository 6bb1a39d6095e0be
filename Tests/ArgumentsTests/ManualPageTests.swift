import Arguments
import Testing

@Suite("Manual pages")
struct ManualPageTests {
  let page = ManualPage(
    SampleTree.tree, language: .english, version: "1.0",
    sections: [
      ManualSection(
        Bilingual("EXIT STATUS", zh: "退出状态"), Bilingual("0 done\n\n.5 it's `so`\\n", zh: "0 完成"))
    ])

  @Test("a command's page is its definition in the man macros")
  func command() {
    #expect(
      page.text(for: ["report", "monthly"]) == #"""
        .TH "SIXPOINT\-REPORT\-MONTHLY" 1 "" "sixpoint 1.0"
        .ad l
        .nh
        .SH "NAME"
        sixpoint\-report\-monthly \- The fulfilment report of a month.
        .SH "SYNOPSIS"
        .B sixpoint report monthly
        \-\-month\ MONTH
        [OPTIONS]
        .SH "OPTIONS"
        .TP
        \fB\-\-month\fR \fIMONTH\fR
        The month. Required.
        .TP
        \fB\-\-by\fR \fILEVEL\fR
        One row for each of these. One of: county, township, village, class.
        .TP
        \fB\-o\fR, \fB\-\-output\fR \fIFILE\fR
        Write to a file.
        .TP
        \fB\-\-json\fR
        As JSON.
        .TP
        \fB\-\-register\fR \fIPATH\fR
        The register.
        .TP
        \fB\-\-lang\fR \fILANGUAGE\fR
        The language. One of: en, zh.
        .TP
        \fB\-h\fR, \fB\-\-help\fR
        Show this help and stop.
        .SH "EXAMPLES"
        .nf
        sixpoint report monthly \-\-month 2011\-06 \-\-by county \-o june.csv
        .fi
        .SH "SEE ALSO"
        .BR sixpoint\-report (1)

        """#)
  }

  @Test("text never reads as a request, and quotes and backslashes stay what they are")
  func escapes() {
    let text = page.text(for: [])
    #expect(text.contains(".SH \"EXIT STATUS\"\n0 done\n.PP\n\\&.5 it\\(aqs \\(gaso\\(ga\\en\n"))
  }

  @Test("a Chinese page is ASCII, its characters by code point")
  func chinese() {
    let chinese = ManualPage(SampleTree.tree, language: .chinese, version: "1.0")
    let text = chinese.text(for: ["version"])
    for path in chinese.paths {
      #expect(chinese.text(for: path).utf8.allSatisfy { $0 < 0x80 }, "\(path)")
    }
    #expect(chinese.text(for: ["report", "staff"]).contains("\n[\\[u9009]\\:\\[u9879]]\n"))
    #expect(text.contains("\\- \\[u7248]\\:\\[u672C]\\:\\[u53F7]\\[u3002]\n"))
  }

  @Test("there is a page for the program, every group and every command")
  func pages() {
    #expect(
      page.paths.map(page.fileName(for:)) == [
        "sixpoint.1", "sixpoint-import.1", "sixpoint-report.1", "sixpoint-report-monthly.1",
        "sixpoint-report-staff.1", "sixpoint-version.1", "sixpoint-help.1",
      ])
    #expect(page.text(for: ["report"]).contains(".TP\n.B sixpoint report staff\nThe load of"))
  }
}
