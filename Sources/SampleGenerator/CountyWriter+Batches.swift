extension CountyWriter {
  /// The five counties of 2011 that had five million yuan each for contiguous development.
  private static let contiguousCounties = [430_626, 431_222, 433_125, 433_126, 433_127]

  /// Where each pool stands: two issues of the first batch, two of the second, then the county's
  /// own beside them.
  enum PoolIndex {
    static let society = 4
    static let loan = 5
  }

  static func pools(of county: County, province: Province, seed: UInt64) -> [CountyFunds.Pool] {
    var pools: [CountyFunds.Pool] = []
    for (index, batch) in Province.batches.enumerated() {
      let arrival = province.arrival(of: index, in: county.code, seed: seed)
      for (issue, yuan) in zip(batch.issues, province.shares(of: county.code)[index]) {
        pools.append(
          CountyFunds.Pool(
            batch: batch.number, source: issue.source, fund: .convergence, arrivedOn: arrival,
            receivedFen: yuan * 100, heldFen: yuan * 100))
      }
    }
    var own: [(String, Source, Fund, Int)] = [
      ("SH\(county.code)-1", .society, .convergence, 120_000),
      ("XD\(county.code)-1", .loan, .microcredit, 600_000),
    ]
    if contiguousCounties.contains(county.code) {
      own.append(("LP\(county.code)-1", .central, .contiguous, 5_000_000))
    }
    for (batch, source, fund, yuan) in own {
      pools.append(
        CountyFunds.Pool(
          batch: batch, source: source, fund: fund, arrivedOn: Day(2011, 4, 8),
          receivedFen: yuan * 100, heldFen: yuan * 100))
    }
    return pools
  }

  /// The county's own batches, and the movements that brought it money from every batch.
  mutating func writeBatches() throws(OutputFault) {
    for pool in funds.pools[PoolIndex.society...] {
      let file = folder[.batches]
      file.text(pool.batch)
      file.text("\(county.nameZh)样〔2011〕\(pool.batch.prefix(2))1号")
      file.day(pool.arrivedOn + -12)
      file.term(pool.fund.term)
      file.term(pool.source.term)
      file.money(fen: pool.receivedFen)
      try file.endRow()
    }
    for pool in funds.pools {
      try ArrivalRow.write(
        number: funds.nextMovement(), pool: pool, county: county.code, in: folder[.allocations])
    }
  }
}

/// A movement from a batch to a county.
enum ArrivalRow {
  static func write(
    number: Int, pool: CountyFunds.Pool, county: Int, in file: SheetFile
  ) throws(OutputFault) {
    file.key("M\(county)-", number, places: 6)
    file.text(pool.batch)
    file.term(pool.source.term)
    file.number(county)
    file.blank(2)
    file.money(fen: pool.receivedFen)
    file.day(pool.arrivedOn)
    file.blank()
    try file.endRow()
  }
}
