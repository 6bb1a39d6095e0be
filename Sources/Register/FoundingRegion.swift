import Domain
import Schema

/// A region that every register begins with: one line of `RegionTable`.
package struct FoundingRegion: Sendable {
  package let code: Int64
  /// Nil for the province.
  let parentCode: Int64?
  package let level: RegionLevel
  package let nameChinese: String
  package let nameEnglish: String
  let area: Area?
  /// Nil below the county.
  let isSupported: Bool?
  let isNationalKey: Bool?

  /// All of them, every parent before its children.
  ///
  /// The table is the project's own, so a line that does not read is a broken invariant.
  package static let all = read { _ in true }

  /// The province, the prefectures and the counties: what most questions ask, without the reading of thousands.
  package static let offices = read { line in
    line.prefix(FoundingRegion.longestOffice + 1).last == UInt8(ascii: ",")
  }

  /// The digits of a county's code; those of places below have more.
  private static let longestOffice = 6

  private static func read(
    _ isWanted: (Slice<UnsafeBufferPointer<UInt8>>) -> Bool
  ) -> [FoundingRegion] {
    let text = RegionTable.csv
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    return bytes.split(separator: UInt8(ascii: "\n")).dropFirst().filter(isWanted).map { line in
      guard let region = FoundingRegion(line) else {
        preconditionFailure("region table: \(String(decoding: line, as: UTF8.self))")
      }
      return region
    }
  }

  private static let levels = Dictionary(
    uniqueKeysWithValues: RegionLevel.allCases.map { ($0.name, $0) })

  private init?(_ line: Slice<UnsafeBufferPointer<UInt8>>) {
    let cells = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard cells.count == 8, let code = Int64(cells[0]),
      let level = FoundingRegion.levels[cells[2]]
    else { return nil }
    self.code = code
    parentCode = Int64(cells[1])
    self.level = level
    nameChinese = cells[3]
    nameEnglish = cells[4]
    area = Area.allCases.first { $0.name == cells[5] }
    isSupported = cells[6].isEmpty ? nil : cells[6] == "1"
    isNationalKey = cells[7].isEmpty ? nil : cells[7] == "1"
  }
}
