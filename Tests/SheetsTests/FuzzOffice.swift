import CSV
import Domain
import Foundation
import Intake
import Register
import SQLite
import Sheets
import Testing

/// A county's registers at every stage of its year, made once, and a copy for each case.
final class FuzzOffice {
  let seeds: [String: FuzzSeeds.Table]
  let office: RegionCode
  private let folder: URL
  /// By sheet of `Sheet.all`: the register before that sheet; last, with everything.
  private var stages: [URL] = []

  init(_ county: String) throws {
    seeds = try FuzzSeeds.county(county)
    office = try #require(Int64(county.prefix(6)).flatMap(RegionCode.init))
    folder = FileManager.default.temporaryDirectory.appending(path: "sixpoint-fuzz-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appending(path: "year.db").path
    let register = try Register.create(
      path: path, office: office, year: 2011, target: nil, by: author)
    for sheet in Sheet.all {
      try keepStage(register, path)
      for name in [sheet.name + " of the province", sheet.name] {
        guard let table = seeds[name] else { continue }
        let receipt = try send(FuzzSheet.bytes(table), to: register)
        try #require(receipt.errors.isEmpty, "\(county) \(name): \(receipt.errors.prefix(3))")
      }
    }
    try keepStage(register, path)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var author: EntryAuthor {
    EntryAuthor(officer: "fuzz", office: office, moment: "2011-12-31T00:00:00.000Z")
  }

  private func keepStage(_ register: Register, _ path: String) throws {
    try register.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    let stage = folder.appending(path: "stage\(stages.count).db")
    try FileManager.default.copyItem(atPath: path, toPath: stage.path)
    stages.append(stage)
  }

  /// One more stage: another after a file.
  func stage(_ stage: Int, after bytes: [UInt8]) throws -> Int {
    try withRegister(stage: stage) { register, path in
      try #require(send(bytes, to: register).errors.isEmpty)
      try keepStage(register, path)
    }
    return stages.count - 1
  }

  /// What a register's file holds at a stage.
  func bytes(stage: Int) throws -> Data { try Data(contentsOf: stages[stage]) }

  /// Gives a copy of the register at a stage, which is gone afterwards.
  func withRegister<Answer>(
    stage: Int, _ body: (Register, String) throws -> Answer
  ) throws -> Answer {
    let path = folder.appending(path: "case.db").path
    for end in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: path + end) {
      try FileManager.default.removeItem(atPath: path + end)
    }
    try FileManager.default.copyItem(atPath: stages[stage].path, toPath: path)
    return try body(try Register.open(path: path, writing: true), path)
  }

  /// What a register tells of everything in it, and of the year.
  struct Told: Equatable {
    var sheets: [String: [UInt8]] = [:]
    var figures: [FigurePlace: FigureSums.Months] = [:]

    init(_ register: Register) throws {
      for (name, bytes) in try ExportTrial.all(of: register) { sheets[name] = bytes }
      figures = try ExportTrial.figures(of: register)
    }

    func differences(from other: Told) -> [String] {
      let names = sheets.filter { other.sheets[$0.key] != $0.value }.keys.sorted()
      return names + (figures == other.figures ? [] : ["figures"])
    }
  }

  private var toldOfStages: [Int: Told] = [:]

  /// What the register tells at a stage; asked of it before anything was sent.
  func told(stage: Int, _ register: Register) throws -> Told {
    if let told = toldOfStages[stage] { return told }
    let told = try Told(register)
    toldOfStages[stage] = told
    return told
  }

  func send(
    _ bytes: [UInt8], encoding: TextEncoding? = nil, to register: Register, isCheck: Bool = false,
    acceptsValid: Bool = false
  ) throws -> Receipt {
    let file = try SheetFile(
      path: "fuzz.csv", source: ByteSource(bytes: bytes), encoding: encoding)
    var options = ImportOptions(today: try #require(CalendarDate(year: 2011, month: 12, day: 31)))
    options.isCheck = isCheck
    options.acceptsValid = acceptsValid
    return try Importer(into: register, by: author, options).run(file)
  }
}
