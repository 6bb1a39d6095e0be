import Domain
import Register
import SQLite
import Testing

@Suite("Places, searches and lines from the field")
struct SearchTests {
  private let small: QuestionsRegister
  private var register: Register { small.register }

  init() throws { small = try QuestionsRegister() }

  @Test(
    "a code and a name in either language lead to one place",
    arguments: ["433123", "433123000000", "Fenghuang", "fenghuang county", "凤凰县", "凤凰"])
  func names(text: String) throws {
    guard case .one(let region) = try register.regions(called: text) else {
      Issue.record("\(text) leads nowhere")
      return
    }
    #expect(region.code.value == 433123)
  }

  @Test("a name that several places bear lists them, a mistyped one its neighbours")
  func unclearNames() throws {
    guard case .several(let villages) = try register.regions(called: "团结村") else {
      Issue.record("several villages are called so")
      return
    }
    #expect(villages.count > 3 && villages.allSatisfy { $0.nameChinese == "团结村" })
    guard case .none(let nearest) = try register.regions(called: "Fenghuan") else {
      Issue.record("no place is called so")
      return
    }
    #expect(nearest.first?.code.value == 433123)
  }

  @Test("people are found by ID, by part of a name and by number")
  func find() throws {
    let day = QuestionsRegister.day("2011-12-31")
    let byNumber = try register.find("A", on: day, limit: 10)
    #expect(byNumber.things.compactMap(\.householdNo).contains("A1"))
    let byName = try register.find("A1成员", on: day, limit: 10)
    #expect(byName.things.map(\.kind) == [.member, .member, .member])
    let padded = try register.find("A1　成 员", on: day, limit: 10)
    #expect(padded.things.count == 3)
    let id = try #require(byName.things.first?.residentID)
    let byID = try register.find(id.canonical, on: day, limit: 10)
    #expect(byID.things.map(\.householdNo) == ["A1"])
    let cut = try register.find("成员", on: day, limit: 2)
    #expect(cut.things.count == 2 && cut.isCut)
    #expect(try register.find("施德", on: day, limit: 10).things.first?.number == "S2")
    #expect(try register.find("P1", on: day, limit: 10).things.map(\.kind) == [.project])
  }

  @Test("a place is found by a part of its name, as if the names of all were read")
  func partsOfPlaces() throws {
    let day = QuestionsRegister.day("2011-12-31")
    let all = try register.regionsKnown(.everything, on: DayPeriod.openEnd - 1)
    for text in ["团结", "团结村", "凤凰", "fenghuang", "SHAN", "k"] {
      let wanted = all.codes.filter { code in
        let region = all[code]
        return text.utf8.count >= 3
          && (region?.nameChinese.contains(text) == true
            || region?.nameEnglish?.lowercased().contains(text.lowercased()) == true)
      }
      let found = try register.find(text, on: day, limit: 100_000).things
      let places = found.filter { $0.householdNo == nil && $0.number == nil }
      #expect(places.compactMap(\.place).sorted() == wanted, "\(text)")
    }
  }

  @Test("a place is found in either writing of a character that has two")
  func compatibilityIdeographs() throws {
    let names = ["清\u{F979}村", "清凉寨"]
    try small.enter("regions") { (number) throws(SQLiteFailure) in
      for (place, name) in names.enumerated() {
        let code = 433_123_104_990 + place
        try small.run("INSERT INTO place (code, entered) VALUES (\(code), \(number))")
        try small.run(
          """
          INSERT INTO region (code, parent_code, level, name_zh, entered)
          VALUES (\(code), 433123104, 5, '\(name)', \(number))
          """)
      }
    }
    let day = QuestionsRegister.day("2011-12-31")
    for text in ["清凉村", "清\u{F979}村", "清凉寨", "清\u{F979}寨"] {
      let found = try register.find(text, on: day, limit: 1000).things
      #expect(found.compactMap(\.place).contains { $0.value >= 433_123_104_990 }, "\(text)")
    }
  }

  @Test("the signs of a pattern are characters of a name like any other")
  func signs() throws {
    try small.enter("roster") { (number) throws(SQLiteFailure) in
      try small.run(
        """
        INSERT INTO member (household_id, member_no, joined_on, left_on, relation, name, entered)
        VALUES (1, 9, -719162, 2932896, 10, '王 *星[甲]', \(number))
        """)
    }
    let day = QuestionsRegister.day("2011-12-31")
    for (text, count) in [("*星", 1), ("王*", 1), ("星[甲]", 1), ("王?星", 0), ("王*星[甲-乙]", 0)] {
      #expect(try register.find(text, on: day, limit: 10).things.count == count, "\(text)")
    }
  }

  @Test("one Chinese character finds an official, who is asked for alone where no other is wanted")
  func officialsAmongPeople() throws {
    let day = QuestionsRegister.day("2011-12-31")
    #expect(try register.find("施", on: day, limit: 10).things.map(\.number) == ["S2"])
    #expect(try register.findStaff("施", limit: 10).map(\.number) == ["S2"])
    #expect(try register.findStaff("s", limit: 10).isEmpty)
    #expect(try register.findStaff("成员", limit: 10).isEmpty)
    #expect(try register.findStaff("S1", limit: 10).map(\.number) == ["S1"])
  }

  @Test(
    "an official is found by number, else by name; a household is known with its head and village")
  func officials() throws {
    #expect(try register.officials(called: "S1").map(\.name) == ["麻平忠"])
    #expect(try register.officials(called: "施德").map(\.number) == ["S2"])
    #expect(try register.officials(called: "nobody").isEmpty)
    let day = QuestionsRegister.day("2011-05-01")
    let known = try #require(try register.loggedHousehold(numbered: "A1", on: day))
    #expect(known.headName == "A1成员1" && known.village != nil)
    #expect(try register.loggedHousehold(numbered: "A9", on: day) == nil)
  }

  @Test("a household's file tells what the report counts")
  func file() throws {
    let household = try #require(try register.household(numbered: "A1"))
    let day = QuestionsRegister.day("2011-06-30")
    let file = try #require(try register.file(of: household, on: day))
    #expect(file.members.count == 3 && file.members.first?.isHead == true)
    let year = try #require(file.years.first)
    #expect(year.standing.supported == 3)
    #expect(
      Point.allCases.filter {
        !year.standing.standing.isInForce($0, of: year.standing.facts, on: day)
      } == [.contact])
    #expect(file.money.map(\.allocatedFen) == [60_000])
  }
}
