import Schema

struct County {
  let code: Int
  let nameZh: String
  let nameEn: String
  let isNationalKey: Bool
  var townships: [Int: String] = [:]
  /// Villages proper; the table's town communities (社区) and estates have no poor households here.
  var villages: [(code: Int, name: String)] = []

  /// `433123_fenghuang`: the code and the first word of the English name in lower case.
  var folder: String {
    let word = nameEn.prefix { $0 != " " }.lowercased().filter(\.isLetter)
    return "\(code)_\(word)"
  }
}

/// The forty supported counties with their villages, in code order, from the embedded table.
struct Regions {
  let supported: [County]

  init() {
    var counties: [Int: County] = [:]
    let lines = RegionTable.csv.description.split(separator: "\n").dropFirst()
    for line in lines {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      guard cells.count == 8, let code = Int(cells[0]) else { continue }
      switch cells[2] {
      case "county" where cells[6] == "1":
        counties[code] = County(
          code: code, nameZh: String(cells[3]), nameEn: String(cells[4]),
          isNationalKey: cells[7] == "1")
      case "township":
        counties[code / 1000]?.townships[code] = String(cells[3])
      case "village":
        guard let name = Regions.villageName(cells[3]) else { continue }
        counties[code / 1_000_000]?.villages.append((code, name))
      default: break
      }
    }
    supported = counties.values.sorted { $0.code < $1.code }
  }

  /// The village's own name where the table names its committee; nil for town communities,
  /// estates and farms.
  private static func villageName(_ name: Substring) -> String? {
    if name.hasSuffix("村") { return String(name) }
    for committee in ["民委员会", "委员会", "委会"] where name.hasSuffix("村" + committee) {
      return String(name.dropLast(committee.count))
    }
    return nil
  }

  func county(_ code: Int) -> County? { supported.first { $0.code == code } }

  /// 1 … 40: the county's place among the supported ones.
  func ordinal(of code: Int) -> Int {
    (supported.firstIndex { $0.code == code } ?? 0) + 1
  }
}

/// Splits a whole by weights with nothing lost: largest remainders, ties to the first.
func apportion(_ total: Int, by weights: [Int]) -> [Int] {
  let sum = weights.reduce(0, +)
  precondition(sum > 0, "weights must add up to something")
  var parts = weights.map { total * $0 / sum }
  let byRemainder = weights.indices.sorted {
    let left = total * weights[$0] % sum
    let right = total * weights[$1] % sum
    return left == right ? $0 < $1 : left > right
  }
  for index in byRemainder.prefix(total - parts.reduce(0, +)) { parts[index] += 1 }
  return parts
}
