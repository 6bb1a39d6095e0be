import Domain
import Testing

@Suite("Numbers that may be meant for one")
struct NearNumberTests {
  @Test(
    "differ in leading zeros of a segment, case, or hyphens that one lacks altogether",
    arguments: [
      ("0012", "12"), ("s-07", "S-7"), ("S433123-0001", "S433123-01"), ("4331-0001", "43310001"),
      ("4331-0001", "43311"), ("a1", "A1"), ("0", "00"), ("012-3", "123"),
      ("4331－0001", "43310001"),
      ("4331–01", "4331-1"),
    ])
  func near(one: String, other: String) {
    #expect(NearNumber.isNear(one, other))
    #expect(NearNumber.isNear(other, one))
    #expect(found(one, after: other) && found(other, after: one))
  }

  @Test(
    "do not differ in anything else, and equal ones are one",
    arguments: [
      ("12", "12"), ("12", "120"), ("12", "102"), ("1-23", "12-3"), ("P001", "P1"), ("12", "13"),
      ("4331231042010001", "4331231042010010"), ("1-2-3", "12-3"), ("甲1", "乙1"),
    ])
  func apart(one: String, other: String) {
    #expect(!NearNumber.isNear(one, other))
    #expect(!NearNumber.isNear(other, one))
    #expect(one == other || !found(one, after: other))
  }

  private func found(_ number: String, after earlier: String) -> Bool {
    var numbers = NearNumbers()
    numbers.insert(Array("9".utf8).span, at: 0)
    numbers.insert(Array(earlier.utf8).span, at: 1)
    return numbers.places(near: Array(number.utf8).span) == [1]
  }
}
