import CSV
import Foundation
import Intake
import Register
import Sheets
import Testing

// What the database would refuse, a sheet's rules refuse first, in words of their own. Here a value stands in
// every column of every sheet in turn, each in a row of its own of a county's year.

@Suite("No message comes from the database engine")
struct EngineWordTests {
  private static let values = [
    "0", "-1", "(clear)", "1", "99", "2199", "-9223372036854775808", "9223372036854775807",
    "10000000000000", "-10000000000000", "9999999999999.99", "0001-01-01", "1850-01-01",
    "2199-12-31", "433123", "430000", "433123104201", "H", "'", "\u{3000}", "\u{200B}", "*",
    String(repeating: "长", count: 5_000), "(withdraw)", "head", "split", "reject",
  ]

  private static let words = [
    "constraint", "sqlite", "unique", "foreign key", "datatype", "not null", "overflow",
    "breaks the rule", "no such column", "cannot store", "check (", "trigger",
  ]

  /// How many files a sheet sends, each with the values in other rows.
  private static let turns = 6

  /// The seed with one cell of every row spoilt: the next column in every row, and the next value.
  private static func table(_ seed: FuzzSeeds.Table, turn: Int) -> FuzzSeeds.Table {
    var table = seed
    let width = seed[0].count
    for row in 1..<max(table.count, 2) where row < table.count {
      let column = (row - 1) % width
      guard column < table[row].count else { continue }
      table[row][column] = values[(row + turn * 5) % values.count]
    }
    return table
  }

  @Test("whatever stands in whatever column of a sheet")
  func values() throws {
    let office = try FuzzOffice("433123_fenghuang")
    for sheet in Sheet.all {
      let seeds =
        [office.seeds[sheet.name]].compactMap(\.self)
        + (try (FuzzSeeds.byHand[sheet.name] ?? []).map { try FuzzSeeds.table($0) })
      try office.withRegister(stage: Sheet.all.count) { register, _ in
        for (way, seed) in seeds.enumerated() {
          for turn in 0..<Self.turns {
            let file = FuzzSheet.bytes(Self.table(seed, turn: turn))
            Self.send(file, to: register, of: office, "\(sheet.name) \(way) turn \(turn)")
          }
        }
      }
    }
  }

  private static func send(
    _ file: [UInt8], to register: Register, of office: FuzzOffice, _ place: String
  ) {
    do {
      let receipt = try office.send(file, to: register, isCheck: true, acceptsValid: true)
      let wording = FaultWording(.english, of: receipt)
      for fault in receipt.errors {
        let message = wording.message(fault).lowercased()
        #expect(!words.contains { message.contains($0) }, "\(place): \(message)")
      }
    } catch {
      Issue.record("\(place): \(error)")
    }
  }
}
