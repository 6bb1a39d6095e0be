import CSV
import Domain
import Intake

extension FaultWording {
  func englishCell(_ fault: CellFault, allowed: [String], column: String?) -> String {
    switch fault {
    case .missing: "is required; fill it in"
    case .masked: "is masked with *; export with --reveal, or write the whole value"
    case .residentIDInName:
      "holds a resident ID where a name belongs; \(remedy("the columns were swapped, put each into its own", command: "write the name alone"))"
    case .unknownValue:
      allowed.isEmpty
        ? "is not a known value"
        : "is not a known value; one of \(choices(allowed, column, ", "))"
    case .errorText:
      "the spreadsheet shows an error here, or a column too narrow; open it there, mend or widen it, and save again"
    case .nullWord:
      "is a program's word for an empty cell and no name; write the name"
    case .lostCharacters:
      "holds ? or \u{FFFD} in the place of characters: an encoding lost what stood there; \(remedy("write the name anew and save as CSV UTF-8", command: "write the name anew, in a terminal set to UTF-8"))"
    case .tooLong(let limit): "longer than \(limit) characters; shorten it"
    case .dateNumber:
      "is a number and no date (an age is no date of birth); write the day like 2011-06-30"
    case .yearAlone(let year): "\(year) is a year and a day is needed; write it like \(year)-06-30"
    case .dateForm: "is no date; write it like 2011-06-30"
    case .dateImpossible(let year, let month, let day):
      "there is no day \(year)-\(month)-\(day); write a day of the calendar like 2011-06-30"
    case .dateRange(let year): "the year \(year) is out of range; 1850 to 2199 are taken"
    case .monthForm: "is no month; write it like 2011-06"
    case .yearForm: "is no year; write four digits like 2011"
    case .moneyForm: "is no amount; write yuan like 1234.50"
    case .moneyDecimals(let found, let allowed):
      "has \(found) decimals and at most \(allowed) make whole fen; round it"
    case .unitConflict(let header, let cell):
      "the header says \(header.chinese) and the cell says \(cell.chinese); keep one of the two"
    case .quantityForm: "is no quantity; write a number like 12.5"
    case .quantityDecimals(let found): "has \(found) decimals; at most three are taken"
    case .wholeNumberForm: "is no whole number; write digits alone"
    case .percentForm: "is no percentage; write a number like 60"
    case .percentRange: "is out of range; a percentage is 0 to 100"
    case .instalmentsForm:
      "is not three whole percentages that are 100 together; write them like 40/50/10: at the start, at 80 % done, at acceptance"
    case .numberRange: "is beyond what this column can hold; check the number"
    case .spreadsheetNumber:
      remedy(
        "the spreadsheet destroyed the number; take it from the original, format the column as text before typing it in, and save again",
        command: "is in powers of ten, or its last digits are lost; write out every digit")
    case .regionCodeForm: "is no region code; 6, 9 or 12 digits"
    case .residentIDLength(let found):
      "has \(found) characters; a resident ID has 18, or 15 (GB 11643); correct it, or \(remedy("leave the cell empty", command: "leave it out"))"
    case .residentIDCharacter(let place):
      "character \(place) cannot stand in a resident ID (GB 11643); 17 digits and a digit or X"
    case .residentIDBirthDate:
      "characters 7 to 14 are no birth date (GB 11643); correct the ID"
    case .checkDigit(_, let found, let proper):
      "check digit is \(FaultWording.checkCharacter(found)), should be \(FaultWording.checkCharacter(proper)) (GB 11643); correct the ID"
        + (takesReasons
          ? remedy(
            ", or give the reason in \(name("id_verified"))",
            command:
              ", or leave it out, and once the person is registered give it with the reason: “sixpoint member correct --id … --verified …”"
          )
          : "")
    }
  }

  func englishCSV(_ fault: CSVFault) -> String {
    let place = "at character \(fault.column): "
    switch fault.kind {
    case .strayQuote:
      return place + "a quote inside an unquoted cell; put the cell in quotes and double the quote"
    case .textAfterQuote:
      return place + "text after a closing quote; double the quotes inside the cell"
    case .unclosedQuote:
      return place + "a quoted cell that never ends; close the quote"
    case .nul: return place + "a NUL character; save the file again as text"
    case .invalidBytes(let encoding):
      return place
        + "bytes that are no \(encoding.displayName(withByteOrderMark: false)); save the file again, or name its encoding with --encoding"
    case .ragged(let expected, let found):
      return place
        + "the row has \(found) cells and the header \(expected); add or remove delimiters, or quote cells that hold one"
    case .recordTooLong(let limit, let suspect):
      let bytes = FaultWording.bytes(Int64(limit))
      switch suspect {
      case .openQuote:
        return place + "a quoted cell that does not end within \(bytes); close the quote"
      case .nul:
        return place
          + "a NUL character, in a row longer than \(bytes); save the file again as text"
      case .none: return place + "a row longer than \(bytes); is this a CSV file?"
      }
    case .tooManyCells(let limit):
      return place + "a row of more than \(limit) cells; is this a CSV file?"
    case .source(let fault):
      return "the file cannot be read (\(englishSource(fault))); nothing of it was taken"
    }
  }

  private func englishSource(_ fault: SourceFault) -> String {
    switch fault {
    case .cannotOpen(let number), .cannotRead(let number), .cannotSpool(let number):
      "error \(number)"
    case .streamTooLong(let limit): "longer than \(FaultWording.bytes(limit))"
    case .isDirectory: "a folder"
    case .isDevice: "a device"
    case .interrupted: "interrupted"
    }
  }
}
