/// Why a cell cannot be read as what its column holds: facts only, the wording is made elsewhere.
///
/// No case shows a resident's number by accident: `ResidentID` describes itself masked.
package enum CellFault: Error, Hashable, Sendable {
  /// A cell that must hold a value is empty.
  case missing
  /// The cell holds `*` where an export masked a value.
  case masked
  /// A cell of a name holds a resident ID: the columns were swapped.
  case residentIDInName
  /// The cell is none of the words or codes of its column.
  case unknownValue

  /// A spreadsheet's error, `#N/A`, or the `###` of a column too narrow.
  case errorText
  /// A program's word for an empty cell, `nan` or `NULL`, where a name must be.
  case nullWord
  /// `?` or U+FFFD beside a Chinese character: an encoding lost what was there.
  case lostCharacters

  /// Not one of the accepted forms of a day.
  case dateForm
  /// A number that is neither a day's writing nor a spreadsheet's number of one that can be meant.
  case dateNumber
  /// A year alone where a day is needed.
  case yearAlone(year: Int)
  /// A form that is accepted, but no such day exists.
  case dateImpossible(year: Int, month: Int, day: Int)
  /// A day whose year is outside 1850…2199.
  case dateRange(year: Int)
  /// Not one of the accepted forms of a year and month.
  case monthForm
  /// Not a year of four digits within 1850…2199.
  case yearForm

  case moneyForm
  /// More decimals than make whole fen of the unit: two for 元, six for 万元, ten for 亿元.
  case moneyDecimals(found: Int, allowed: Int)
  case unitConflict(header: MoneyUnit, cell: MoneyUnit)
  case quantityForm
  case quantityDecimals(found: Int)
  case wholeNumberForm
  case percentForm
  case percentRange
  /// Not three whole percentages that are 100 together.
  case instalmentsForm
  /// A well-formed number larger than the column can hold.
  case numberRange
  /// More characters than the column takes.
  case tooLong(limit: Int)

  /// A spreadsheet turned the number into `4.33123E+17`, or rounded an 18-digit ID to `…000`.
  case spreadsheetNumber
  /// Not 6, 9 or 12 digits that make a region code.
  case regionCodeForm

  /// Neither 18 nor 15 characters, blanks not counted.
  case residentIDLength(found: Int)
  /// A character that cannot be at its place, counted from 1.
  case residentIDCharacter(place: Int)
  case residentIDBirthDate(year: Int, month: Int, day: Int)
  /// Check values are 0…10, 10 being `X`. The ID is the one written, wrong digit and all.
  case checkDigit(id: ResidentID, is: Int, shouldBe: Int)

  /// The stable name of the rule that was broken, for rejects files and JSON.
  package var rule: String {
    switch self {
    case .missing: "missing_value"
    case .masked: "masked_value"
    case .residentIDInName: "resident_id_in_name"
    case .unknownValue: "unknown_value"
    case .errorText: "error_text"
    case .nullWord: "null_word"
    case .lostCharacters: "lost_characters"
    case .dateForm: "date_form"
    case .dateNumber: "date_number"
    case .yearAlone: "year_alone"
    case .dateImpossible: "date_impossible"
    case .dateRange: "date_range"
    case .monthForm: "month_form"
    case .yearForm: "year_form"
    case .moneyForm: "money_form"
    case .moneyDecimals: "money_decimals"
    case .unitConflict: "unit_conflict"
    case .quantityForm: "quantity_form"
    case .quantityDecimals: "quantity_decimals"
    case .wholeNumberForm: "whole_number_form"
    case .percentForm: "percent_form"
    case .percentRange: "percent_range"
    case .instalmentsForm: "instalments_form"
    case .numberRange: "number_range"
    case .tooLong: "too_long"
    case .spreadsheetNumber: "spreadsheet_number"
    case .regionCodeForm: "region_code_form"
    case .residentIDLength: "resident_id_length"
    case .residentIDCharacter: "resident_id_character"
    case .residentIDBirthDate: "resident_id_birth_date"
    case .checkDigit: "check_digit"
    }
  }
}
