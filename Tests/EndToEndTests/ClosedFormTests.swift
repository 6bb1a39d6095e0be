import Domain
import Foundation
import Register
import SQLite
import Testing

// The form of a closed month's report. A close keeps the number of the form that its pages had, and its pages
// are the same bytes for ever, by later programs too.
//
// Until the first release the form may change: put the table that the failing test prints in the place of
// `hashes`. From the first release on these lines stay. A new form gets the next number
// (a case of `ClosedRendering`) and a table of its own, and months closed with number 1 are still written in the
// old form.

@Suite("The form of a closed month's report")
struct ClosedFormTests {
  /// SHA-256, grouping, language, format.
  private static let hashes = """
    9d2b380602b8931ddd92cdac0c8d0993f15effe735a677746b891afe61d59c8c county en text
    d0926dc4026c8500d5c37076839fe71d2afe1d8cee9cbd802089959fdd9e7ff9 county en csv
    5878111827be0385652c0b3d4fc9b4f4df06f2f4631acb6590ea245fb6ff24b9 county en json
    b6933769a43ac2126baafd110815b5bf8ac2bdf489046f46839c9b5476425f61 county en html
    51c46d3bc63e1352606113616c21d621b6fe5f1a0780254a41eb6499e7702c41 county zh text
    28565c634e272b8d26658760079574001cd681fbff9c680ecb7465e50d8b5bbb county zh csv
    6a913f758051af87aa89ec0efbb65faba87e7c8e12da2c48b9272f74993fcbfc county zh json
    380fb6af0b463e75148f8318a7739538c6a785702dcaf74d1b4eeb1514c91b31 county zh html
    7890287a0981226aecd9fc1f7382a3e45b3780f236772a6f5cb7789ba6e1d6ef village en text
    984fcbc8a79788575e4cc0dc008ca62e096dd3ad747dc09a76353ee59c6a5d34 village en csv
    0a0c755734493c88f0969bb39dde1c0ed140a000e20b78f59759e38eb0162386 village en json
    4c809b6b1257012b2a9d31c43867caa99dcb389bf72b70802b2a2c997d1cd6ff village en html
    c40856daaf8a880cd390c6b0e1ab1aa98ea753e68fe4f7195a3da0f7bba5f564 village zh text
    81898c9e7cf4866b645d1ce1dffff361a190728c3d46015b8b1faef80c3db985 village zh csv
    e6f2c9c5f5392076574ed3110d5142472f6bfde61992c4e18365999734acd03d village zh json
    06a2812553f42e7a603f6fcd08793e7814cb2b6fa59eab68c2914d2ae7d9e11d village zh html
    05388347c0f86cc7c6e9a6231e6d5243ea859e334636747243bc124e8e346ad0 class en text
    6ab6e60c1233a7efc96e3a046b9027148c3aa6e62e9f9ccc7672c6362a3da350 class en csv
    3022fa4385bf97802118e57b22919004c0917180ab7688e10d27ddeb0d2212ac class en json
    25ce870d0e6bbf5dc4382f871b05688be3053b92033854b69ec3a23f53a03a8f class en html
    974f04bb026d7686e808a1f93d7fc8bad1be5d8e1188d2bce85e4d9f1da40291 class zh text
    93cc698bf0e9066fef7d451103646edfe706660e7383a40922025e1c075d8d1c class zh csv
    8e6dfe8f285e06409ba04d02ff529e597134ef0861a15a2db15d945bb3fc1e13 class zh json
    e11d4742b87f932aacc50ac056705817919d36daf98ea7a6cdfc301eef35a0f2 class zh html
    e814050edc1062d4b26c90d5d490f6c78fadb9505880d2bdc862b745534a0028 area en text
    329c7ceb18676b0e5b894cc4139ffd9fb27a53510137e88078cc0db8d4bd0607 area en csv
    dfeb411858e044e4425199c267fe87832cf570593ede983fb84a6f5d8d00fb15 area en json
    4ce1f4f2b784c20182dd615b766a0607ab862bf3f5326d2ed6d3cfc048bde3a6 area en html
    8e5c2dc8dbc3e63f3ccc533de25a6d1e6555633b000183258eaf13ba409723ba area zh text
    29020d4e397d2bb57bd98f0ae5930682cc3edb681905d187914e4452eb38a161 area zh csv
    97541f64a77f93c9ae8914d32f13651e273f7d5693731a3a5a83f3b8219f46c9 area zh json
    89152800e47236932f50d2befda493cdb24f7850326d8c0645f5380c3d6f7531 area zh html
    """

  /// Six households with money, two of them fulfilled, one lapsed, one paid; January to April are closed.
  private func closed() throws -> ProgramFolder {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    folder.clock = "2011-12-31T08:00:00Z"
    for (name, text) in Self.sheets { try folder.write(name + ".csv", text) }
    // The order in which they are named is part of the entries' numbers.
    let told = try folder.shell(
      """
      $PROGRAM import --quiet roster.csv projects.csv batches.csv allocations.csv >told &&
      $PROGRAM import --quiet staff.csv assignments.csv plans.csv project_households.csv \
        payments.csv >told || exit 1
      for m in 1 2 3 4; do $PROGRAM close 2011-0$m >told || exit 1; done
      """)
    try #require(told.status == 0, "\(told.errors)")
    return folder
  }

  @Test("is the one that its rendering has always had, in every format, language and grouping")
  func form() throws {
    #expect(ClosedRendering.current == .first, "a new form has a table of its own")
    let folder = try closed()
    let groupings = ["county", "village", "class", "area"]
    let formats = ["text", "csv", "json", "html"]
    let told = try folder.shell(
      """
      for by in \(groupings.joined(separator: " ")); do for lang in en zh; do
        for format in \(formats.joined(separator: " ")); do
          $PROGRAM report monthly --month 2011-04 --known closed --by $by --lang $lang \
            --format $format >page-$by-$lang-$format || exit 1
        done
      done; done
      """)
    try #require(told.status == 0, "\(told.errors)")
    // Hashes and the register's number are another for each register. Moment, officer and the number of the
    // entry are what the clock, the surroundings and the sheets above make them.
    let json = try folder.read("page-county-en-json")
    let html = try folder.read("page-county-en-html")
    let hash = String(try #require(json.firstMatch(of: #/"hash":"([0-9a-f]{64})"/#)).1)
    let number = String(try #require(html.firstMatch(of: #/Register ([0-9a-f]{32})\./#)).1)
    let style = try #require(html.firstMatch(of: #/(?s)<style>(.*?)</style>/#)).1
    let digest = Data(SHA256.hash(Array(style.utf8)).bytes).base64EncodedString()
    // A browser drops a style that the policy does not name.
    #expect(html.contains("sha256-\(digest)&#39;"))
    var lines: [String] = []
    for grouping in groupings {
      for language in ["en", "zh"] {
        for format in formats {
          let page = try folder.read("page-\(grouping)-\(language)-\(format)")
            .replacing(hash, with: "HASH").replacing(hash.prefix(12), with: "SHORT")
            .replacing(number, with: "REGISTER")
          let digest = SHA256.hash(Array(page.utf8)).hexadecimal
          lines.append("\(digest) \(grouping) \(language) \(format)")
        }
      }
    }
    let changed = Set(lines).subtracting(Self.hashes.split(separator: "\n").map(String.init))
    #expect(
      lines.joined(separator: "\n") == Self.hashes,
      """
      \(changed.count) pages have another form. Until the first release, this is the new table; after it, the \
      new form is a new rendering:
      \(lines.joined(separator: "\n"))
      """)
  }

  @Test("that a later program made is refused with its rule, and the others are printed")
  func laterForm() throws {
    let folder = try closed()
    try closeMay(folder, in: ClosedRendering.current.rawValue + 1)
    let refusal = "2011-05 was closed by a later sixpoint (form 2 of its pages, this one knows 1)"
    for words in [
      "report monthly --month 2011-05 --known closed", "report monthly --month 2011-05",
      "report monthly --month 2011-04..2011-05 --known closed --format csv",
      "report monthly --month 2011-04 --known closed --format html --compare 2011-05",
    ] {
      let told = try folder.words(words + " --lang en")
      #expect(told.status == 2 && told.output.isEmpty, "\(words): \(told)")
      #expect(
        told.errors.hasPrefix("sixpoint: \(refusal); install"), "\(words): \(told.errors)")
    }
    let chinese = try folder.words("report monthly --month 2011-05 --lang zh")
    #expect(chinese.errors.contains("月结（月报格式 2，本程序为 1）；请安装新版本"), "\(chinese.errors)")
    let json = try folder.words("report monthly --month 2011-05 --json")
    #expect(json.status == 2 && json.output.contains(#""rule":"newer_form""#), "\(json)")
    for words in [
      "report monthly --month 2011-04 --known closed",
      "report monthly --month 2011-05 --format csv",
      "report monthly --month 2011-05 --known 2", "list fulfilled --month 2011-05 --known closed",
      "close 2011-06", "report monthly --month 2011-06 --known closed",
    ] {
      let told = try folder.words(words)
      #expect(told.status == 0, "\(words): \(told.errors)")
    }
  }

  /// What a later program leaves of a close, as far as the month's own row.
  private func closeMay(_ folder: ProgramFolder, in rendering: Int64) throws {
    let register = try Register.open(path: folder.path + "/register.db", writing: true)
    let author = EntryAuthor(
      officer: "later", office: register.office, moment: "2011-12-31T09:00:00.000Z")
    try register.write(
      EntryHeader(author: author, command: "close 2011-05"), evenIfEmpty: true
    ) { (entry: borrowing OpenEntry) throws(RegisterFault) in
      let number = entry.number
      try register.asking { () throws(SQLiteFailure) in
        try register.connection.execute(
          """
          INSERT INTO month_close (year, month, known_entry, rendering, figures_hash, entered)
          VALUES (2011, 5, \(number - 1), \(rendering), zeroblob(32), \(number))
          """)
      }
    }
  }

  private static let sheets: [(String, String)] = [
    (
      "roster",
      """
      household_no,village_code,name,relation,class,account_no,enrolled_on
      H1,433123104201,甲1,head,poor,62170000000001,2011-03-01
      H2,433123104201,甲2,head,poor,62170000000002,2011-03-01
      H3,433123104201,甲3,head,poor,62170000000003,2011-03-01
      H4,433123104201,甲4,head,poor,62170000000004,2011-03-01
      H5,433123104201,甲5,head,poor,62170000000005,2011-03-01
      H6,433123104201,甲6,head,poor,,2011-03-01
      H7,433123104201,甲7,head,poor,,2011-06-01

      """
    ),
    (
      "projects",
      """
      project_no,name,kind,county_code,proposed_on,reviewed_on,meeting,verdict,approved_on
      P1,goats,breeding,433123,2011-03-01,2011-03-02,m,approve,2011-03-03
      P2,rice,planting,433123,2011-03-01,,,,

      """
    ),
    (
      "batches",
      """
      batch_no,document_no,issued_on,fund,source,amount
      B1,d,2011-02-01,convergence,central,9000

      """
    ),
    (
      "allocations",
      """
      movement_no,batch_no,county_code,project_no,household_no,amount,moved_on
      M1,B1,433123,,,8000,2011-04-01
      M2,B1,,P1,,7000,2011-04-01
      N1,B1,,P1,H1,300,2011-04-01
      N2,B1,,P1,H2,300,2011-04-01
      N3,B1,,P1,H3,300,2011-04-01
      N4,B1,,P1,H4,300,2011-04-01
      N5,B1,,P1,H5,300,2011-04-01
      N6,B1,,P1,H6,300,2011-04-01

      """
    ),
    ("staff", ProgramFolder.staff(1)),
    (
      "assignments",
      """
      household_no,role,staff_no,since,until
      H1,support,S1,2011-03-01,
      H1,implementation,S1,2011-03-01,
      H1,contact,S1,2011-03-01,
      H2,support,S1,2011-03-01,
      H2,implementation,S1,2011-03-01,
      H2,contact,S1,2011-03-01,2011-04-20
      H3,support,S1,2011-03-01,

      """
    ),
    (
      "plans",
      """
      household_no,starts_on,ended_on,measures
      H1,2011-03-01,,goats
      H2,2011-03-01,,goats
      H3,2011-03-15,,rice

      """
    ),
    (
      "project_households",
      "project_no,household_no,since,until\nP1,H1,2011-03-05,\nP1,H2,2011-03-05,\n"
    ),
    (
      "payments",
      """
      voucher_no,household_no,project_no,batch_no,source,amount,paid_on
      V1,H1,P1,B1,central,120.50,2011-04-15

      """
    ),
  ]
}
