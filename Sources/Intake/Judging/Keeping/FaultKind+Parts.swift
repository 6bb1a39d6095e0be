import CSV
import Domain

// What is at fault in a row, as bytes and back: a number for the kind, then what it says. A file has as many
// of these as it has rows. What is at fault in a file as a whole is not among them.

extension FaultKind {
  /// Nil of what is at fault in the file as a whole.
  package var parts: [UInt8]? {
    var parts = PartsWriter()
    guard writeCell(to: &parts) || writeLife(to: &parts) || writeMoney(to: &parts) else {
      return nil
    }
    return parts.bytes
  }

  /// - Parameter bytes: what ``parts`` gave.
  package init(parts bytes: [UInt8]) {
    var parts = PartsReader(bytes)
    let tag: Int = parts.next()
    guard
      let kind = FaultKind.readCell(tag, &parts) ?? FaultKind.readLife(tag, &parts)
        ?? FaultKind.readMoney(tag, &parts)
    else { preconditionFailure("a kind of fault that nobody wrote: \(tag)") }
    self = kind
  }

  private func writeCell(to parts: inout PartsWriter) -> Bool {
    switch self {
    case .unreadable(let fault):
      guard let row = fault.rowParts else { return false }
      parts.put(1, row)
    case .cellsMissing(let headers, let found, let expected):
      parts.put(2, headers, found, expected)
    case .cell(let fault, let allowed): parts.put(3, fault, allowed)
    case .measureDisagrees(let header): parts.put(4, header)
    case .wrongLevel: parts.put(6)
    case .sexDisagrees: parts.put(7)
    case .birthDateDisagrees(let written): parts.put(8, written)
    case .notAfter(let column, let value): parts.put(9, column, value)
    case .notBefore(let column, let value): parts.put(10, column, value)
    case .notCumulative(let column, let value): parts.put(11, column, value)
    case .needsOneOf(let columns): parts.put(12, columns)
    case .excludes(let column): parts.put(13, column)
    case .totalIsNotSum(let sum): parts.put(14, sum)
    case .amountIsZero: parts.put(15)
    case .isNegative: parts.put(16)
    case .notPositive: parts.put(17)
    case .aboveTotal(let column, let value): parts.put(18, column, value)
    case .belowMonth(let column, let value): parts.put(19, column, value)
    case .notNumber(let unit): parts.put(20, unit)
    case .inFuture: parts.put(21)
    case .notice(let notice):
      guard let row = notice.rowParts else { return false }
      parts.put(22, row)
    default: return false
    }
    return true
  }

  private static func readCell(_ tag: Int, _ parts: inout PartsReader) -> FaultKind? {
    switch tag {
    case 1: .unreadable((parts.next() as CSVFault.RowParts).fault)
    case 2: .cellsMissing(parts.next(), found: parts.next(), expected: parts.next())
    case 3: .cell(parts.next(), allowed: parts.next())
    case 4: .measureDisagrees(header: parts.next())
    case 6: .wrongLevel
    case 7: .sexDisagrees
    case 8: .birthDateDisagrees(written: parts.next())
    case 9: .notAfter(column: parts.next(), value: parts.next())
    case 10: .notBefore(column: parts.next(), value: parts.next())
    case 11: .notCumulative(column: parts.next(), value: parts.next())
    case 12: .needsOneOf(parts.next())
    case 13: .excludes(column: parts.next())
    case 14: .totalIsNotSum(shouldBe: parts.next())
    case 15: .amountIsZero
    case 16: .isNegative
    case 17: .notPositive
    case 18: .aboveTotal(column: parts.next(), value: parts.next())
    case 19: .belowMonth(column: parts.next(), value: parts.next())
    case 20: .notNumber(unit: parts.next())
    case 21: .inFuture
    case 22: .notice((parts.next() as Notice.RowParts).notice)
    default: nil
    }
  }

  private func writeLife(to parts: inout PartsWriter) -> Bool {
    switch self {
    case .unknown(let reference, let nearest): parts.put(30, reference, nearest)
    case .noneYet(let reference): parts.put(31, reference)
    case .sourceLacking(let batch, let sources): parts.put(32, batch, sources)
    case .outsideOffice(let region, let office, let place):
      parts.put(33, region, office, place)
    case .ambiguousPlace(let candidates): parts.put(34, candidates)
    case .otherCounty(let own, let other): parts.put(35, own, other)
    case .datedHistory(let event, let on): parts.put(36, event, on)
    case .personElsewhere(let household, let own): parts.put(37, household, own)
    case .severalNamesakes(let count): parts.put(38, count)
    case .numberUsed(let entry): parts.put(39, entry)
    case .beforeEnrolment(let enrolledOn): parts.put(40, enrolledOn)
    case .afterEnd(let endedOn): parts.put(41, endedOn)
    case .nothingToWithdraw: parts.put(42)
    case .stands(let differing): parts.put(43, differing)
    case .isResidentID: parts.put(44)
    case .notYetStanding(let since): parts.put(45, since)
    case .householdStands(let since): parts.put(46, since)
    case .sameHousehold: parts.put(47)
    case .alreadyHead(let since): parts.put(48, since)
    case .notMember(let joinedOn, let leftOn): parts.put(49, joinedOn, leftOn)
    case .laterEvent(let event, let on, let other): parts.put(50, event, on, other)
    case .sameDayEvent(let event): parts.put(51, event)
    case .joinsLater(let on): parts.put(52, on)
    case .changedSince(let household): parts.put(53, household)
    case .repeatedKey(let line): parts.put(54, line)
    case .disagreesWithRow(let line): parts.put(55, line)
    case .noHead: parts.put(56)
    case .secondHead(let line, let name, let leavesOn): parts.put(57, line, name, leavesOn)
    case .headStands(let name, let leftOn): parts.put(58, name, leftOn)
    case .personTwice(let household, let own, let line): parts.put(59, household, own, line)
    case .periodsOverlap(let line, let since, let until, let holder):
      parts.put(60, line, since, until, holder)
    case .noneOfCounty(let reference, let county): parts.put(61, reference, county)
    case .leaveThatDay(let people): parts.put(62, people)
    default: return false
    }
    return true
  }

  private static func readLife(_ tag: Int, _ parts: inout PartsReader) -> FaultKind? {
    switch tag {
    case 30: .unknown(parts.next(), nearest: parts.next())
    case 31: .noneYet(parts.next())
    case 32: .sourceLacking(batch: parts.next(), sources: parts.next())
    case 33: .outsideOffice(region: parts.next(), office: parts.next(), place: parts.next())
    case 34: .ambiguousPlace(candidates: parts.next())
    case 35: .otherCounty(own: parts.next(), other: parts.next())
    case 36: .datedHistory(event: parts.next(), on: parts.next())
    case 37: .personElsewhere(household: parts.next(), own: parts.next())
    case 38: .severalNamesakes(count: parts.next())
    case 39: .numberUsed(entry: parts.next())
    case 40: .beforeEnrolment(enrolledOn: parts.next())
    case 41: .afterEnd(endedOn: parts.next())
    case 42: .nothingToWithdraw
    case 43: .stands(parts.next())
    case 44: .isResidentID
    case 45: .notYetStanding(since: parts.next())
    case 46: .householdStands(since: parts.next())
    case 47: .sameHousehold
    case 48: .alreadyHead(since: parts.next())
    case 49: .notMember(joinedOn: parts.next(), leftOn: parts.next())
    case 50: .laterEvent(event: parts.next(), on: parts.next(), other: parts.next())
    case 51: .sameDayEvent(event: parts.next())
    case 52: .joinsLater(on: parts.next())
    case 53: .changedSince(household: parts.next())
    case 54: .repeatedKey(firstLine: parts.next())
    case 55: .disagreesWithRow(line: parts.next())
    case 56: .noHead
    case 57: .secondHead(firstLine: parts.next(), name: parts.next(), leavesOn: parts.next())
    case 58: .headStands(name: parts.next(), leftOn: parts.next())
    case 59: .personTwice(household: parts.next(), own: parts.next(), line: parts.next())
    case 60:
      .periodsOverlap(
        line: parts.next(), since: parts.next(), until: parts.next(), holder: parts.next())
    case 61: .noneOfCounty(parts.next(), parts.next())
    case 62: .leaveThatDay(people: parts.next())
    default: nil
    }
  }

  private func writeMoney(to parts: inout PartsWriter) -> Bool {
    switch self {
    case .needsSource(let batch, let sources): parts.put(70, batch, sources)
    case .stepSkipped(let missing): parts.put(71, missing)
    case .projectCounty(let county): parts.put(72, county)
    case .notPassed(let verdict): parts.put(73, verdict)
    case .openObjection(let project, let village): parts.put(74, project, village)
    case .restedOn(let project): parts.put(75, project)
    case .dependedOn(let facts, let entries): parts.put(76, facts, entries)
    case .overdrawn(let rung, let day, let holds, let asked):
      parts.put(77, rung, day, holds, asked)
    case .notApproved(let project, let approvedOn): parts.put(78, project, approvedOn)
    case .cancelled(let project, let cancelledOn): parts.put(79, project, cancelledOn)
    case .otherFund(let project, let fund, let batchFund):
      parts.put(80, project, fund, batchFund)
    case .reversal(let fault): parts.put(81, fault)
    case .rule(let name, let day): parts.put(82, name, day)
    case .payList(let fault): parts.put(83, fault)
    case .equalMovement(let number): parts.put(84, number)
    case .notSentBack(let verdict, let on): parts.put(85, verdict, on)
    case .moneyStands(let project, let money): parts.put(86, project, money)
    case .stepStands(let standing): parts.put(87, standing)
    default: return false
    }
    return true
  }

  private static func readMoney(_ tag: Int, _ parts: inout PartsReader) -> FaultKind? {
    switch tag {
    case 70: .needsSource(batch: parts.next(), sources: parts.next())
    case 71: .stepSkipped(missing: parts.next())
    case 72: .projectCounty(parts.next())
    case 73: .notPassed(verdict: parts.next())
    case 74: .openObjection(project: parts.next(), village: parts.next())
    case 75: .restedOn(project: parts.next())
    case 76: .dependedOn(facts: parts.next(), entries: parts.next())
    case 77:
      .overdrawn(parts.next(), day: parts.next(), holds: parts.next(), asked: parts.next())
    case 78: .notApproved(project: parts.next(), approvedOn: parts.next())
    case 79: .cancelled(project: parts.next(), cancelledOn: parts.next())
    case 80: .otherFund(project: parts.next(), fund: parts.next(), batchFund: parts.next())
    case 81: .reversal(parts.next())
    case 82: .rule(parts.next(), day: parts.next())
    case 83: .payList(parts.next())
    case 84: .equalMovement(number: parts.next())
    case 85: .notSentBack(verdict: parts.next(), on: parts.next())
    case 86: .moneyStands(project: parts.next(), parts.next())
    case 87: .stepStands(parts.next())
    default: nil
    }
  }
}
