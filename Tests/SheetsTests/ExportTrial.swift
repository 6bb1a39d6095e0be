import CSV
import Domain
import Foundation
import Intake
import Register
import SQLite
import Sheets
import Testing

/// A register of a file of its own, to export from and to rebuild into.
final class ExportTrial {
  let register: Register
  private let folder: URL
  private let author: EntryAuthor

  /// Empty registers are made once for each office and copied: their regions take most of the time.
  private static let blanks: [Int64: Result<Data, any Error>] = {
    var blanks: [Int64: Result<Data, any Error>] = [:]
    for office in [430000, 433123] as [Int64] {
      blanks[office] = Result {
        let path = FileManager.default.temporaryDirectory.appending(path: "export-\(UUID()).db")
        defer { try? FileManager.default.removeItem(at: path) }
        do {
          let author = try author(office)
          let register = try Register.create(
            path: path.path, office: author.office, year: 2011, target: nil, by: author)
          try register.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        }
        return try Data(contentsOf: path)
      }
    }
    return blanks
  }()

  private static func author(_ office: Int64) throws -> EntryAuthor {
    EntryAuthor(
      officer: "test", office: try #require(RegionCode(office)),
      moment: "2012-02-01T00:00:00.000Z")
  }

  convenience init(office: Int64 = 433123) throws {
    try self.init(holding: #require(ExportTrial.blanks[office]).get())
  }

  /// - Parameter image: a whole register, as `image` gives it.
  init(holding image: Data) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "export-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appending(path: "register.db")
    try image.write(to: path)
    register = try Register.open(path: path.path, writing: true)
    author = try ExportTrial.author(register.office.value)
  }

  /// The register's file with all that was written.
  func image() throws -> Data {
    try register.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return try Data(contentsOf: folder.appending(path: "register.db"))
  }

  func texts(_ sql: String) throws -> [String] {
    var texts: [String] = []
    try register.connection.rows(sql) { texts.append($0.text(0)) }
    return texts
  }

  func send(_ bytes: [UInt8]) throws -> Receipt {
    try ExportTrial.send(bytes, to: register, by: author)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Imports a sheet written as its lines.
  ///
  /// - Parameter completeOn: the day on which a roster is the whole county.
  func send(
    _ text: String, named path: String = "sheet.csv", completeOn: String? = nil,
    _ change: (inout ImportOptions) -> Void = { _ in },
    progress: @escaping (ImportStage) -> Bool = { _ in true }
  ) throws -> Receipt {
    try ExportTrial.send(
      Array(text.utf8), named: path, to: register, by: author, completeOn: completeOn, change,
      progress: progress)
  }

  /// As another who has the register open.
  func another() throws -> Register {
    try Register.open(path: folder.appending(path: "register.db").path, writing: true)
  }

  func undo(_ entry: Int64) throws -> Int64 {
    try register.undo(entry, reason: nil, by: author).entry
  }

  /// The standing facts of lives and events as `EventOffice` writes them.
  func facts() throws -> [String] { try EventOffice.facts(of: register) }

  func take(_ text: String) throws {
    let receipt = try send(text)
    try #require(receipt.errors.isEmpty, "\(receipt.errors.prefix(5))")
  }

  static func send(
    _ bytes: [UInt8], named path: String = "sheet.csv", to register: Register,
    by author: EntryAuthor, completeOn: String? = nil,
    _ change: (inout ImportOptions) -> Void = { _ in },
    progress: @escaping (ImportStage) -> Bool = { _ in true }
  ) throws -> Receipt {
    let file = try SheetFile(path: path, source: ByteSource(bytes: bytes))
    var options = ImportOptions(today: try #require(CalendarDate("2012-02-01")))
    options.completeOn = completeOn.flatMap { CalendarDate($0) }
    change(&options)
    return try Importer(into: register, by: author, options, progress: progress).run(file)
  }

  func export(_ sheet: String, _ change: (inout ExportOptions) -> Void = { _ in }) throws -> String
  {
    String(decoding: try ExportTrial.bytes(of: sheet, from: register, change), as: UTF8.self)
  }

  static func bytes(
    of sheet: String, from register: Register,
    _ change: (inout ExportOptions) -> Void = { _ in }
  ) throws -> [UInt8] {
    var options = ExportOptions()
    options.reveals = true
    change(&options)
    var bytes: [UInt8] = []
    _ = try Exporter(try #require(Sheet.named(sheet)), from: register, options).run(
      wrapping: { (failure: SQLiteFailure) in failure }
    ) { (block) throws(SQLiteFailure) in
      block.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    }
    return bytes
  }

  /// Every sheet but the regions, of which there are many, in the order in which they are imported.
  static func all(
    of register: Register, _ change: (inout ExportOptions) -> Void = { _ in }
  ) throws -> [(name: String, bytes: [UInt8])] {
    try sheets(Sheet.all.dropFirst().map(\.name), of: register, change)
  }

  static func sheets(
    _ names: [String], of register: Register, _ change: (inout ExportOptions) -> Void = { _ in }
  ) throws -> [(name: String, bytes: [UInt8])] {
    try names.map { ($0, try bytes(of: $0, from: register, change)) }
  }

  /// Sends exports and tells what did not come in, or changed something.
  func differences(sending sheets: [(name: String, bytes: [UInt8])]) throws -> [String] {
    try sheets.compactMap { sheet in
      let receipt = try ExportTrial.send(sheet.bytes, to: register, by: author)
      if receipt.errors.isEmpty, receipt.unchanged == receipt.rows, receipt.entry == nil {
        return nil
      }
      return
        "\(sheet.name): \(receipt.created) created, \(receipt.changed) changed, \(receipt.errors.prefix(3))"
    }
  }

  /// Rebuilds in an empty register of the same office; tells the faults of sheets that did not come in.
  func rebuilt(
    from sheets: [(name: String, bytes: [UInt8])]
  ) throws -> (trial: ExportTrial, faults: [String]) {
    let other = try ExportTrial(office: register.office.value)
    let faults = try sheets.flatMap { sheet in
      try ExportTrial.send(sheet.bytes, to: other.register, by: author).errors.prefix(3).map {
        "\(sheet.name): \($0)"
      }
    }
    return (other, faults)
  }

  /// The twelve months' figures, by village and class.
  static func figures(of register: Register) throws -> [FigurePlace: FigureSums.Months] {
    try register.countFigures(2011, Known(entry: try register.lastEntry().number)).byPlace()
  }
}
