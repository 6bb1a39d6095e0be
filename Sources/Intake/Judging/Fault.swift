import CSV
import Domain

/// One thing wrong with a file, and where.
package struct Fault: Sendable, Equatable {
  /// Physical line, 1-based; 0 where the whole file is at fault.
  package let line: Int
  /// The sheet's column, nil where the row or the file is at fault.
  package let column: String?
  /// The cell as written, masked where it is personal, and its beginning where it holds pages; nil where
  /// no one cell is at fault.
  package let value: String?
  package let kind: FaultKind

  package init(line: Int, column: String?, value: String? = nil, _ kind: FaultKind) {
    self.line = line
    self.column = column
    self.value = value.map(Fault.beginning)
    self.kind = kind
  }

  /// A file may have a hundred thousand faults, and each of their cells may hold megabytes.
  private static let longestValue = 1_000

  private static func beginning(_ text: String) -> String {
    text.utf8.count <= longestValue
      ? text : String(text.unicodeScalars.prefix(longestValue / 4)) + "…"
  }
}

/// What is wrong: facts. `FaultWording` makes the words.
package enum FaultKind: Sendable, Equatable {
  // The file as CSV.
  case unreadable(CSVFault)
  /// A file of a folder that cannot be opened.
  case unopened(UnopenedFile)
  /// No CSV at all.
  case notCSV(FileNature)
  /// A row that lacks only cells at its end: the headers of those, as written.
  case cellsMissing([String], found: Int, expected: Int)
  case noHeader
  case unknownSheet(HeaderMismatch)
  /// A header among the rows, of another sheet or with other columns.
  case secondHeader
  /// Words beside a column's name: of a meaning that the column does not take, or of none that is known.
  case headerWords(String, isKnown: Bool)
  /// Header and title give a column's amounts different units.
  case unitsDisagree([MoneyUnit])
  /// Relations read by a list give so many of the new households no head or two.
  case doubtfulCodes(list: String, wrong: Int, households: Int)
  /// All numbers of more than fifteen digits in a column, so many at least, have zeros from the sixteenth on.
  case digitsLost(numbers: Int)
  /// No fault, but something a receipt tells.
  case notice(Notice)

  // One cell or row.
  case cell(CellFault, allowed: [String])
  /// The header says what its quantities count, and the row's own unit does not.
  case measureDisagrees(header: String)
  case wrongLevel
  case sexDisagrees
  case birthDateDisagrees(written: String)
  /// The column's day is not after the other's.
  case notAfter(column: String, value: String)
  case notBefore(column: String, value: String)
  /// Persons by the end of a month, fewer than by the end of the earlier one.
  case notCumulative(column: String, value: String)
  case needsOneOf([String])
  case excludes(column: String)
  case totalIsNotSum(shouldBe: Int64)
  case amountIsZero
  /// An amount or quantity below zero where none can be.
  case isNegative
  /// Zero or less where only more can be.
  case notPositive
  /// A part above the whole that another column gives.
  case aboveTotal(column: String, value: String)
  /// A whole below a part that stands: the part's column and value.
  case belowMonth(column: String, value: String)
  /// Words where the indicator's unit asks for a number.
  case notNumber(unit: String)
  case inFuture

  // Against the register.
  case unknown(Reference, nearest: [String])
  /// The register holds nothing of the kind: its whole sheet is still to come.
  case noneYet(Reference)
  /// The register holds nothing of the kind of a county, whose the number is: its sheet is still to come.
  case noneOfCounty(Reference, Int64)
  /// The batch has money, and none of the source; what it has, by the English keys.
  case sourceLacking(batch: String, sources: [String])
  /// The place's own and its county's names, as far as they are known.
  case outsideOffice(region: Int64, office: Int64, place: PlaceNames? = nil)
  case ambiguousPlace(candidates: [String])
  case otherCounty(own: Int64, other: Int64)
  case datedHistory(event: String, on: Int32)
  /// Of another household than the row's own.
  case personElsewhere(household: String, own: String)
  case severalNamesakes(count: Int)
  case numberUsed(entry: Int64)
  /// A movement without a number of its own that equals one of the same day.
  case equalMovement(number: String)
  case beforeEnrolment(enrolledOn: Int32?)
  case afterEnd(endedOn: Int32)
  case nothingToWithdraw
  /// A command that only adds met a standing fact of the same key with other values: what stands in each
  /// column that differs; none where no one column gives what differs.
  case stands([StandingValue])
  /// A resident ID stands where a new household or official gets a number.
  case isResidentID

  // Against the life of the household.
  /// The household stands only since a later day.
  case notYetStanding(since: Int32)
  /// The split's new household stands already.
  case householdStands(since: Int32)
  case sameHousehold
  case alreadyHead(since: Int32)
  /// A person of the household who is no member on the day: joins only later, or left before.
  case notMember(joinedOn: Int32?, leftOn: Int32?)
  /// An event that stands rests on things being otherwise than the row says: on who was a member, on who was
  /// head, on the household's not having ended. With the other household of a split or merge.
  case laterEvent(event: String, on: Int32, other: String?)
  /// Another event of that kind is told of that day.
  case sameDayEvent(event: String)
  /// Somebody joins the household on or after the day on which it would end.
  case joinsLater(on: Int32)
  /// People leave the household on the day of its merge, and come into no other one: their names.
  case leaveThatDay(people: [String])
  /// What the event made was changed or built upon since, in that household.
  case changedSince(household: String)
  /// The batch has several sources, and the row names none; what it has, by the English keys.
  case needsSource(batch: String, sources: [String])
  case stepSkipped(missing: String)
  /// The project is closed, cancelled, rejected or too far on for the row's step.
  case stepStands(StandingStep)
  /// Another county's than the project's.
  case projectCounty(Int64)
  /// A project is approved whose review did not pass it; the verdict's English key.
  case notPassed(verdict: String)
  /// A further review follows one that did not send the project back; its verdict's English key and day.
  case notSentBack(verdict: String?, on: Int32)
  /// A project is approved to which an objection stands unanswered.
  case openObjection(project: String, village: Int64)
  /// What stands in the register rests on the fact that is to be withdrawn.
  case restedOn(project: String)
  /// What stands in the register rests on the fact that is to be withdrawn: tables, and the entries.
  case dependedOn(facts: [String], entries: [Int64])

  // Against other rows of the file.
  case repeatedKey(firstLine: Int)
  case disagreesWithRow(line: Int)
  case noHead
  /// Another row's head, by name, or one of several in the row itself; the day on which both leave, where they
  /// do.
  case secondHead(firstLine: Int, name: String, leavesOn: Int32? = nil)
  /// Another head than the one who stands, whom the file gives no other relation; the day on which the person
  /// named leaves, where that is not after him.
  case headStands(name: String, leftOn: Int32? = nil)
  case personTwice(household: String, own: String, line: Int)
  /// With the official whose period it is, where it is one's.
  case periodsOverlap(line: Int?, since: Int32, until: Int32, holder: String? = nil)

  // The file as the whole county.
  case severalCounties([Int64])
  case completeIsRoster

  // The ladder and the projects' rules, as the register judges them.
  /// What the rung holds at the end of the day without the rows at fault, and what the row asks of it, in fen.
  case overdrawn(RungName, day: Int32, holds: Int64, asked: Int64)
  case payList(PayListFault)
  case notApproved(project: String, approvedOn: Int32?)
  case cancelled(project: String, cancelledOn: Int32)
  /// A project's approval or cancellation that money which stands gainsays: the movement nearest to it.
  case moneyStands(project: String, StandingMoney)
  case otherFund(project: String, fund: String, batchFund: String)
  case reversal(ReversalFault)
  /// A rule of the register that has no words of its own here.
  case rule(String, day: Int32?)

  /// A place in words: `Ala Town, Fenghuang County`.
  package struct PlaceNames: Sendable, Equatable {
    package let english: String
    package let chinese: String

    package init(english: String, chinese: String) {
      self.english = english
      self.chinese = chinese
    }
  }

  /// What a cell may refer to.
  package enum Reference: String, Sendable, Equatable, CaseIterable {
    case household, staff, project, batch, inspection, region, movement, voucher, member, paylist

    /// The sheet that brings them; nil where none does, or the register has them from its beginning.
    package var sheet: Sheet? {
      switch self {
      case .household: .roster
      case .staff: .staff
      case .project: .projects
      case .batch: .batches
      case .paylist: .payLists
      case .inspection, .region, .movement, .voucher, .member: nil
      }
    }
  }

  package enum ReversalFault: Sendable, Equatable {
    case unknown
    case alreadyReversed
    case wrongAmount(shouldBe: Int64)
    case beforeReversed(on: Int32)
    case otherAccounts
    case isReversal
  }
}
