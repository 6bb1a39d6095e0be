import CSV
import Domain
import Foundation
import Intake
import Register
import SQLite
import Sheets
import Testing

@Suite("An import that is stopped")
struct ImportInterruptTests {
  private static let roster: String = {
    var text = "household_no,village_code,name,relation,birth_date,class,enrolled_on\n"
    for number in 1...300 {
      text += "H\(number),433123104201,吴\(number),head,1960-01-01,poor,2011-03-01\n"
      text += "H\(number),,石\(number),spouse,1962-01-01,,\n"
    }
    return text
  }()

  /// One row more, which falls only by another row or the register's rules.
  private static let odd = roster + "H1,,another,head,1950-01-01,,\n"

  private static func take(
    _ office: FileOffice, _ text: String = odd, acceptsValid: Bool = true,
    progress: @escaping (ImportStage) -> Bool = { _ in true }
  ) throws(ImportFault) -> Receipt {
    guard let day = CalendarDate(year: 2011, month: 12, day: 31) else { throw .interrupted }
    var options = ImportOptions(today: day)
    options.acceptsValid = acceptsValid
    let file: SheetFile
    do throws(SourceFault) {
      file = try SheetFile(path: "a.csv", source: ByteSource(bytes: Array(text.utf8)))
    } catch { throw .source(error) }
    let author = EntryAuthor(
      officer: "test", office: office.register.office, moment: "2011-12-31T00:00:00.000Z")
    return try Importer(into: office.register, by: author, options, progress: progress).run(file)
  }

  private func holdUntouched(_ office: FileOffice) throws {
    #expect(try office.register.lastEntry().number == 1)
    #expect(try office.members() == [])
    let isOpen = office.register.connection.isInTransaction
    #expect(!isOpen)
  }

  @Test(
    "tells its stages in their order, and leaves nothing where it is stopped at any of them",
    arguments: [
      (odd, ["reading", "judging", "applying", "sealing"]),
      (roster, ["reading", "applying", "sealing"]),
    ])
  func stages(text: String, expected: [String]) throws {
    var names: [String] = []
    var calls = 0
    _ = try Self.take(try FileOffice(), text) { stage in
      calls += 1
      let name = String("\(stage)".prefix { $0 != "(" })
      if names.last != name { names.append(name) }
      return true
    }
    #expect(names == expected)
    for stop in 0..<calls {
      let office = try FileOffice()
      var seen = 0
      #expect(throws: ImportFault.self) {
        try Self.take(office, text) { _ in
          seen += 1
          return seen <= stop
        }
      }
      try holdUntouched(office)
    }
  }

  @Test(
    "leaves nothing wherever a statement is stopped, and can be sent again",
    arguments: [(odd, 598, 3), (roster, 600, 0)])
  func ticks(text: String, created: Int, rejected: Int) throws {
    let (office, other) = (try FileOffice(), try FileOffice())
    var count = 0
    try other.register.connection.ticking(
      every: 2_000,
      {
        count += 1
        return true
      }
    ) { () throws(ImportFault) in _ = try Self.take(other, text) }
    try #require(count > 20)
    for stop in stride(from: 1, through: count, by: max(1, count / 24)) {
      var seen = 0
      var fault: ImportFault?
      do throws(ImportFault) {
        try office.register.connection.ticking(
          every: 2_000,
          {
            seen += 1
            return seen < stop
          }
        ) { () throws(ImportFault) in _ = try Self.take(office, text) }
      } catch { fault = error }
      switch fault {
      case .interrupted: break
      case .database(let failure): #expect(failure.isInterrupted)
      default: Issue.record("stopped at tick \(stop) of \(count): \(String(describing: fault))")
      }
      try holdUntouched(office)
    }
    let receipt = try Self.take(office, text)
    #expect(receipt.created == created && receipt.rejected == rejected)
    #expect(try office.register.check().findings.isEmpty)
  }
}
