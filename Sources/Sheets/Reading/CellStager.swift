import Domain
import Intake

/// Reads a cell as its column's kind and gives the value to a sink.
struct CellStager {
  var relationLists = RelationListChooser()
  let codes: CodeChoice
  var notes: ReadingNotes
  /// What `notes` calls the cell: its column in the sheet, and the row's line.
  var column = 0
  var line = 0
  /// The most characters the cell may hold, and the numbers that may be days, as its column has them.
  var longest: Int?
  var serials: ClosedRange<Int>?
  /// Whether its column is one of names, in which no resident ID belongs.
  var refusesIDs = false
  /// Nil where the rows are no file's.
  var digits: DigitsWatch?

  /// By column of the sheet.
  private var memos: [CellMemo]

  init(_ sheet: Sheet, codes: CodeChoice, watchesDigits: Bool) {
    self.codes = codes
    digits = watchesDigits ? DigitsWatch(columns: sheet.columns.count) : nil
    memos = Array(repeating: CellMemo(), count: sheet.columns.count)
    notes = ReadingNotes(columns: sheet.columns.count)
  }

  /// What the cells were read as where that is worth telling.
  func warnings(of sheet: Sheet) -> [Fault] { notes.warnings(of: sheet, list: listName) }

  /// The key of the list by which a column's numbers are read.
  private func listName(_ kind: ColumnKind) -> String {
    switch kind {
    case .relation: relationList.name
    case .labelled(let labels): list(labels).name
    default: codes.classes.name
    }
  }

  var relationList: RelationList { codes.relation ?? relationLists.list }

  /// Gives the cell's value to `sink`; an integer, or a birth date packed into one, is also given back for
  /// the checks that compare columns.
  ///
  /// - Parameters:
  ///   - unit: the unit the header names.
  ///   - verified: whether the row says why an ID with a wrong check digit is right.
  mutating func stage(
    _ cell: Span<UInt8>, as kind: ColumnKind, unit: MoneyUnit?, verified: Bool,
    at slot: Int, into sink: inout some CellSink & ~Copyable
  ) throws(CellFault) -> Int64? {
    guard kind.isRepetitive, let key = CellMemo.Key(cell) else {
      return try read(cell, as: kind, unit: unit, verified: verified, at: slot, into: &sink)
    }
    switch memos[column].meaning(of: key) {
    case .integer(let value):
      sink.set(slot, value)
      return value
    case .asWritten:
      sink.set(slot, text: cell)
      return nil
    case nil: break
    }
    let noted = notes.count
    let value = try read(cell, as: kind, unit: unit, verified: verified, at: slot, into: &sink)
    // What is told of a cell is told each time.
    if notes.count == noted, !relationLists.sawNumber {
      if let value {
        memos[column].keep(.integer(value), for: key)
      } else if case .labelled(let labels) = kind, isWritten(label(cell, labels), cell) {
        memos[column].keep(.asWritten, for: key)
      }
    }
    return value
  }

  private mutating func read(
    _ cell: Span<UInt8>, as kind: ColumnKind, unit: MoneyUnit?, verified: Bool,
    at slot: Int, into sink: inout some CellSink & ~Copyable
  ) throws(CellFault) -> Int64? {
    if kind.holdsWholeNumbers, let folded = try wholeNumber(cell, as: kind) {
      notes.note(.tidied, column, line)
      return try read(
        folded.span, as: kind, unit: unit, verified: verified, at: slot, into: &sink)
    }
    if kind.isFolded, ReadingNotes.isFullWidth(cell) { notes.note(.fullWidth, column, line) }
    switch kind {
    case .text, .figure, .unit, .labelled(_), .identifier, .personName, .name, .phone, .account,
      .fund:
      if PersonalNumbers.isMasked(cell) { throw .masked }
      try stageText(cell, as: kind, at: slot, into: &sink)
      return nil
    case .birthDate: return try stageBirthDate(cell, at: slot, into: &sink)
    case .instalments:
      let text = Array(try Instalments.read(cell).description.utf8)
      sink.set(slot, text: text.span)
      return nil
    case .residentID:
      return try stageResident(cell, verified, at: slot, into: &sink)
    default:
      let value = try integer(cell, as: kind, unit: unit)
      sink.set(slot, value)
      return value
    }
  }

  /// A whole number, code or day without `.0` and thousands separators, and a code without blanks; nil where
  /// there are none.
  private func wholeNumber(
    _ cell: Span<UInt8>, as kind: ColumnKind
  ) throws(CellFault) -> [UInt8]? {
    let last = cell.count - 1
    let endsInZero = last > 1 && cell[last] == 0x30 && cell[last - 1] == 0x2E
    var isGrouped = false
    if !endsInZero {
      var isRegion = false
      if case .region = kind { isRegion = true }
      for place in cell.indices {
        let byte = cell[place]
        if byte == 0x2C || isRegion && byte &- 0x30 >= 10 { isGrouped = true }
      }
    }
    guard endsInZero || isGrouped else { return nil }
    let folded = try KeyFolding.fold(cell)
    return folded.wasTidied ? Array(folded.text.utf8) : nil
  }

  private mutating func day(_ cell: Span<UInt8>) throws(CellFault) -> Int64 {
    let day = try CalendarDate.read(cell, serials: serials)
    if CalendarDate.isSerial(cell) { notes.noteSerial(cell, day, column, line) }
    return Int64(day.dayNumber)
  }

  private mutating func integer(
    _ cell: Span<UInt8>, as kind: ColumnKind, unit: MoneyUnit?
  ) throws(CellFault) -> Int64 {
    switch kind {
    case .region: return try RegionCode.read(cell).value
    case .day: return try day(cell)
    case .eventDay:
      if CellText.foldedString(cell) == CalendarDate.beginning.description {
        return Int64(CalendarDate.beginning.dayNumber)
      }
      return try day(cell)
    case .year: return Int64(try WholeNumber.readYear(cell))
    case .money: return try Money.read(cell, headerUnit: unit).fen
    case .quantity: return try Quantity.read(cell).thousandths
    case .percent:
      let percent = try Percent.read(cell)
      notes.notePercent(percent, column, line)
      return Int64(percent.hundredths)
    case .wholeNumber: return try WholeNumber.read(cell, in: 0...1_000_000_000)
    case .relation: return try relation(cell)
    case .yesNo: return Int64(try word(YesNo.read(cell)))
    case .coded(let list): return Int64(try code(cell, list))
    default: preconditionFailure("\(kind) is text")
    }
  }

  private mutating func relation(_ cell: Span<UInt8>) throws(CellFault) -> Int64 {
    if let relation = Relation.read(cell, list: nil) { return Int64(relation.code) }
    relationLists.see(cell)
    let number = try? WholeNumber.read(cell, in: 0...99)
    guard let number else { throw .unknownValue }
    notes.note(.numbered, column, line)
    return StagedColumns.relationNumber - number
  }

  private mutating func code(
    _ cell: Span<UInt8>, _ list: ColumnKind.CodedList
  ) throws(CellFault) -> Int {
    switch list {
    case .sex: try word(Sex.read(cell))
    case .householdClass: try word(HouseholdClass.read(cell) ?? numbered(cell))
    case .event: try word(HouseholdEventKind.read(cell))
    case .role: try word(Role.read(cell))
    case .source: try word(FundSource.read(cell))
    case .projectKind: try word(ProjectKind.read(cell))
    case .verdict: try word(Verdict.read(cell))
    case .grade: try word(Grade.read(cell))
    case .bankResult: try word(BankResult.read(cell))
    case .progressKind: try word(ProgressKind.read(cell))
    case .qualifier: try word(Qualifier.read(cell))
    case .level: try word(RegionLevel.read(cell))
    case .area: try word(Area.read(cell))
    case .tier: try word(Tier.read(cell))
    }
  }

  /// A class by its number in the list that is used.
  private mutating func numbered(_ cell: Span<UInt8>) -> HouseholdClass? {
    let list = codes.classes.codes
    guard let number = list.read(cell), let label = list.label(number) else { return nil }
    if CodeList.number(cell) != nil { notes.note(.numbered, column, line) }
    return HouseholdClass.read(label)
  }

  private func word(_ value: (some CodedValue)?) throws(CellFault) -> Int {
    guard let value else { throw .unknownValue }
    return value.rawValue
  }

  private mutating func stageBirthDate(
    _ cell: Span<UInt8>, at slot: Int, into sink: inout some CellSink & ~Copyable
  ) throws(CellFault) -> Int64? {
    let date = try PartialDate.read(cell, serials: serials)
    if PartialDate.isCanonicalDay(cell) {
      sink.set(slot, text: cell)
    } else {
      if case .day(let day) = date, CalendarDate.isSerial(cell) {
        notes.noteSerial(cell, day, column, line)
      }
      if let decimal = PartialDate.monthDecimal(cell) { notes.noteMonth(decimal, column, line) }
      sink.set(slot, text: date.description)
    }
    return date.packed
  }

  private func isWritten(_ text: String, _ cell: Span<UInt8>) -> Bool {
    cell.withUnsafeBytes { $0.elementsEqual(text.utf8) }
  }

  /// Gives the number and, where the writing is not its 18 characters, the writing.
  private mutating func stageResident(
    _ cell: Span<UInt8>, _ verified: Bool, at slot: Int, into sink: inout some CellSink & ~Copyable
  ) throws(CellFault) -> Int64? {
    let reading = try ResidentID.read(cell, verified: verified)
    sink.set(slot, reading.id?.key)
    if reading.isFifteen {
      notes.note(.fifteenDigits, column, line)
      sink.set(slot + 1, text: CellText.foldedString(cell))
    } else {
      sink.setNull(slot + 1)
    }
    if let id = reading.id, id.endsInTripleZero, !reading.isFifteen, reading.properCheck == nil {
      notes.noteZeros(id, column, line)
    }
    return reading.id?.key
  }
}
