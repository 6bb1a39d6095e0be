// Makes a register of people who do not exist, in the sheets that counties send. The same options
// give the same bytes; nothing is read but the embedded table of regions, not even the clock.

let regions = Regions()

func writeSample(_ options: Options) throws(OutputFault) -> Int {
  let province = Province(regions, seed: options.seed)
  let counties = options.counties.compactMap(regions.county)
  let sizes = households(in: counties, options: options, province: province)
  let isWhole = counties.count == regions.supported.count
  let top = try SheetFolder(
    Sheet.ofProvince.filter { $0 != .allocations || !isWhole }, in: "\(options.output)/province",
    language: .english)
  try ProvinceWriter(regions: regions, province: province, seed: options.seed)
    .write(into: top, without: options.counties)
  try top.close()
  var rows = top.rows
  let shared =
    options.isSingle
    ? try SheetFolder(Sheet.ofCounty, in: "\(options.output)/counties", language: .english) : nil
  for (county, enrolled) in zip(counties, sizes) where enrolled > 0 {
    let language: Language = options.chinese.contains(county.code) ? .chinese : .english
    let folder: SheetFolder
    if let shared {
      folder = shared
    } else {
      folder = try SheetFolder(
        Sheet.ofCounty, in: "\(options.output)/\(county.folder)", language: language)
    }
    var writer = CountyWriter(
      county, enrolled: enrolled, regions: regions, province: province, seed: options.seed,
      into: folder)
    try writer.write()
    guard shared == nil else { continue }
    try folder.close()
    rows += folder.rows
  }
  try shared?.close()
  return rows + (shared?.rows ?? 0)
}

func households(in counties: [County], options: Options, province: Province) -> [Int] {
  guard let mean = options.households else {
    return counties.map { county in
      var random = SplitMix64(seed: options.seed, stream: county.code * 10 + 5)
      return random.draw(300...600)
    }
  }
  guard options.followsQuotas else { return counties.map { _ in mean } }
  return apportion(
    mean * counties.count, by: counties.map { province.quotas[$0.code] ?? 0 })
}

do {
  let options = try Options(Array(CommandLine.arguments.dropFirst()), regions: regions)
  if options.wantsHelp {
    print(Options.usage)
  } else {
    print("\(try writeSample(options)) rows written to \(options.output)")
  }
} catch let fault as OptionFault {
  OutputFile.writeError("sample: \(fault.words)\n\(Options.usage)")
  OutputFile.leave(status: 64)
} catch let fault as OutputFault {
  OutputFile.writeError("sample: \(fault.path): \(fault.reason)")
  OutputFile.leave(status: 2)
}
