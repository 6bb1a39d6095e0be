import Testing

@testable import Register

@Suite("What a search has found")
struct FoundThingsTests {
  private func thing(_ kind: FoundThing.Kind, _ number: String) -> FoundThing {
    var thing = FoundThing(kind)
    thing.number = number
    return thing
  }

  private func numbers(_ found: FoundThings) -> [String] {
    found.findings.things.compactMap(\.number)
  }

  @Test("is shared between its sorts, so that many people of a name do not hide an official")
  func shares() {
    var found = FoundThings(limit: 4)
    found.add((1...9).map { thing(.member, "H\($0)") })
    found.add((1...3).map { thing(.staff, "S\($0)") })
    found.add([thing(.project, "P1")])
    #expect(found.findings.isCut)
    #expect(numbers(found) == ["H1", "H2", "S1", "P1"])
  }

  @Test("is whole where all of it fits, and of one sort as much as fits")
  func fits() {
    var few = FoundThings(limit: 4)
    few.add([thing(.staff, "S1"), thing(.member, "H1"), thing(.member, "H2")])
    #expect(!few.findings.isCut && numbers(few) == ["S1", "H1", "H2"])
    var many = FoundThings(limit: 1)
    many.add([thing(.staff, "S1"), thing(.member, "H1")])
    #expect(many.findings.isCut && numbers(many) == ["S1"])
  }
}
