import CSV
import Domain

extension FaultPart where Self: RawRepresentable, RawValue: FaultPart {
  func write(to parts: inout PartsWriter) { rawValue.write(to: &parts) }

  static func read(_ parts: inout PartsReader) -> Self {
    guard let value = Self(rawValue: parts.next()) else {
      preconditionFailure("a value that nobody wrote")
    }
    return value
  }
}

extension FaultKind.Reference: FaultPart {}
extension MoneyUnit: FaultPart {}
extension FigureRelation.Kind: FaultPart {}
extension ProjectStep: FaultPart {}

extension FaultKind.PlaceNames: FaultPart {
  func write(to parts: inout PartsWriter) { parts.put(english, chinese) }

  static func read(_ parts: inout PartsReader) -> FaultKind.PlaceNames {
    FaultKind.PlaceNames(english: parts.next(), chinese: parts.next())
  }
}

extension FaultKind.ReversalFault: FaultPart {
  func write(to parts: inout PartsWriter) {
    switch self {
    case .unknown: parts.put(1)
    case .alreadyReversed: parts.put(2)
    case .wrongAmount(let shouldBe): parts.put(3, shouldBe)
    case .beforeReversed(let on): parts.put(4, on)
    case .otherAccounts: parts.put(5)
    case .isReversal: parts.put(6)
    }
  }

  static func read(_ parts: inout PartsReader) -> FaultKind.ReversalFault {
    switch Int.read(&parts) {
    case 1: .unknown
    case 2: .alreadyReversed
    case 3: .wrongAmount(shouldBe: parts.next())
    case 4: .beforeReversed(on: parts.next())
    case 5: .otherAccounts
    case 6: .isReversal
    default: preconditionFailure("a reversal's fault that nobody wrote")
    }
  }
}

extension RungName: FaultPart {
  func write(to parts: inout PartsWriter) {
    parts.put(batch, source, county, project, household, payee, isPaid ? 1 : 0)
  }

  static func read(_ parts: inout PartsReader) -> RungName {
    var rung = RungName(batch: parts.next())
    rung.source = parts.next()
    rung.county = parts.next()
    rung.project = parts.next()
    rung.household = parts.next()
    rung.payee = parts.next()
    rung.isPaid = Int.read(&parts) == 1
    return rung
  }
}

extension PayListFault: FaultPart {
  func write(to parts: inout PartsWriter) {
    switch self {
    case .notOnList(let list): parts.put(1, list)
    case .otherAmount(let shouldBe): parts.put(2, shouldBe)
    case .otherAccount: parts.put(3)
    case .answered(let entry): parts.put(4, entry)
    case .answeredTwice(let line): parts.put(5, line)
    case .paidAlready(let list): parts.put(6, list)
    case .otherDay(let line): parts.put(7, line)
    case .ownList: parts.put(8)
    case .listed(let list, let fen): parts.put(9, list, fen)
    }
  }

  static func read(_ parts: inout PartsReader) -> PayListFault {
    switch Int.read(&parts) {
    case 1: .notOnList(list: parts.next())
    case 2: .otherAmount(shouldBe: parts.next())
    case 3: .otherAccount
    case 4: .answered(entry: parts.next())
    case 5: .answeredTwice(line: parts.next())
    case 6: .paidAlready(list: parts.next())
    case 7: .otherDay(line: parts.next())
    case 8: .ownList
    case 9: .listed(list: parts.next(), fen: parts.next())
    default: preconditionFailure("a pay list's fault that nobody wrote")
    }
  }
}

extension CellFault: FaultPart {
  /// Those that say nothing more.
  private static let plain: [CellFault] = [
    .missing, .masked, .residentIDInName, .unknownValue, .errorText, .nullWord, .lostCharacters,
    .dateForm, .dateNumber, .monthForm, .yearForm, .moneyForm, .quantityForm, .wholeNumberForm,
    .percentForm, .percentRange, .numberRange, .spreadsheetNumber, .regionCodeForm,
    .instalmentsForm,
  ]

  func write(to parts: inout PartsWriter) {
    switch self {
    case .yearAlone(let year): parts.put(101, year)
    case .dateImpossible(let year, let month, let day): parts.put(102, year, month, day)
    case .dateRange(let year): parts.put(103, year)
    case .moneyDecimals(let found, let allowed): parts.put(104, found, allowed)
    case .unitConflict(let header, let cell): parts.put(105, header, cell)
    case .quantityDecimals(let found): parts.put(106, found)
    case .tooLong(let limit): parts.put(107, limit)
    case .residentIDLength(let found): parts.put(108, found)
    case .residentIDCharacter(let place): parts.put(109, place)
    case .residentIDBirthDate(let year, let month, let day): parts.put(110, year, month, day)
    case .checkDigit(let id, let `is`, let shouldBe): parts.put(111, id.key, `is`, shouldBe)
    case .missing, .masked, .residentIDInName, .unknownValue, .errorText, .nullWord,
      .lostCharacters, .dateForm, .dateNumber, .monthForm, .yearForm, .moneyForm, .quantityForm,
      .wholeNumberForm, .percentForm, .percentRange, .numberRange, .spreadsheetNumber,
      .regionCodeForm, .instalmentsForm:
      parts.put(CellFault.plain.firstIndex(of: self) ?? -1)
    }
  }

  static func read(_ parts: inout PartsReader) -> CellFault {
    let tag: Int = parts.next()
    if plain.indices.contains(tag) { return plain[tag] }
    switch tag {
    case 101: return .yearAlone(year: parts.next())
    case 102: return .dateImpossible(year: parts.next(), month: parts.next(), day: parts.next())
    case 103: return .dateRange(year: parts.next())
    case 104: return .moneyDecimals(found: parts.next(), allowed: parts.next())
    case 105: return .unitConflict(header: parts.next(), cell: parts.next())
    case 106: return .quantityDecimals(found: parts.next())
    case 107: return .tooLong(limit: parts.next())
    case 108: return .residentIDLength(found: parts.next())
    case 109: return .residentIDCharacter(place: parts.next())
    case 110:
      return .residentIDBirthDate(year: parts.next(), month: parts.next(), day: parts.next())
    case 111:
      guard let id = ResidentID(key: parts.next()) else { break }
      return .checkDigit(id: id, is: parts.next(), shouldBe: parts.next())
    default: break
    }
    preconditionFailure("a cell's fault that nobody wrote: \(tag)")
  }
}

extension CSVFault {
  /// Nil where the reading ends with it, so that there is one such fault in a file.
  var rowParts: RowParts? { endsReading ? nil : RowParts(fault: self) }

  struct RowParts: FaultPart {
    let fault: CSVFault

    private static let encodings = Array(TextEncoding.allCases)

    func write(to parts: inout PartsWriter) {
      switch fault.kind {
      case .strayQuote: parts.put(1)
      case .textAfterQuote: parts.put(2)
      case .nul: parts.put(3)
      case .invalidBytes(let encoding):
        parts.put(4, RowParts.encodings.firstIndex(of: encoding) ?? -1)
      case .ragged(let expected, let found): parts.put(5, expected, found)
      case .unclosedQuote, .recordTooLong, .tooManyCells, .source:
        preconditionFailure("a fault that ends the reading is no row's")
      }
      parts.put(fault.record, fault.line, fault.column, fault.byteOffset)
    }

    static func read(_ parts: inout PartsReader) -> RowParts {
      let kind: CSVFault.Kind
      switch Int.read(&parts) {
      case 1: kind = .strayQuote
      case 2: kind = .textAfterQuote
      case 3: kind = .nul
      case 4: kind = .invalidBytes(encodings[parts.next()])
      case 5: kind = .ragged(expected: parts.next(), found: parts.next())
      default: preconditionFailure("a record's fault that nobody wrote")
      }
      return RowParts(
        fault: CSVFault(
          kind: kind, record: parts.next(), line: parts.next(), column: parts.next(),
          byteOffset: parts.next()))
    }
  }
}

extension Notice {
  /// Nil of what is noticed of a column or of the file.
  var rowParts: RowParts? {
    var parts = PartsWriter()
    return write(to: &parts) ? RowParts(notice: self) : nil
  }

  struct RowParts: FaultPart {
    let notice: Notice

    func write(to parts: inout PartsWriter) { _ = notice.write(to: &parts) }

    static func read(_ parts: inout PartsReader) -> RowParts {
      RowParts(notice: Notice.readRow(&parts))
    }
  }

  private func write(to parts: inout PartsWriter) -> Bool {
    switch self {
    case .endsInZeros: parts.put(1)
    case .personAlike(let line): parts.put(2, line)
    case .farAhead: parts.put(3)
    case .begunAfterEnd(let endedOn): parts.put(4, endedOn)
    case .endedBefore(let names, let first): parts.put(5, names, first)
    case .cancelledAfterAcceptance(let acceptedOn): parts.put(6, acceptedOn)
    case .villageNotYet(let since): parts.put(7, since)
    case .allowanceOverlaps(let line, let since, let until): parts.put(8, line, since, until)
    case .stale(let event, let on, let cells): parts.put(9, event, on, cells)
    case .namesake(let household, let line): parts.put(10, household, line)
    case .nearNumber(let number, let line): parts.put(11, number, line)
    case .moneyAtEnd(let household, let fen): parts.put(12, household, fen)
    case .doubledAccount(let own, let household, let line): parts.put(13, own, household, line)
    case .sharedAccount(let own, let household): parts.put(14, own, household)
    case .onPayList(let money, let list, let fen): parts.put(18, money, list, fen)
    case .staffLeft(let staff, let leftOn, let household):
      parts.put(16, staff, leftOn, household)
    case .beyondInstalments(let money, let rule, let allowed, let paid):
      parts.put(15, money, rule, allowed, paid)
    case .figuresDisagree(let name, let chinese, let relation, let stated, let computed):
      parts.put(17, name, chinese, relation, stated, computed)
    case .nearFund(let names): parts.put(19, names)
    case .otherDocument(let document, let source, let line): parts.put(20, document, source, line)
    case .projectOver(let project, let step, let on, let household):
      parts.put(21, project, step, on, household)
    case .postedElsewhere(let project, let county): parts.put(22, project, county)
    case .beforeDraw(let inspection, let drawnOn): parts.put(23, inspection, drawnOn)
    default: return false
    }
    return true
  }

  private static func readRow(_ parts: inout PartsReader) -> Notice {
    switch Int.read(&parts) {
    case 1: .endsInZeros
    case 2: .personAlike(firstLine: parts.next())
    case 3: .farAhead
    case 4: .begunAfterEnd(endedOn: parts.next())
    case 5: .endedBefore(parts.next(), first: parts.next())
    case 6: .cancelledAfterAcceptance(acceptedOn: parts.next())
    case 7: .villageNotYet(since: parts.next())
    case 8: .allowanceOverlaps(line: parts.next(), since: parts.next(), until: parts.next())
    case 9: .stale(event: parts.next(), on: parts.next(), cells: parts.next())
    case 10: .namesake(household: parts.next(), line: parts.next())
    case 11: .nearNumber(parts.next(), line: parts.next())
    case 12: .moneyAtEnd(household: parts.next(), fen: parts.next())
    case 13: .doubledAccount(of: parts.next(), household: parts.next(), line: parts.next())
    case 14: .sharedAccount(of: parts.next(), household: parts.next())
    case 16:
      .staffLeft(staff: parts.next(), leftOn: parts.next(), household: parts.next())
    case 15:
      .beyondInstalments(
        parts.next(), rule: parts.next(), allowed: parts.next(), paid: parts.next())
    case 17:
      .figuresDisagree(
        name: parts.next(), chinese: parts.next(), relation: parts.next(), stated: parts.next(),
        computed: parts.next())
    case 18: .onPayList(parts.next(), list: parts.next(), fen: parts.next())
    case 19: .nearFund(parts.next())
    case 20: .otherDocument(parts.next(), source: parts.next(), line: parts.next())
    case 21:
      .projectOver(
        project: parts.next(), step: parts.next(), on: parts.next(), household: parts.next())
    case 22: .postedElsewhere(project: parts.next(), county: parts.next())
    case 23: .beforeDraw(inspection: parts.next(), drawnOn: parts.next())
    default: preconditionFailure("a notice that nobody wrote")
    }
  }
}
