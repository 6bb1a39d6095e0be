import Domain
import Testing

@Suite("People without an ID of one name")
struct NamesakesTests {
  private func person(_ household: String, _ number: Int64, _ line: Int) -> Namesakes.Person {
    Namesakes.Person(household: household, number: number, line: line)
  }

  @Test("are namesakes where village, name and birth year are equal")
  func met() {
    var namesakes = Namesakes()
    func meet(
      _ person: Namesakes.Person, _ name: String, _ birth: String, _ village: Int64
    ) -> Int? {
      namesakes.meet(person, name: name, birthDate: birth, in: village)?.line
    }
    #expect(meet(person("H1", 1, 2), "田六", "1980-05-01", 1) == nil)
    #expect(meet(person("H2", 1, 3), "田六", "1980-05-01", 2) == nil)
    #expect(meet(person("H2", 2, 4), "田六", "1981", 1) == nil)
    #expect(meet(person("H2", 3, 5), "田七", "1980", 1) == nil)
    #expect(meet(person("H2", 4, 6), "田六", "1980", 1) == 2)
    #expect(meet(person("H1", 1, 7), "田六", "1980-05-01", 1) == nil, "a second stay of the first")
    #expect(meet(person("H1", 2, 8), "田六", "1980-06", 1) == 2)
  }
}
