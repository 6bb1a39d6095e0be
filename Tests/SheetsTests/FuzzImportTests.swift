import CSV
import Foundation
import Intake
import Sheets
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// `SIXPOINT_FUZZ_CASES` runs more cases than a suite has time for, and `SIXPOINT_FUZZ_SEED` others than it
// runs; `SIXPOINT_FUZZ_ONLY` runs one again. A failure names seed and case and shows the fewest lines of the
// file that still fail. In a long run the file at hand stands in `sixpoint-fuzz-case` of the temporary
// folder, where it stays if the program ends by a trap, or by the alarm that ends a case of a minute.

private func setting(_ name: String) -> Int? {
  ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
}

@Suite("Spoilt sheets in the importer", .serialized)
struct FuzzImportTests {
  private static let cases = setting("SIXPOINT_FUZZ_CASES")
  private static let seed = UInt64(setting("SIXPOINT_FUZZ_SEED") ?? 2011)
  private static let counties = ["433123_fenghuang", "430524_longhui"]

  @Test(
    "break no promise: counts, faults, an untouched register, a second import", arguments: counties)
  func spoilt(county: String) throws {
    let office = try FuzzOffice(county)
    let count = (Self.cases ?? 60) / Self.counties.count
    let numbers = setting("SIXPOINT_FUZZ_ONLY").map { $0..<$0 + 1 } ?? 0..<count
    var outcomes: [String: Int] = [:]
    var failures: [String: Int] = [:]
    for number in numbers where failures.count < 20 {
      let (stage, file) = try Self.trial(number, office)
      Self.note(county, number, file)
      let isLong = Self.cases != nil ? number % 4 == 0 : number % 16 == 0
      let promises: FuzzPromises
      do {
        promises = try FuzzPromises(office, stage: stage, file, checksAll: isLong)
      } catch {
        // A file that could not be judged at all: once for each sheet.
        failures["\(file.sheet.name) thrown", default: 0] += 1
        if failures["\(file.sheet.name) thrown"] == 1 { Self.tell(county, number, file, error) }
        continue
      }
      outcomes[promises.outcome, default: 0] += 1
      guard let first = promises.broken.first else { continue }
      let sort = "\(file.sheet.name) \(first.filter { !$0.isNumber }.prefix(60))"
      failures[sort, default: 0] += 1
      if failures[sort] == 1 { try Self.tell(county, number, stage, file, promises, office) }
    }
    alarm(0)
    if Self.cases != nil {
      print(
        "importer: \(county), \(numbers.count) cases from seed \(Self.seed): \(outcomes), failures \(failures)"
      )
    }
    #expect(
      Self.cases == nil || outcomes["taken", default: 0] * 10 > numbers.count || numbers.count < 50,
      "too few files were taken whole: \(outcomes)")
  }

  /// The file of a case, and the stage of the register it comes to: before its sheet, or the year's end.
  private static func trial(_ number: Int, _ office: FuzzOffice) throws -> (Int, FuzzSheet) {
    var dice = FuzzDice(state: seed &* 0x1_0000_0001 &+ UInt64(number) << 20)
    while true {
      let index = dice.below(Sheet.all.count)
      let sheet = Sheet.all[index]
      var seeds: [FuzzSeeds.Table] = []
      if let table = office.seeds[sheet.name] { seeds.append(table) }
      if office.office.value == 433123 {
        seeds += try (FuzzSeeds.byHand[sheet.name] ?? []).map(FuzzSeeds.table)
      }
      guard !seeds.isEmpty else { continue }
      let seed = seeds[dice.below(seeds.count)]
      let stage = dice.oneIn(3) ? index : Sheet.all.count
      return (stage, FuzzSheet(sheet, seed, dice: dice))
    }
  }

  private static func note(_ county: String, _ number: Int, _ file: FuzzSheet) {
    guard cases != nil else { return }
    let path = NSTemporaryDirectory() + "sixpoint-fuzz-case"
    let words = "seed \(seed), \(county), case \(number), \(file.sheet.name), \(file.story)\n"
    try? Data(Array(words.utf8) + file.bytes).write(to: URL(filePath: path))
    alarm(60)
  }

  private static func tell(
    _ county: String, _ number: Int, _ file: FuzzSheet, _ error: any Error
  ) {
    Issue.record(
      """
      seed \(seed), \(county), case \(number), \(file.sheet.name): \(error)
      \(file.story.joined(separator: "; "))
      \(String(decoding: file.bytes.prefix(3_000), as: UTF8.self).debugDescription)
      """)
  }

  private static func tell(
    _ county: String, _ number: Int, _ stage: Int, _ file: FuzzSheet, _ promises: FuzzPromises,
    _ office: FuzzOffice
  ) throws {
    if cases != nil { alarm(600) }
    let least = try smallest(file, promises, stage, office)
    let again = try FuzzPromises(office, stage: stage, least, checksAll: promises.checksAll)
    Issue.record(
      """
      seed \(seed), \(county), case \(number), \(file.sheet.name) at stage \(stage), \(again.outcome): \
      \(again.broken.joined(separator: "\n  "))
      \(file.story.joined(separator: "; "))
      \(String(decoding: least.bytes.prefix(3_000), as: UTF8.self).debugDescription)
      """)
  }

  /// Takes lines out, many at a time and then one by one, as long as the first promise stays broken.
  private static func smallest(
    _ file: FuzzSheet, _ promises: FuzzPromises, _ stage: Int, _ office: FuzzOffice
  ) throws -> FuzzSheet {
    func sort(_ promises: FuzzPromises) -> String? {
      promises.broken.first.map { String($0.filter { !$0.isNumber }.prefix(16)) }
    }
    var lines = file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    var step = max(1, lines.count / 2)
    while true {
      var start = 0
      while start < lines.count {
        var fewer = lines
        fewer.removeSubrange(start..<min(lines.count, start + step))
        let other = file.with(Array(fewer.joined(separator: [0x0A])))
        if sort(try FuzzPromises(office, stage: stage, other, checksAll: promises.checksAll))
          == sort(promises)
        {
          lines = fewer
        } else {
          start += step
        }
      }
      if step == 1 { return file.with(Array(lines.joined(separator: [0x0A]))) }
      step = max(1, step / 2)
    }
  }
}
