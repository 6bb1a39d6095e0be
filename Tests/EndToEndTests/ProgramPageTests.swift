import Foundation
import Register
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Pages of the program")
struct ProgramPageTests {
  private static let commands = [
    "report monthly --month 2011-06 --format html", "report monthly --month 2011-06 --format html",
    "report monthly --month 2011-06 --by township --format html",
    "report monthly --month 2011-06 --by class --format html",
    "report monthly --month 2011-12 --by village --known 3 --format html",
    "report funds --on 2011-12-31 --aging 90,365 --format html",
    "report classes --on 2011-12-31 --format html", "report staff --on 2011-12-31 --format html",
    "report exceptions --on 2011-12-31 --format html",
    "report target --month 2011-06 --format html", "report annual --year 2011 --format html",
    "report submissions --month 2011-06 --format html",
    "show $H --on 2011-12-31 --html", "disclose list $V --on 2011-12-31 --html",
  ]

  @Test(
    "are well-formed, the same bytes twice, with a policy that fits their style")
  func pages() throws {
    let folder = try ReportsFolder.make()
    let first = "$PROGRAM list fulfilled --month 2011-06 --format csv | sed -n 2p | cut -d,"
    for (place, command) in Self.commands.enumerated() {
      let language = place.isMultiple(of: 2) ? "zh" : "en"
      let told = try folder.shell(
        """
        H=$(\(first) -f1); V=$(\(first) -f3)
        $PROGRAM \(command) --lang \(language) -o one.html &&
        $PROGRAM \(command) --lang \(language) > two.html && cmp one.html two.html
        """)
      try #require(told.status == 0, "\(command): \(told.errors) \(told.output)")
      let page = try folder.read("one.html")
      #expect(XMLParser(data: Data(page.utf8)).parse(), "\(command)")
      #expect(
        page.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language == "zh" ? "zh-CN" : "en")\" "))
      for word in ["<script", "http:", "https:"] { #expect(!page.contains(word), "\(command)") }
      let parts = page.components(separatedBy: "style>")
      let style = try #require(parts.count == 3 ? parts[1].dropLast(2) : nil)
      let digest = SHA256.hash(Array(style.utf8)).hexadecimal
      let stated = try #require(page.firstMatch(of: #/sha256-([A-Za-z0-9+\/=]+)/#)?.1)
      let bytes = try #require(Data(base64Encoded: String(stated)))
      #expect(
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() == digest, "the style"
      )
      try FileManager.default.removeItem(at: folder.url("one.html"))
    }
  }

  @Test("mask people's numbers unless they are revealed, and only a household has a handbook")
  func masked() throws {
    let folder = try ReportsFolder.make()
    let told = try folder.shell(
      """
      H=$($PROGRAM list fulfilled --month 2011-06 --format csv | sed -n '2s/,.*//p')
      $PROGRAM show $H --html -o masked.html
      $PROGRAM show $H --html --reveal --reason 核对 -o whole.html
      stat -c %a whole.html
      """)
    #expect(told.status == 0 && told.output.hasSuffix("600\n"), "\(told.errors)")
    #expect(try folder.read("masked.html").firstMatch(of: #/>[0-9]{17}[0-9X]</#) == nil)
    #expect(try folder.read("whole.html").firstMatch(of: #/>[0-9]{17}[0-9X]</#) != nil)
    // The phones of the officials who answer for it too.
    #expect(try folder.read("masked.html").firstMatch(of: #/>104\*{4}30[0-9]{2}</#) != nil)
    #expect(try folder.read("masked.html").firstMatch(of: #/>1043312[0-9]{4}</#) == nil)
    #expect(try folder.read("whole.html").firstMatch(of: #/>1043312[0-9]{4}</#) != nil)
    let staff = try folder.run("show", "S433123-0001", "--html")
    #expect(staff.status == 1 && staff.errors.contains("handbook") && staff.output.isEmpty)
    let both = try folder.run("show", "1", "--html", "--json")
    #expect(both.status == 64)
  }

  @Test("a county's page begins its money at the county's rung, the whole office's at the batches")
  func ladder() throws {
    let folder = try ProgramFolder()
    let sheets = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../SampleData").standardizedFileURL.path
    let made = try folder.shell(
      """
      export SIXPOINT_CLOCK=2012-02-01T08:00:00Z
      $PROGRAM init --office 430000 --year 2011 > /dev/null &&
      $PROGRAM import --quiet \(sheets)/province \(sheets)/433123_fenghuang > /dev/null &&
      for more in '' '--county 433123' '--national-key'; do
        $PROGRAM report monthly --month 2011-06 $more --format html --lang en -o "page$more.html"
      done
      """)
    try #require(made.status == 0, "\(made.errors)")
    let rung = { (name: String) in "<th scope=\"row\" class=\"k\">\(name)</th>" }
    let whole = try folder.read("page.html")
    #expect(whole.contains(rung("batch")) && whole.contains(rung("county")))
    let county = try folder.read("page--county 433123.html")
    #expect(!county.contains(rung("batch")) && county.contains(rung("county")))
    #expect(try !folder.read("page--national-key.html").contains(rung("batch")))
  }
}
