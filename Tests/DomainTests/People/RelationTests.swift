import Domain
import Testing

@Suite("Relations to the head of the household")
struct RelationTests {
  private func read(_ text: String, _ list: RelationList? = nil) -> Relation? {
    let bytes = Array(text.utf8)
    return Relation.read(bytes.span, list: list)
  }

  @Test("the base relations are read by their English keys, their labels and synonyms")
  func bases() {
    for base in Relation.Base.allCases {
      for word in [base.name, base.chinese, base.name.uppercased()] + base.synonyms {
        #expect(read(word)?.code == base.rawValue, "\(word)")
      }
      #expect(Relation(base).written == base.name)
    }
  }

  @Test("every number of both lists gives a relation that its written word gives again")
  func lists() throws {
    for (list, numbers) in [(RelationList.nationalStandard4761, 1...99), (.register, 1...21)] {
      for number in numbers where ![3, 4, 5, 6, 7, 8, 9].contains(number) || list == .register {
        guard let relation = Relation(number: number, in: list) else {
          #expect(list == .nationalStandard4761 && (13...19 ~= number || number == 98))
          continue
        }
        #expect(read(relation.written) == relation, "\(relation.written)")
        #expect(read(relation.chinese) == relation, "\(relation.chinese)")
        #expect(read(String(number), list) == relation)
        #expect(Relation(code: relation.code) == relation)
      }
    }
  }

  @Test(
    "everyday words mean what people mean",
    arguments: [
      ("儿子", Relation.Base.child), ("女儿", .child), ("妻子", .spouse), ("丈夫", .spouse),
      ("媳妇", .childInLaw), ("孙子", .grandchild), ("父亲", .parent), ("母亲", .parent),
      ("兄", .sibling), ("弟", .sibling), ("之子", .child), ("之外孙女", .grandchild),
      ("之公公", .parentInLaw), ("岳母", .parentInLaw), ("女婿", .childInLaw), ("长子", .child),
      ("奶奶", .grandparent), ("侄子", .other), ("非亲属", .other), ("本人", .head), ("之女婿", .childInLaw),
      ("Child in law", .childInLaw), (" 户主 ", .head), ("其它", .other),
    ])
  func everyday(text: String, base: Relation.Base) { #expect(read(text)?.base == base) }

  @Test("finer words keep a code of their own, plain ones are the base relation in every list")
  func codes() {
    #expect(read("长子")?.code == 122)
    #expect(read("之子")?.code == 203)
    #expect(read("10", .nationalStandard4761)?.code == 2)
    #expect(read("2", .register)?.code == 2)
    #expect(read("01", .nationalStandard4761)?.isHead == true)
    #expect(read("02", .nationalStandard4761)?.isHead == true)
    #expect(read("1", .register)?.isHead == true)
    #expect(read("20", .nationalStandard4761)?.base == .child)
    #expect(read("20", .register)?.base == .grandparent)
    #expect(read("长子")?.name == "child")
    #expect(read("长子")?.written == "长子")
  }

  @Test("numbers without a list, and beyond it, are no relation")
  func unknown() {
    #expect(read("3") == nil)
    #expect(read("22", .register) == nil)
    #expect(read("98", .nationalStandard4761) == nil)
    #expect(read("邻居", .register) == nil)
    #expect(read("") == nil)
    #expect(Relation(code: 0) == nil && Relation(code: 100) == nil && Relation(code: 222) == nil)
    #expect(Relation(code: 102) == nil)
  }

  @Test(
    "a leading zero or a number above 21 means GB/T 4761",
    arguments: [
      (["1", "2", "3"], RelationList.register, true), (["01", "2"], .nationalStandard4761, true),
      (["1", "22"], .nationalStandard4761, true), (["1", "21"], .register, true),
      (["户主", "配偶"], .register, false), (["０２"], .nationalStandard4761, true),
      (["'01"], .nationalStandard4761, true), (["0"], .register, true), ([], .register, false),
    ])
  func chooser(cells: [String], list: RelationList, sawNumber: Bool) {
    var chooser = RelationListChooser()
    for cell in cells {
      let bytes = Array(cell.utf8)
      chooser.see(bytes.span)
    }
    #expect(chooser.list == list)
    #expect(chooser.sawNumber == sawNumber)
  }

  @Test("lists are found by their keys")
  func keys() {
    for list in RelationList.allCases { #expect(RelationList(name: list.name) == list) }
    #expect(RelationList(name: "relation") == nil)
  }
}
