enum OptionFault: Error {
  case unknown(String)
  case missingValue(String)
  case notANumber(option: String, value: String)
  case outOfRange(option: String, ClosedRange<Int>)
  case notSupported(county: String)
  case chineseInSingleRoster

  var words: String {
    switch self {
    case .unknown(let option): "unknown option \(option)"
    case .missingValue(let option): "\(option) needs a value"
    case .notANumber(let option, let value): "\(option): \(value) is not a number"
    case .outOfRange(let option, let range):
      "\(option) lies between \(range.lowerBound) and \(range.upperBound)"
    case .notSupported(let county): "\(county) is not the code of a supported county"
    case .chineseInSingleRoster: "--chinese and --single-roster exclude each other"
    }
  }
}

/// What the command line asks for; the defaults make the committed sample.
struct Options {
  var output = "SampleData"
  var counties = [430_524, 430_626, 433_123]
  /// Enrolled households in each county; nil draws a different number from 300 to 600 for each.
  var households: Int?
  /// Households follow the quotas, `households` being their mean.
  var followsQuotas = false
  var seed: UInt64 = 2011
  var chinese: [Int] = [430_524]
  var isSingle = false
  var wantsHelp = false

  static let usage = """
    Usage: SampleGenerator [options]
      --output DIR            folder to write to (SampleData)
      --counties CODE,…       or: supported, all forty (430524,430626,433123)
      --households N          enrolled households in each county (drawn, 300 to 600)
      --by-quota              share N × counties out in proportion to the quotas
      --seed N                another seed gives another sample (2011)
      --chinese CODE,…        counties written in Chinese; none for no county (430524)
      --single-roster         all counties in one file a sheet, in English
      --help
    """

  init(_ arguments: [String], regions: Regions) throws(OptionFault) {
    var rest = arguments[...]
    var namesChinese = false
    while let option = rest.popFirst() {
      switch option {
      case "--help": wantsHelp = true
      case "--by-quota": followsQuotas = true
      case "--single-roster": isSingle = true
      case "--output": output = try Options.value(of: option, from: &rest)
      case "--counties":
        counties = try Options.counties(try Options.value(of: option, from: &rest), in: regions)
      case "--chinese":
        chinese = try Options.counties(try Options.value(of: option, from: &rest), in: regions)
        namesChinese = !chinese.isEmpty
      case "--households":
        households = try Options.number(option, from: &rest, within: 20...20_000)
      case "--seed":
        seed = UInt64(try Options.number(option, from: &rest, within: 0...Int.max))
      default: throw .unknown(option)
      }
    }
    if isSingle, namesChinese { throw .chineseInSingleRoster }
    if isSingle { chinese = [] }
  }

  private static func value(
    of option: String, from rest: inout ArraySlice<String>
  ) throws(OptionFault) -> String {
    guard let value = rest.popFirst(), !value.isEmpty else { throw .missingValue(option) }
    return value
  }

  private static func number(
    _ option: String, from rest: inout ArraySlice<String>, within range: ClosedRange<Int>
  ) throws(OptionFault) -> Int {
    let value = try value(of: option, from: &rest)
    guard let number = Int(value) else { throw .notANumber(option: option, value: value) }
    guard range.contains(number) else { throw .outOfRange(option: option, range) }
    return number
  }

  private static func counties(
    _ list: String, in regions: Regions
  ) throws(OptionFault) -> [Int] {
    if list == "supported" { return regions.supported.map(\.code) }
    if list == "none" { return [] }
    var codes: Set<Int> = []
    for text in list.split(separator: ",") {
      guard let code = Int(text), regions.county(code) != nil else {
        throw .notSupported(county: String(text))
      }
      codes.insert(code)
    }
    return codes.sorted()
  }
}
