import Domain
import Testing

@Suite("Faults of cells")
struct CellFaultTests {
  @Test("every fault has a rule of its own in snake_case")
  func rules() throws {
    let id = try #require(ResidentID(key: 11_010_519_491_231_002 * 11 + 1))
    let faults: [CellFault] = [
      .missing, .masked, .unknownValue, .errorText, .nullWord, .lostCharacters, .tooLong(limit: 1),
      .dateForm, .dateNumber, .yearAlone(year: 1),
      .dateImpossible(year: 2011, month: 13, day: 45), .dateRange(year: 1), .monthForm, .yearForm,
      .moneyForm, .moneyDecimals(found: 3, allowed: 2), .unitConflict(header: .yuan, cell: .yuan),
      .quantityForm, .quantityDecimals(found: 4), .wholeNumberForm, .percentForm, .percentRange,
      .numberRange, .spreadsheetNumber, .regionCodeForm, .residentIDLength(found: 1),
      .residentIDCharacter(place: 1), .residentIDBirthDate(year: 1, month: 1, day: 1),
      .checkDigit(id: id, is: 1, shouldBe: 10),
    ]
    let rules = faults.map(\.rule)
    #expect(Set(rules).count == faults.count)
    for rule in rules {
      #expect(rule.allSatisfy { $0 == "_" || ($0.isASCII && $0.isLowercase) }, "\(rule)")
    }
    #expect(Set(rules).isSuperset(of: ["check_digit", "date_form", "money_decimals"]))
  }
}
