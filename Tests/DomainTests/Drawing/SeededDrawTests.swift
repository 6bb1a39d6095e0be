import Domain
import Testing

@Suite("A draw by a stated number")
struct SeededDrawTests {
  private static let list = (1...50).map { "H\($0)" }

  private func drawn(_ seed: UInt64, _ stratum: UInt64, _ count: Int) -> [String] {
    var draw = SeededDraw(seed: seed, stratum: stratum)
    return draw.draw(count, of: Self.list)
  }

  @Test("is the same for the same number, and another for another number or county")
  func reproducible() {
    #expect(drawn(42, 433_123, 10) == drawn(42, 433_123, 10))
    #expect(drawn(42, 433_123, 10) != drawn(43, 433_123, 10))
    #expect(drawn(42, 433_123, 10) != drawn(42, 430_524, 10))
  }

  @Test("draws each once, and all where there are no more")
  func distinct() {
    #expect(Set(drawn(7, 1, 20)).count == 20)
    #expect(Set(drawn(7, 1, 90)) == Set(Self.list))
    #expect(drawn(7, 1, 0).isEmpty)
  }

  @Test("gives everybody the same chance")
  func even() {
    var times = [String: Int]()
    for seed in 0..<5_000 as Range<UInt64> {
      for number in drawn(seed, 433_123, 5) { times[number, default: 0] += 1 }
    }
    // 500 times each; 100 is over four standard deviations.
    for number in Self.list { #expect((400...600).contains(times[number] ?? 0), "\(number)") }
  }

  @Test("a share is rounded up", arguments: [(10, 40, 4), (10, 41, 5), (100, 3, 3), (1, 1, 1)])
  func share(percent: Int, households: Int, count: Int) throws {
    let share = try #require(Percent(hundredths: percent * 100))
    #expect(SeededDraw.count(share, of: households) == count)
  }
}
