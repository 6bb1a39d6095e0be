/// What the province fixes for all forty counties: quotas of persons and shares of the money.
///
/// The totals are those of 2011: 600,000 persons, 275,000,000 yuan of household project funds in
/// two batches. How they were divided among counties is not published, so quotas are made up from
/// the number of villages, and money follows the quotas. The split between centre and province is
/// made up near that of all funds of the year (825 to 124 million).
struct Province {
  struct Issue {
    let source: Source
    let yuan: Int
  }

  struct Batch {
    let number: String
    let document: String
    let issuedOn: Day
    let issues: [Issue]
  }

  static let code = 430_000
  static let targetPersons = 600_000
  static let batches = [
    Batch(
      number: "XJ2011-1", document: "湘扶样〔2011〕1号", issuedOn: Day(2011, 2, 21),
      issues: [
        Issue(source: .central, yuan: 137_500_000), Issue(source: .provincial, yuan: 20_000_000),
      ]),
    Batch(
      number: "XJ2011-2", document: "湘扶样〔2011〕2号", issuedOn: Day(2011, 7, 4),
      issues: [
        Issue(source: .central, yuan: 100_000_000), Issue(source: .provincial, yuan: 17_500_000),
      ]),
  ]

  /// Persons by county code.
  let quotas: [Int: Int]
  private let shares: [Int: [[Int]]]

  init(_ regions: Regions, seed: UInt64) {
    let counties = regions.supported
    let weights = counties.map { county in
      var random = SplitMix64(seed: seed, stream: county.code * 10 + 1)
      return county.villages.count * (county.isNationalKey ? 12 : 10) * random.draw(85...115)
    }
    let persons = apportion(Province.targetPersons / 100, by: weights).map { $0 * 100 }
    var shares: [Int: [[Int]]] = [:]
    for batch in Province.batches {
      let columns = batch.issues.map { apportion($0.yuan, by: persons) }
      for (index, county) in counties.enumerated() {
        shares[county.code, default: []].append(columns.map { $0[index] })
      }
    }
    quotas = Dictionary(uniqueKeysWithValues: zip(counties.map(\.code), persons))
    self.shares = shares
  }

  /// Yuan that went to a county from a batch by issue, both by their position in `batches`.
  func shares(of county: Int) -> [[Int]] { shares[county] ?? [] }

  /// Between the issue of a batch and its arrival lie one to three weeks.
  func arrival(of batch: Int, in county: Int, seed: UInt64) -> Day {
    var random = SplitMix64(seed: seed, stream: county * 10 + 2 + batch)
    return Province.batches[batch].issuedOn + random.draw(7...20)
  }
}
