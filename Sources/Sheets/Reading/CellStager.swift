import Domain

/// Reads a cell as its column's kind and gives the value to a sink.
struct CellStager {
  /// Relations written as numbers are staged as this less the number, until the whole file has told which
  /// list they are of.
  static let relationNumber: Int64 = -1_000

  var relationLists = RelationListChooser()
  let codes: CodeChoice
  var notes: ReadingNotes
  /// What `notes` calls the cell: its column in the sheet, and the row's line.
  var column = 0
  var line = 0

  /// By column of the sheet.
  private var memos: [CellMemo]

  init(_ sheet: Sheet, codes: CodeChoice) {
    self.codes = codes
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
    if kind.isFolded, ReadingNotes.isFullWidth(cell) { notes.note(.fullWidth, column, line) }
    switch kind {
    case .text, .labelled(_), .identifier, .personName, .phone, .account, .fund:
      try stageText(cell, as: kind, at: slot, into: &sink)
      return nil
    case .birthDate: return try stageBirthDate(cell, at: slot, into: &sink)
    case .residentID:
      return try stageResident(cell, verified, at: slot, into: &sink)
    default:
      let value = try integer(cell, as: kind, unit: unit)
      sink.set(slot, value)
      return value
    }
  }

  private mutating func day(_ cell: Span<UInt8>) throws(CellFault) -> Int64 {
    let day = try CalendarDate.read(cell, excelSerials: true)
    if ReadingNotes.isSerial(cell, yearsTaken: false) { notes.note(.excelSerial, column, line) }
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
    case .percent: return Int64(try Percent.read(cell).hundredths)
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
    return CellStager.relationNumber - number
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

  private mutating func stageText(
    _ cell: Span<UInt8>, as kind: ColumnKind, at slot: Int,
    into sink: inout some CellSink & ~Copyable
  ) throws(CellFault) {
    switch kind {
    case .identifier:
      if CellText.isSpreadsheetNumber(cell) { throw .spreadsheetNumber }
      if CellText.isPlain(cell) {
        sink.set(slot, text: cell)
      } else {
        sink.set(slot, text: CellText.foldedString(cell))
      }
    case .personName:
      if NameFolding.isFolded(cell) {
        sink.set(slot, text: cell)
      } else {
        notes.note(.name, column, line)
        sink.set(slot, text: NameFolding.fold(cell))
      }
    case .phone, .account:
      guard !CellText.isMissingWord(cell) else { return sink.setNull(slot) }
      if CellStager.isMasked(cell) { throw .masked }
      if CellText.isSpreadsheetNumber(cell) { throw .spreadsheetNumber }
      sink.set(slot, text: cell.extracting(CellText.text(cell, beforeDigits: true)))
    case .fund:
      guard let fund = Fund.read(cell) else { throw .missing }
      sink.set(slot, text: fund.name)
    case .labelled(let list):
      sink.set(slot, text: label(cell, list))
    default:
      sink.set(slot, text: cell.extracting(CellText.text(cell)))
    }
  }

  private mutating func stageBirthDate(
    _ cell: Span<UInt8>, at slot: Int, into sink: inout some CellSink & ~Copyable
  ) throws(CellFault) -> Int64? {
    let date = try PartialDate.read(cell, excelSerials: true)
    if ReadingNotes.isSerial(cell, yearsTaken: true) { notes.note(.excelSerial, column, line) }
    if PartialDate.isCanonicalDay(cell) {
      sink.set(slot, text: cell)
    } else {
      sink.set(slot, text: date.description)
    }
    return date.packed
  }

  private mutating func label(_ cell: Span<UInt8>, _ labels: ColumnKind.LabelList) -> String {
    let list = list(labels)
    guard let code = list.read(cell), let label = list.label(code) else {
      return CellText.string(cell)
    }
    if CodeList.number(cell) != nil { notes.note(.numbered, column, line) }
    return label
  }

  private func isWritten(_ text: String, _ cell: Span<UInt8>) -> Bool {
    cell.withUnsafeBytes { $0.elementsEqual(text.utf8) }
  }

  private func list(_ labels: ColumnKind.LabelList) -> CodeList {
    switch labels {
    case .education: .education
    case .health: .health
    case .labour: .labour
    case .cause: codes.cause
    }
  }

  private static func isMasked(_ cell: Span<UInt8>) -> Bool {
    for index in cell.indices where cell[index] == UInt8(ascii: "*") { return true }
    return false
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
