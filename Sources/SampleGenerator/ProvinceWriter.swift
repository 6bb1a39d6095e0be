/// Writes what the province sends down: quotas, batches, the line, and the shares of those
/// counties that are not written themselves.
struct ProvinceWriter {
  let regions: Regions
  let province: Province
  let seed: UInt64

  func write(into folder: SheetFolder, without written: [Int]) throws(OutputFault) {
    try writeTargets(into: folder[.targets])
    try writeBatches(into: folder[.batches])
    let others = regions.supported.filter { !written.contains($0.code) }
    if !others.isEmpty { try writeArrivals(of: others, into: folder[.allocations]) }
    let lines = folder[.povertyLines]
    lines.number(Province.code)
    lines.day(.newYear)
    lines.money(fen: 2_300_00)
    lines.money(fen: 1_080_00)
    try lines.endRow()
  }

  private func writeTargets(into file: SheetFile) throws(OutputFault) {
    try writeTarget(Province.code, persons: Province.targetPersons, into: file)
    for county in regions.supported {
      try writeTarget(county.code, persons: province.quotas[county.code] ?? 0, into: file)
    }
  }

  /// One county gives a monthly course, cumulative and slow in spring; the others have the even
  /// pace.
  private func writeTarget(_ code: Int, persons: Int, into file: SheetFile) throws(OutputFault) {
    file.text("convergence")
    file.number(2011)
    file.number(code)
    file.number(persons)
    if code == 430_626 {
      for permille in [0, 0, 40, 110, 220, 340, 460, 580, 690, 800, 910, 1000] {
        file.number(persons * permille / 1000)
      }
    } else {
      file.blank(12)
    }
    try file.endRow()
  }

  private func writeBatches(into file: SheetFile) throws(OutputFault) {
    for batch in Province.batches {
      for issue in batch.issues {
        file.text(batch.number)
        file.text(batch.document)
        file.day(batch.issuedOn)
        file.term(Fund.convergence.term)
        file.term(issue.source.term)
        file.money(fen: issue.yuan * 100)
        try file.endRow()
      }
    }
  }

  private func writeArrivals(
    of counties: [County], into file: SheetFile
  ) throws(OutputFault) {
    for county in counties {
      let pools = CountyWriter.pools(of: county, province: province, seed: seed)
      for (index, pool) in pools.prefix(4).enumerated() {
        try ArrivalRow.write(number: index + 1, pool: pool, county: county.code, in: file)
      }
    }
  }
}
