import Domain

/// What an import noticed that is no fault: where reading made something else of what was written, and
/// what it left aside.
package enum Notice: Sendable, Equatable {
  /// Full-width digits or letters read as ASCII in so many cells of a column.
  case fullWidth(count: Int)
  /// Excel's day numbers read as dates; the first one and the day it became, by which a file that counts
  /// from 1904 shows itself.
  case excelSerials(count: Int, first: String, day: CalendarDate)
  /// Months written with a decimal, `1978.1`, in a column in which none keeps its zero.
  case januaryOrOctober(count: Int)
  /// Characters that nobody sees were taken out.
  case invisible(count: Int)
  /// `="…"` was taken off.
  case formulas(count: Int)
  /// Blanks, thousands separators or `.0` were taken out of numbers.
  case tidiedNumbers(count: Int)
  /// A program's words for nothing, `NaN`, read as empty cells.
  case nullWords(count: Int)
  /// Texts of which an encoding lost characters.
  case lostCharacters(count: Int)
  /// Percentages that all lie between 0 and 1.
  case fractions(count: Int)
  /// One or two numbers of more than fifteen digits, all with zeros from the sixteenth on, where no other
  /// is as long.
  case digitsLost(numbers: Int)
  /// Enrolments in a year that the register does not keep.
  case yearNotKept(Int, rows: Int)
  /// Resident IDs of the form before 1999.
  case fifteenDigits(count: Int)
  /// Names whose blanks or dots between parts were made the register's.
  case names(count: Int)
  /// Numbers read as a code list's; the list's key.
  case codeList(String, count: Int)
  /// A resident ID that ends in 000, as those do that a spreadsheet rounded, and is valid.
  case endsInZeros
  /// The file's name says another county than its rows; the county's code.
  case fileNamesCounty(Int64, rows: Int64)
  /// A village's code in so many rows whose name is another's; the code, and what it stands for.
  case otherVillage(Int64, FaultKind.PlaceNames, rows: Int)
  /// A row that says of a person without an ID what an earlier one of the household says.
  case personAlike(firstLine: Int)
  /// A day that is more than ten years ahead.
  case farAhead
  /// Begins on or after the day on which its household ended.
  case begunAfterEnd(endedOn: Int32)
  /// What begins with a household on or after the day on which the row ends it: sheets and columns of the
  /// roster, and the first such day.
  case endedBefore([String], first: Int32)
  /// The unit that a header or a title gives the amounts of a column.
  case headerUnit(MoneyUnit)
  /// Words beside a column's name that nobody knows.
  case headerWords(String)
  /// A Ctrl-Z at the end of the file, taken out.
  case controlZ
  /// The file has a header and no row of data.
  case noRows
  /// A project is cancelled that was accepted before.
  case cancelledAfterAcceptance(acceptedOn: Int32)
  /// A responsibility for the household begins with an official who has left by then.
  case staffLeft(staff: String, leftOn: Int32, household: String)
  /// An official leaves with so many responsibilities that run on or begin later.
  case staffHolds(roles: Int)
  /// A village is used before its first day.
  case villageNotYet(since: Int32)
  /// A period on the allowance overlaps another of the same person: its line where it is in the file.
  case allowanceOverlaps(line: Int?, since: Int32, until: Int32)
  /// Cells that give what a household's history has held before the event of that day, which changed it: move,
  /// reclass, head or split. They change nothing.
  case stale(event: String, on: Int32, cells: Int)
  /// A new person without an ID whose name and birth year are those of another without one in the village;
  /// that one's household, and the line where the file tells of it.
  case namesake(household: String, line: Int?)
  /// A new number that equals another but for leading zeros, case or hyphens; the line where the file has it.
  case nearNumber(String, line: Int?)
  /// A household ends with so much allocated to it and neither paid out nor returned.
  case moneyAtEnd(household: String, fen: Int64)
  /// A household's account stands on a list for another household too: the line of that one's first row, or nil
  /// where the list stands.
  case doubledAccount(of: String, household: String, line: Int?)
  /// A household's account that the roster gives a member of another household.
  case sharedAccount(of: String, household: String)
  /// More is paid to a household or payee, or is on pay lists for it, than the project's instalments allow by
  /// the day, in fen.
  case beyondInstalments(RungName, rule: String, allowed: Int64, paid: Int64)
  /// Money that is paid stands on a list that the bank has not answered: whose it is, the first such list, and
  /// what stands on all of them, in fen. The household's rung holds less than that now.
  case onPayList(RungName, list: String, fen: Int64)
  /// A fund that no batch and no project has, and those that it is nearly, as people write them.
  case nearFund([String])
  /// Another source's money under the same batch number is of another document: that document, the source's
  /// English key, and the line where it is in the file.
  case otherDocument(String, source: String, line: Int?)
  /// A household is linked to a project that is rejected, cancelled or closed by then.
  case projectOver(project: String, step: ProjectStep, on: Int32, household: String)
  /// A project is posted in a village of another county than its own; the project's county.
  case postedElsewhere(project: String, county: Int64)
  /// A finding lies before the day on which its inspection drew the households.
  case beforeDraw(inspection: String, drawnOn: Int32)
  /// Figures of the year's chapter that contradict each other: the one that is contradicted, by its English name
  /// and by its Chinese one (nil where the sheet gives none), how it follows from others, and both numbers.
  case figuresDisagree(
    name: String, chinese: String?, relation: FigureRelation.Kind, stated: String,
    computed: String)
  /// A header that is no column of the sheet.
  case unknownColumn
  /// A column without any header, by its place from 1, in which so many cells hold something.
  case namelessColumn(place: Int, cells: Int)
  /// Rows that are no data, from the warning's line to this one.
  case passedOver(through: Int)

  package var rule: String {
    switch self {
    case .fullWidth: "full_width"
    case .excelSerials: "excel_serial"
    case .januaryOrOctober: "january_or_october"
    case .invisible: "invisible_characters"
    case .formulas: "equals_quote"
    case .tidiedNumbers: "number_folded"
    case .nullWords: "null_word"
    case .lostCharacters: "lost_characters"
    case .fractions: "percent_fraction"
    case .digitsLost: "digits_lost"
    case .yearNotKept: "year_not_kept"
    case .fifteenDigits: "resident_id_15"
    case .names: "name_folded"
    case .codeList: "code_list"
    case .endsInZeros: "resident_id_000"
    case .fileNamesCounty: "file_name_county"
    case .otherVillage: "village_disagrees"
    case .personAlike: "person_alike"
    case .farAhead: "far_ahead"
    case .begunAfterEnd, .endedBefore: "after_end"
    case .headerUnit: "header_unit"
    case .headerWords: "header_words"
    case .controlZ: "ctrl_z"
    case .noRows: "no_rows"
    case .cancelledAfterAcceptance: "cancelled_late"
    case .staffLeft, .staffHolds: "staff_left"
    case .villageNotYet: "village_not_yet"
    case .allowanceOverlaps: "periods_overlap"
    case .stale: "stale"
    case .beyondInstalments: "beyond_instalments"
    case .doubledAccount: "doubled_account"
    case .sharedAccount: "shared_account"
    case .onPayList: "on_pay_list"
    case .nearFund: "near_fund"
    case .otherDocument: "other_document"
    case .projectOver: "project_over"
    case .postedElsewhere: "posted_elsewhere"
    case .beforeDraw: "before_draw"
    case .namesake: "namesake"
    case .nearNumber: "near_number"
    case .moneyAtEnd: "money_at_end"
    case .figuresDisagree: "figures_disagree"
    case .unknownColumn, .namelessColumn: "unknown_column"
    case .passedOver: "passed_over"
    }
  }
}
