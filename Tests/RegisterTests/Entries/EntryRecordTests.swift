import Register
import Testing

@Suite("What an entry did")
struct EntryRecordTests {
  private static func line(_ record: EntryRecord) -> String {
    func told(_ tables: [(table: String, count: Int64)]) -> String {
      tables.map { "\($0.table) \($0.count)" }.joined(separator: ", ")
    }
    let undone = record.undoneBy.map { "; undone by \($0)" } ?? ""
    return "\(record.number) \(record.command)"
      + ": + \(told(record.added)); - \(told(record.withdrawn))\(undone)"
  }

  @Test("of many at once is what it is of each, in the order asked for; what is none is left out")
  func many() throws {
    let small = try QuestionsRegister()
    let undo = try small.register.undo(5, reason: nil, by: try author()).entry
    let asked: [Int64] = [undo, 5, 99, 2, 3]
    let told = try small.register.entryRecords(asked).map(Self.line)
    let each = try asked.compactMap { try small.register.entryRecord($0).map(Self.line) }
    #expect(told == each && told.count == 4)
    #expect(told[0] == "7 undo 5: + ; - batch_issue 1, movement 4", "\(told)")
    #expect(told[1].hasSuffix("movement 4; - ; undone by 7"), "\(told)")
    #expect(try small.register.entryRecords([]).isEmpty)
  }
}
