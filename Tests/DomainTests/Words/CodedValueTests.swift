import Domain
import Testing

@Suite("Words of closed lists")
struct CodedValueTests {
  /// Reads every spelling of every case back, and holds the stored numbers to those promised.
  private func check<Value: CodedValue>(_ type: Value.Type, _ promised: [Int: String]) {
    #expect(
      Dictionary(uniqueKeysWithValues: type.allCases.map { ($0.rawValue, $0.name) }) == promised)
    for value in type.allCases {
      for word in [value.name, value.chinese] + value.synonyms {
        for spelling in [
          word, " \(word)\u{3000}", word.uppercased(), fullWidth(word), word.spacedOut,
        ] {
          #expect(type.read(spelling) == value, "\(type) \(spelling)")
        }
      }
    }
    for word in ["", " ", "nonsense", "不存在的词", "-", "_"] { #expect(type.read(word) == nil) }
  }

  @Test("every coded value is read from every spelling, and its number never changes")
  func all() {
    check(HouseholdClass.self, [1: "poor", 2: "dibao", 3: "poor_dibao", 4: "wubao"])
    check(Sex.self, [1: "male", 2: "female"])
    check(
      Point.self,
      [
        1: "plan", 2: "project", 3: "fund", 4: "support", 5: "implementation", 6: "contact",
      ])
    check(Role.self, [1: "support", 2: "implementation", 3: "contact"])
    check(
      FundSource.self,
      [
        1: "central", 2: "provincial", 3: "prefecture", 4: "county", 5: "lottery", 6: "society",
        7: "loan", 8: "self", 9: "foreign",
      ])
    check(
      ProjectKind.self,
      [
        1: "planting", 2: "breeding", 3: "processing", 4: "training", 5: "road", 6: "water",
        7: "housing", 8: "relocation", 9: "other",
      ])
    check(
      ProjectStep.self,
      [
        1: "proposed", 2: "reviewed", 3: "approved", 4: "started", 5: "accepted", 6: "closed",
        7: "rejected", 8: "cancelled",
      ])
    check(Verdict.self, [1: "approve", 2: "reject", 3: "revise"])
    check(Grade.self, [1: "qualified", 2: "high_quality", 3: "unqualified"])
    check(
      ProgressKind.self,
      [
        1: "visit", 2: "delivery", 3: "training", 4: "construction", 5: "sale", 6: "finding",
        7: "other",
      ])
    check(
      HouseholdEventKind.self,
      [1: "move", 2: "reclass", 3: "head", 4: "split", 5: "merge", 6: "end"])
    check(Qualifier.self, [1: "exact", 2: "at_least", 3: "nearly"])
    check(
      RegionLevel.self,
      [1: "province", 2: "prefecture", 3: "county", 4: "township", 5: "village"])
    check(Area.self, [1: "wuling", 2: "luoxiao"])
    check(Tier.self, [1: "national", 2: "provincial", 3: "municipal"])
    check(YesNo.self, [0: "no", 1: "yes"])
    check(
      MoneyUnit.self,
      [
        1: "yuan", 2: "thousand_yuan", 3: "ten_thousand_yuan", 4: "hundred_million_yuan",
      ])
    check(
      Relation.Base.self,
      [
        1: "head", 2: "spouse", 3: "child", 4: "child_in_law", 5: "grandchild", 6: "parent",
        7: "parent_in_law", 8: "grandparent", 9: "sibling", 10: "other",
      ])
  }

  @Test("the words of the sheets are read")
  func promised() {
    #expect(YesNo.read("√") == .yes && YesNo.read("Y") == .yes && YesNo.read("1") == .yes)
    #expect(YesNo.read("否") == .no && YesNo.read("false") == .no && YesNo.read("0") == .no)
    #expect(Sex.read("女") == .female && Sex.read("M") == .male)
    #expect(Role.read("联系责任人") == .contact && Role.read("扶持责任人") == .support)
    #expect(HouseholdClass.read("一般贫困户") == .poor)
    #expect(HouseholdClass.read("五保供养户") == .wubao)
    #expect(HouseholdClass.read("Poor dibao") == .poorDibao)
  }

  @Test("numbers of household classes follow the list that is named")
  func classNumbers() {
    let cases: [(String, HouseholdClass?, HouseholdClass?)] = [
      ("1", .poor, .poor), ("2", .dibao, .dibao), ("3", .poorDibao, .wubao),
      ("4", .wubao, .poorDibao), ("5", nil, nil), ("扶贫户", .poor, .poor), ("03", .poorDibao, .wubao),
    ]
    for (text, until2013, from2014) in cases {
      let bytes = Array(text.utf8)
      #expect(HouseholdClass.read(bytes.span, list: .until2013) == until2013)
      #expect(HouseholdClass.read(bytes.span, list: .from2014) == from2014)
    }
    for list in HouseholdClassList.allCases {
      #expect(HouseholdClassList(name: list.name) == list)
      #expect(CodeList.named(list.name)?.name == list.name)
    }
    #expect(HouseholdClassList(name: "2013") == nil)
  }

  @Test("fiscal money is what comes from the state and the lottery")
  func fiscal() {
    #expect(
      FundSource.allCases.filter(\.isFiscal)
        == [.central, .provincial, .prefecture, .county, .lottery])
  }

  @Test("roles and points name each other")
  func roles() {
    for role in Role.allCases { #expect(role.point.role == role) }
    #expect(Point.allCases.compactMap(\.role) == Role.allCases)
  }

  @Test("no step of a project can be reached without the one before it")
  func steps() {
    #expect(ProjectStep.proposed.predecessor == nil)
    #expect(ProjectStep.closed.predecessor?.predecessor?.predecessor == .approved)
    #expect(ProjectStep.rejected.predecessor == .proposed)
  }
}

@Suite("Special funds")
struct FundTests {
  @Test("the three funds with a key are known however they are written")
  func known() {
    for fund in [Fund.convergence, .rainPlan, .contiguous] {
      #expect(fund.isKnown)
      #expect(Fund(fund.name) == fund)
      #expect(Fund(fund.chinese) == fund)
      #expect(Fund(" \(fund.chinese)资金 ") == fund)
    }
    #expect(Fund("两项制度衔接资金") == .convergence)
    #expect(Fund("Rain plan") == .rainPlan)
  }

  @Test("any other fund is its name, ends trimmed")
  func others() throws {
    #expect(Fund(" 以工代赈 ").name == "以工代赈")
    #expect(!Fund("以工代赈").isKnown)
    #expect(Fund("以工代赈").chinese == "以工代赈")
    #expect(try reading(" ") { Fund.read($0) } == nil)
  }
}

@Suite("Numbered lists of the registers")
struct CodeListTests {
  @Test("every entry is read from its number and from its label")
  func entries() throws {
    #expect(CodeList.all.count == 10)
    #expect(Set(CodeList.all.map(\.name)).count == 10)
    for list in CodeList.all {
      for (code, label) in list.entries {
        #expect(try reading(String(code)) { list.read($0) } == code)
        #expect(try reading("0\(code)") { list.read($0) } == code)
        #expect(try reading(" \(label) ") { list.read($0) } == code, "\(list.name) \(label)")
        #expect(list.label(code) == label)
      }
      #expect(try reading("99") { list.read($0) } == nil)
      #expect(try reading("不存在") { list.read($0) } == nil)
    }
  }

  @Test("the two lists of causes number differently")
  func causes() {
    #expect(CodeList.cause.label(1) == "因灾")
    #expect(CodeList.cause2014.label(1) == "因病")
    #expect(CodeList.cause.label(9) == nil)
  }
}

extension String {
  /// A space after every character.
  fileprivate var spacedOut: String { map { "\($0) " }.joined() }
}
