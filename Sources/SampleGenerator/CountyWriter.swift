/// Writes one county, village by village.
struct CountyWriter {
  let county: County
  let folder: SheetFolder
  let enrolled: Int
  var random: SplitMix64
  var maker: HouseholdMaker
  var projects: ProjectMaker
  var funds: CountyFunds
  /// What a person brings his household, in whole tens of yuan.
  let fenPerPerson: Int
  private var staffCursor = 0

  init(
    _ county: County, enrolled: Int, regions: Regions, province: Province, seed: UInt64,
    into folder: SheetFolder
  ) {
    self.county = county
    self.folder = folder
    self.enrolled = enrolled
    random = SplitMix64(seed: seed, stream: county.code * 10)
    maker = HouseholdMaker(county, ordinal: regions.ordinal(of: county.code))
    let pools = CountyWriter.pools(of: county, province: province, seed: seed)
    funds = CountyFunds(pools)
    projects = ProjectMaker(hasContiguousFund: pools.contains { $0.fund == .contiguous })
    let shareFen = pools.prefix(4).reduce(0) { $0 + $1.receivedFen }
    fenPerPerson = max(1000, min(41_000, shareFen * 78 / 100 / (enrolled * 41 / 10)) / 1000 * 1000)
  }

  mutating func write() throws(OutputFault) {
    try writeBatches()
    try writeStaff()
    let places = chosenVillages()
    let sizes = apportion(enrolled, by: places.map { _ in random.draw(60...140) })
    for (place, size) in zip(places, sizes) where size > 0 {
      try write(place, enrolled: size)
    }
  }

  /// About one village for every eighteen households, until the county has no more.
  private mutating func chosenVillages() -> [(code: Int, name: String)] {
    var places = county.villages
    let count = min(places.count, max(1, enrolled / 18))
    for index in 0..<count {
      places.swapAt(index, random.draw(index...places.count - 1))
    }
    return places.prefix(count).sorted { $0.code < $1.code }
  }

  private mutating func write(
    _ place: (code: Int, name: String), enrolled: Int
  ) throws(OutputFault) {
    var village = Village(
      code: place.code, name: place.name, township: county.townships[place.code / 1000] ?? "")
    for serial in 1...enrolled {
      village.households.append(household(serial, in: village, isEnrolled: true))
    }
    for serial in 0..<enrolled where random.happens(12) {
      village.households.append(
        household(enrolled + serial + 1, in: village, isEnrolled: false))
    }
    for _ in 0..<max(3, enrolled / 5) {
      village.team.append(staffCursor % staffCount + 1)
      staffCursor += 1
    }
    village.marry(&random)
    try writeEvents(of: &village)
    for project in projects.projects(for: &village, &random) {
      try writeProject(project, in: village)
    }
    for index in village.households.indices {
      try writeRoster(of: village.households[index])
      try writeDibao(of: village.households[index])
      if village.households[index].enrolledOn != nil {
        try writePoints(of: village.households[index], at: index, in: village)
        try writeField(of: village.households[index], at: index, in: village)
      }
    }
  }

  private mutating func household(
    _ serial: Int, in village: Village, isEnrolled: Bool
  ) -> Household {
    maker.make(
      number: village.code * 10_000 + serial, village: village.code, isEnrolled: isEnrolled,
      &random)
  }

  // MARK: Staff

  var staffCount: Int { max(9, enrolled / 9) }

  private mutating func writeStaff() throws(OutputFault) {
    let file = folder[.staff]
    let offices = ["扶贫开发办公室", "农业局", "财政局", "教育局", "民政局", "林业局", "卫生局"]
    let townships = county.townships.values.sorted()
    for serial in 1...staffCount {
      let people = maker.names.drawPeople(&random)
      let surname = maker.names.drawSurname(of: people, &random)
      let male = random.happens(720)
      let isTown = random.happens(550)
      file.key(staffPrefix, serial, places: 4)
      file.text(maker.names.draw(surname: surname, of: people, male: male, &random))
      file.text(isTown ? office(of: random.pick(townships)) : county.nameZh + random.pick(offices))
      file.text(random.pick(isTown ? ["驻村干部", "扶贫专干", "民政助理"] : ["科员", "股长", "副局长"]))
      file.key("10\(county.code)", serial, places: 3)
      file.number(county.code)
      try file.endRow()
    }
  }

  private func office(of township: String) -> String {
    let isTownship = township.hasSuffix("乡") || township.hasSuffix("镇")
    return township + (isTownship ? "人民政府" : "办事处")
  }

  // MARK: Numbers

  var staffPrefix: String { "S\(county.code)-" }
  var projectPrefix: String { "P\(county.code)-" }
  var movementPrefix: String { "M\(county.code)-" }
  var voucherPrefix: String { "V\(county.code)-" }
}
