/// Where the forty supported counties lie on a map of tiles, nine rows by nine columns: a county about where
/// it lies, none above another. Laid out from the counties' places (degrees north and east of their seats).
enum CountyTiles {
  /// By code: row from the north and column from the west, each from 1.
  static func place(of code: String) -> (row: Int, column: Int)? {
    guard let tile = all[code] else { return nil }
    return (tile / 10, tile % 10)
  }

  /// Row and column in one number of two digits.
  private static let all: [String: Int] = [
    "430224": 68, "430225": 79, "430522": 56, "430523": 66, "430524": 65,
    "430525": 54, "430527": 73, "430528": 75, "430529": 74, "430581": 64,
    "430626": 28, "430726": 16, "430821": 15, "430822": 13, "430923": 35,
    "431022": 98, "431026": 99, "431027": 89, "431028": 78, "431128": 87,
    "431129": 96, "431221": 53, "431222": 34, "431223": 43, "431224": 44,
    "431225": 62, "431226": 42, "431227": 51, "431228": 52, "431229": 72,
    "431230": 82, "431322": 45, "431382": 46, "433122": 33, "433123": 41,
    "433124": 31, "433125": 22, "433126": 32, "433127": 23, "433130": 11,
  ]

  /// A county's name without the word for what it is, so that it finds room on a tile: `Fenghuang`, `凤凰`.
  static func shortName(_ name: String) -> String {
    if let space = name.firstIndex(of: " ") { return String(name[..<space]) }
    if name.hasSuffix("自治县") { return String(name.prefix(2)) }
    let isPlace = ["县", "市", "区"].contains { name.hasSuffix($0) }
    return isPlace && name.count > 2 ? String(name.dropLast()) : name
  }
}
