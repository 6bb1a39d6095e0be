import CSV
import Domain
import Intake

extension FaultWording {
  func english(_ kind: FaultKind, column: String?) -> String {
    switch kind {
    case .unreadable(let fault): englishCSV(fault)
    case .unopened(let fault): englishUnopened(fault)
    case .notCSV(let nature): englishNature(nature)
    case .cellsMissing(let columns, let found, let expected):
      englishMissing(columns, found, expected)
    case .noHeader:
      "no header row was found in the first rows; the header must hold the columns of a sheet, see “sixpoint template SHEET”"
    case .unknownSheet(let mismatch): englishMismatch(mismatch)
    case .secondHeader:
      "a second header stands here, among the rows: the file holds two sheets; save each as a file of its own"
    case .headerWords(let words, let isKnown): englishHeader(words, isKnown, column)
    case .unitsDisagree(let units):
      "the header and the rows around it give different units: \(units.map(\.chinese).joined(separator: ", ")); keep one"
    case .measureDisagrees(let measure):
      "the header says that the quantity counts \(measure), and the unit of this row does not; write \(measure) in unit, or take it out of the header"
    case .doubtfulCodes(let list, let wrong, let households):
      "read by the list \(list), the relations give \(wrong) of \(households) households no head or several; name the list with --codes (\(CodeChoice.names.filter { $0.hasPrefix("relation") }.joined(separator: " or "))), or write the relations in words"
    case .digitsLost(let numbers):
      "a spreadsheet destroyed the column: \(numbers) numbers and more of over fifteen digits, and all have zeros from the sixteenth digit on; take them from the original, format the column as text before typing them in, and save again; where they are so, say why with --digits-kept"
    case .notice(let notice): english(notice)
    case .cell(let fault, let allowed): englishCell(fault, allowed: allowed, column: column)
    case .wrongLevel: "a place of the wrong level; \(englishLevel(column))"
    case .sexDisagrees:
      "differs from the resident ID, whose 17th character is odd for male and even for female; correct one of the two"
    case .birthDateDisagrees:
      "differs from the resident ID, whose characters 7 to 14 are the birth date; correct one of the two"
    case .notAfter(let other, let value):
      "must lie after \(name(other)) (\(FaultWording.shortened(value))); correct one of the two"
    case .notBefore(let other, let value):
      "lies before \(name(other)) (\(FaultWording.shortened(value))); correct one of the two"
    case .notCumulative(let other, let value):
      "is less than \(name(other)) (\(FaultWording.shortened(value))); write the persons from January to the end of each month"
    case .needsOneOf(let columns) where columns.count == 1:
      "\(name(columns[0])) is needed; fill it in"
    case .needsOneOf(let columns):
      "one of \(names(columns, ", ")) is needed; fill one in"
    case .excludes(let other): "cannot stand together with \(name(other)); keep one of the two"
    case .totalIsNotSum(let sum):
      "is not the sum of its parts, which is \(FaultWording.yuan(sum)); correct the total or the parts"
    case .amountIsZero:
      "an amount of zero moves nothing; \(remedy("give the amount or take the row out", command: "give the amount"))"
    case .inFuture: "a day in the future; give the day on which it happened"
    case .unknown(let reference, let nearest):
      "no such \(englishReference(reference)) in the register\(englishMeant(nearest, else: englishSource(reference)))"
    case .noneOfCounty(let reference, let county):
      "no \(reference == .region ? "village" : englishReference(reference)) of county \(county) is in the register; \(remedy("import that county's \(sheetName(reference)) first, or correct the number", command: englishSource(reference)))"
    case .noneYet(let reference):
      "the register holds no \(englishReference(reference)) yet; \(remedy("import the sheet \(sheetName(reference)) first, then this file again", command: englishSource(reference)))"
    case .sourceLacking(let batch, let sources):
      "batch \(FaultWording.shortened(batch)) has no money of this source; it has \(words(of: "source", sources, ", "))"
    case .outsideOffice(let region, let office, let place):
      "\(region) lies outside \(office), whose register or county this is; send the row to the county it belongs to\(place.map { " (\($0.english))" } ?? "")"
    case .ambiguousPlace(let candidates):
      candidates.isEmpty
        ? "no place of this name in the county; give \(remedy(name("village_code"), command: "its code"))"
        : "several places bear this name: \(FaultWording.listed(candidates, ", ")); give \(remedy(name("village_code"), command: "its code"))"
    case .otherCounty(let own, let other):
      "the household stands in county \(other) and the row says county \(own); correct \(name("household_no")) or \(name("village_code"))"
    case .datedHistory(let event, let day):
      "differs from what stands since the \(event) of \(FaultWording.day(day)); \(remedy("leave the cell empty, or send a household_events row", command: "leave it out, or see “sixpoint \(changing(column))”"))"
    case .personElsewhere(let household, let own):
      "is an active member of household \(household), and household \(own) claims the person; let one give the person up first (\(remedy(name("left_on"), command: "“sixpoint member leave”"))), or correct the ID"
    case .severalNamesakes(let count):
      "\(count) members of this name stand in the household; give \(name("birth_date")) or \(name("resident_id")) to tell them apart"
    case .numberUsed(let entry):
      "this number was used by entry \(entry) with other values; use a new number, or reverse the first"
    case .equalMovement(let number):
      "movement \(number) of the same day says the same; if it is another, add --again, or give it a number of its own"
    case .beforeEnrolment(let day):
      day.map {
        "lies before the household's enrolment on \(FaultWording.day($0)); correct the day"
      }
        ?? "the household is not enrolled; \(remedy("give enrolled_on in the roster first", command: "enrol it first with “sixpoint enrol”"))"
    case .afterEnd(let day):
      "the household ended on \(FaultWording.day(day)); correct the day or the household"
    case .stands(let differing): englishStands(differing)
    case .nothingToWithdraw: "no standing fact answers to this row; check its key columns"
    case .isResidentID:
      "is a resident ID, or holds one, which is no number for a household or an official; give the number of its own"
    case .isNegative: "below zero; give an amount of zero or more"
    case .notPositive: "zero or less; give an amount above zero"
    case .aboveTotal(let other, let value):
      "is more than \(name(other)) (\(FaultWording.shortened(value))), the whole year's; correct one of the two"
    case .belowMonth(let other, let value):
      "is less than \(name(other)) that stands (\(FaultWording.shortened(value))); correct one of the two, or empty the month with (clear)"
    case .notNumber(let unit):
      "is no number, and the unit is “\(FaultWording.shortened(unit))”; give a number without words, or the unit date, document number or text"
    case .notYetStanding(let day):
      "the household stands only since \(FaultWording.day(day)); correct the day or the household"
    case .householdStands(let day):
      "the household is registered already\(day == DayPeriod.firstDay ? "" : ", since \(FaultWording.day(day))"); give the new household a number of its own"
    case .sameHousehold: "the same household as in \(name("household_no")); name the other one"
    case .alreadyHead(let day):
      day == DayPeriod.firstDay
        ? "is head already; \(remedy("take the row out", command: "name another person"))"
        : "is head since \(FaultWording.day(day)) already; \(remedy("take the row out", command: "name another person"))"
    case .notMember(let joined, let left):
      "is no member of the household on this day"
        + (joined.map { ", joining only on \(FaultWording.day($0))" } ?? "")
        + (left.map { ", having left on \(FaultWording.day($0))" } ?? "")
        + "; correct the day or the person"
    case .laterEvent(let event, let day, let other):
      "the \(event) of \(FaultWording.day(day))\(other.map { " (household \($0))" } ?? "") stands, and this would change what it rests on; withdraw it first"
    case .sameDayEvent(let event):
      "another \(event) of this household is told of the same day; keep one of the two"
    case .joinsLater(let day):
      "somebody joins the household on \(FaultWording.day(day)), on or after its end; correct one of the two days"
    case .leaveThatDay(let people):
      "\(FaultWording.listed(people, ", ")) left the household on this very day and came into no other one; where the merge takes them along, clear their left_on, else give the day before"
    case .changedSince(let household):
      "household \(household) was changed since in what this event made; withdraw that first"
    case .projectCounty(let county):
      "does not agree with the project, which is of county \(county); correct one of the two"
    case .notPassed(let verdict):
      "the review's verdict is \(verdict); a project is approved only where it says approve"
    case .notSentBack(let verdict, let day):
      "the review of \(FaultWording.day(day)) says \(verdict ?? "nothing"); a project is reviewed again only after revise"
    case .openObjection(let project, let village):
      "an objection to project \(project) in village \(village) is unanswered; answer it \(remedy("in the disclosures sheet", command: "with “sixpoint disclose answer”")) first"
    case .restedOn(let project):
      "facts that stand in the register rest on project \(project); withdraw them first"
    case .needsSource(let batch, let sources):
      "batch \(FaultWording.shortened(batch)) has several sources; name one \(remedy("in \(name("source"))", command: "with --source")) (\(words(of: "source", sources, ", ")))"
    case .stepStands(let standing): englishStepStands(standing, column)
    case .stepSkipped(let missing):
      "a step cannot be skipped; \(remedy("give \(name(missing)) too", command: "see “sixpoint \(FaultWording.stepping(missing))” first"))"
    case .repeatedKey(let line) where isOfMovements:
      "used twice in this file, first at line \(line); each number is used once"
    case .repeatedKey(let line):
      "the same key as \(remedy("line \(line)", command: "another of the command")) with other values; keep one of the two"
    case .disagreesWithRow(let line):
      "differs from \(remedy("line \(line)", command: "what the command says")) of the same \(oneThing.english); make them agree, or leave all but one empty"
    case .noHead:
      "the household has no head; \(remedy("give one member the relation head", command: "make another member head first with “sixpoint household head”"))"
    case .headStands(let name, let left?): englishHeadLeft(name, left)
    case .headStands(let name, nil):
      "the head is \(FaultWording.shortened(name)), and a household has exactly one; \(remedy("send a household_events row of the change, or give \(FaultWording.shortened(name)) another relation in the same file", command: "change the head with “sixpoint household head”"))"
    case .secondHead(let line, let name, let left?): englishHeadsLeave(line, name, left)
    case .secondHead(let line, let name, nil):
      "a second head beside \(FaultWording.shortened(name))\(remedy(" (line \(line))", command: "")); a household has exactly one"
    case .personTwice(let household, let own, let line):
      household == own
        ? "stands in household \(household)\(remedy(" at line \(line)", command: "")) too; a person is in a household once"
        : "stands in household \(household)\(remedy(" at line \(line)", command: "")) and in household \(own) here; a person is in one household at a time"
    case .dependedOn(let facts, let entries):
      "needed by what \(entries.count == 1 ? "entry" : "entries") \(FaultWording.listed(entries.map(String.init), ", ")) recorded (\(FaultWording.listed(facts.map { FactWords.name($0, isChinese: false) }, ", "))); take that back first"
    case .severalCounties(let counties):
      "a complete roster is of one county, and this one speaks of \(FaultWording.listed(counties.map(String.init), ", ")); send one county a file"
    case .completeIsRoster: "only a roster can be complete; leave --complete out"
    case .periodsOverlap(let line, let since, let until, let holder):
      "overlaps \(englishOther(line, holder)), \(englishPeriod(since, until)); end one before the other begins"
    case .overdrawn(let rung, let day, let holds, let asked):
      englishOverdrawn(rung, day, holds: holds, asked: asked)
    case .payList(let fault): englishPayList(fault)
    case .notApproved(let project, let day):
      "project \(project) "
        + (day.map { "is approved on \(FaultWording.day($0)), after this day" } ?? "is not approved")
        + "; money goes to a project from its approval on"
    case .cancelled(let project, let day):
      "project \(project) was cancelled on \(FaultWording.day(day)); nothing goes to it from that day, only returns"
    case .moneyStands(let project, let money): englishStanding(money, of: project)
    case .otherFund(let project, let fund, let batchFund):
      "project \(project) takes money of \(fund) and this batch is of \(batchFund); use another batch or project"
    case .reversal(let fault): englishReversal(fault)
    case .rule(let name, let day):
      "breaks the rule \(name)" + (day.map { " on \(FaultWording.day($0))" } ?? "")
    }
  }

  private func englishMismatch(_ mismatch: HeaderMismatch) -> String {
    var text = "no sheet has this header; nearest is \(mismatch.nearest)"
    if !mismatch.missing.isEmpty {
      text += ", which also needs \(mismatch.missing.joined(separator: ", "))"
    }
    if !mismatch.repeated.isEmpty {
      text += ", where \(mismatch.repeated.joined(separator: ", ")) may stand only once"
    }
    if !mismatch.unknown.isEmpty {
      text += ", which has no column \(FaultWording.headers(mismatch.unknown, ", "))"
    }
    return text + "; see “sixpoint template \(mismatch.nearest)”"
  }

  private func englishLevel(_ column: String?) -> String {
    switch column {
    case "parent_code": return "give the code of the place one level above"
    case "level": return "the digits of the code say another; correct one of the two"
    case "area", "supported", "national_key": return "only counties have this; leave it empty"
    case "tier": return "only villages have this; leave it empty"
    default: break
    }
    guard let column, case .region(let levels)? = kind(of: column) else {
      return "see “sixpoint template”"
    }
    switch levels {
    case .any: return "give a region code"
    case .office: return "give the 6 digits of a province, prefecture or county"
    case .county: return "give the 6 digits of a county"
    case .village: return "give the 12 digits of a village"
    }
  }

  func englishReference(_ reference: FaultKind.Reference) -> String {
    switch reference {
    case .staff: "staff member"
    case .region: "place"
    case .member: "member of the household"
    case .paylist: "pay list"
    default: reference.rawValue
    }
  }

  private func englishSource(_ reference: FaultKind.Reference) -> String {
    if isOfCommand, let making = FaultWording.making(reference) {
      return "register it first with “sixpoint \(making)”, or correct the number"
    }
    return switch reference {
    case .household: "import its roster first, or correct the number"
    case .staff: "import the staff sheet first, or correct the number"
    case .project: "import the projects sheet first, or correct the number"
    case .batch: "import the batches sheet first, or correct the number"
    case .paylist: "import the pay_lists sheet first, or correct the number"
    case .region: "correct the code, or add the place with a regions sheet"
    case .inspection, .movement, .voucher, .member: "correct it"
    }
  }

  private func englishMeant(_ nearest: [String], else advice: String) -> String {
    nearest.isEmpty
      ? "; \(advice)" : "; did you mean \(nearest.joined(separator: " or "))? If not, \(advice)"
  }

  func englishPeriod(_ since: Int32, _ until: Int32) -> String {
    let begin =
      since <= DayPeriod.firstDay ? "from the beginning" : "from \(FaultWording.day(since))"
    return until >= DayPeriod.openEnd
      ? "\(begin) and open" : "\(begin) to before \(FaultWording.day(until))"
  }

  private func englishReversal(_ fault: FaultKind.ReversalFault) -> String {
    switch fault {
    case .unknown: "the number to reverse is not in the register; correct it"
    case .alreadyReversed: "was reversed already; a number is reversed once"
    case .wrongAmount(let fen):
      "a reversal takes back the whole amount, which is \(FaultWording.yuan(fen))"
    case .beforeReversed(let day):
      "a reversal cannot lie before what it reverses, \(FaultWording.day(day))"
    case .otherAccounts: "a reversal names the same accounts as what it reverses"
    case .isReversal: "is itself a reversal, which cannot be reversed; send the movement anew"
    }
  }
}
