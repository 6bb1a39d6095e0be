import Domain
import Testing

@Suite("Resident IDs after GB 11643-1999")
struct ResidentIDTests {
  private func read(_ text: String, verified: Bool = false) throws(CellFault)
    -> ResidentID.Reading
  {
    try reading(text) { (cell) throws(CellFault) in
      try ResidentID.read(cell, verified: verified)
    }
  }

  private func fault(_ text: String) -> CellFault? {
    do {
      _ = try read(text)
      return nil
    } catch {
      return error
    }
  }

  /// A valid number by the table of weights that the standard prints, reckoned apart from Domain.
  private func randomNumber(_ numbers: inout SeededNumbers) -> String {
    let birth = CalendarDate(dayNumber: .random(in: -25_567...15_000, using: &numbers))
    let address = Int.random(in: 110_000...820_000, using: &numbers)
    let order = String(Int.random(in: 1000...1999, using: &numbers)).dropFirst()
    let digits = "\(address)" + birth.description.filter { $0 != "-" } + order
    return digits + String(checkCharacter(digits))
  }

  private func checkCharacter(_ digits: String) -> Character {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(digits, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
    return Array("10X98765432")[sum % 11]
  }

  @Test(
    "the numbers that the standard prints are right",
    arguments: [
      ("11010519491231002X", "1949-12-31", Sex.female, 110_105),
      ("440524188001010014", "1880-01-01", .male, 440_524),
      ("53010219200508011X", "1920-05-08", .male, 530_102),
    ])
  func known(text: String, birth: String, sex: Sex, address: Int) throws {
    let reading = try read(text)
    let id = try #require(reading.id)
    #expect(id.canonical == text)
    #expect(id.birthDate.description == birth)
    #expect(id.sex == sex)
    #expect(id.addressCode == address)
    #expect(id.checkDigitIsRight)
    #expect(!reading.isFolded && !reading.isFifteen && reading.properCheck == nil)
    #expect(ResidentID(key: id.key) == id)
  }

  @Test("valid numbers are taken; every wrong digit and every exchange of neighbours is caught")
  func everySlip() throws {
    var numbers = SeededNumbers(seed: 11_643)
    var missed = 0
    for _ in 0..<300 {
      let number = randomNumber(&numbers)
      #expect(try read(number).id?.canonical == number)
      let characters = Array(number)
      for place in 0..<18 {
        for other in place == 17 ? "0123456789X" : "0123456789" where other != characters[place] {
          var wrong = characters
          wrong[place] = other
          if fault(String(wrong)) == nil { missed += 1 }
        }
        guard place < 17, characters[place] != characters[place + 1] else { continue }
        var wrong = characters
        wrong.swapAt(place, place + 1)
        if fault(String(wrong)) == nil { missed += 1 }
      }
    }
    #expect(missed == 0)
  }

  @Test("the check digit alone, wrong, is told with what it is and should be")
  func checkDigit() throws {
    var numbers = SeededNumbers(seed: 3)
    for _ in 0..<500 {
      let number = randomNumber(&numbers)
      let right = number.last.map { $0 == "X" ? 10 : $0.wholeNumberValue ?? -1 }
      for check in 0...10 where check != right {
        let wrong = String(number.dropLast()) + ResidentID.character(check)
        if wrong.hasSuffix("000") {
          #expect(fault(wrong) == .spreadsheetNumber)
          continue
        }
        guard case .checkDigit(let id, let found, let proper) = fault(wrong) else {
          Issue.record("no check fault")
          continue
        }
        #expect(id.canonical == wrong && found == check && proper == right)
        #expect(!id.checkDigitIsRight && id.properCheck == right)
        #expect(ResidentID(key: id.key) == id)
      }
    }
  }

  @Test("a verified number keeps its wrong check digit and says what is proper")
  func verified() throws {
    let reading = try read("110105194912310021", verified: true)
    #expect(reading.properCheck == 10)
    #expect(reading.id?.canonical == "110105194912310021")
    #expect(try read("11010519491231002X", verified: true).properCheck == nil)
    #expect(reading.id != (try read("11010519491231002X").id))
    #expect(try read("433123198001012000", verified: true).properCheck != nil)
  }

  @Test(
    "every sign for X and every folding gives the same number",
    arguments: [
      "11010519491231002x", "11010519491231002Ｘ", "11010519491231002ｘ", "11010519491231002×",
      "11010519491231002Х", "11010519491231002х", "１１０１０５１９４９１２３１００２Ｘ",
      "'11010519491231002X", " 11010519491231002X\u{3000}", "110105 19491231 002X",
      "110105　19491231　002x", "’11010519491231002X", "11010519491231002\u{200B}X\u{FEFF}",
    ])
  func foldings(text: String) throws {
    let reading = try read(text)
    #expect(reading.id?.canonical == "11010519491231002X")
    #expect(reading.isFolded)
  }

  @Test("fifteen characters become eighteen: the century is 19, the check is reckoned")
  func fifteen() throws {
    let known = try read("110105491231002")
    #expect(known.id?.canonical == "11010519491231002X")
    #expect(known.isFifteen && !known.isFolded)
    #expect(try read("'110105491231002").isFolded)
    #expect(try read("１１０１０５４９１２３１００２").isFifteen)
    var numbers = SeededNumbers(seed: 15)
    for _ in 0..<2_000 {
      let number = randomNumber(&numbers)
      guard number.dropFirst(6).hasPrefix("19") else { continue }
      let short = String(number.prefix(6) + number.dropFirst(8).dropLast())
      #expect(try read(short).id?.canonical == number)
    }
    #expect(fault("11010549123100X") == .residentIDCharacter(place: 15))
    #expect(
      fault("110105491331002") == .residentIDBirthDate(year: 1949, month: 13, day: 31))
  }

  @Test(
    "a cell that says there is none gives nil",
    arguments: ["", " ", "0", "无", "不详", "未知", "　无　", "-", "N/A"])
  func missing(text: String) throws {
    #expect(try read(text).id == nil)
    #expect(try !read(text).isFifteen)
  }

  @Test(
    "what is wrong is told as a fact",
    arguments: [
      ("1101051949123100", CellFault.residentIDLength(found: 16)),
      ("11010519491231002XX", .residentIDLength(found: 19)), ("张三", .residentIDLength(found: 2)),
      ("1", .residentIDLength(found: 1)), ("1１０", .residentIDLength(found: 3)),
      ("11010519491231002Y", .residentIDCharacter(place: 18)),
      ("1101O519491231002X", .residentIDCharacter(place: 5)),
      ("110105194X1231002X", .residentIDCharacter(place: 10)),
      ("X1010519491231002X", .residentIDCharacter(place: 1)),
      ("01010519491231002X", .residentIDCharacter(place: 1)),
      ("000000000000000000", .residentIDCharacter(place: 1)),
      ("11010519491331002X", .residentIDBirthDate(year: 1949, month: 13, day: 31)),
      ("110105194902290021", .residentIDBirthDate(year: 1949, month: 2, day: 29)),
      ("11010518491231002X", .residentIDBirthDate(year: 1849, month: 12, day: 31)),
      ("4.33123E+17", .spreadsheetNumber), ("4.33123e+17", .spreadsheetNumber),
      ("４．３３１２３Ｅ＋１７", .spreadsheetNumber), ("433123198001012000", .spreadsheetNumber),
      ("433123********0015", .masked), ("********", .masked),
    ])
  func faults(text: String, expected: CellFault) { #expect(fault(text) == expected) }

  @Test("a number ending in 000 that passes is taken and can be warned of")
  func tripleZero() throws {
    var numbers = SeededNumbers(seed: 1_000)
    var found = 0
    for _ in 0..<300 {
      let birth = CalendarDate(dayNumber: .random(in: -3_000...10_000, using: &numbers))
      let digits = "433123" + birth.description.filter { $0 != "-" } + "100"
      guard checkCharacter(digits) == "0" else { continue }
      found += 1
      #expect(try read(digits + "0").id?.endsInTripleZero == true)
    }
    #expect(found > 5)
    #expect(try read("11010519491231002X").id?.endsInTripleZero == false)
  }

  @Test("no ordinary printing shows the birth date and place together with the rest")
  func masking() throws {
    let id = try #require(try read("440524188001010014").id)
    #expect(id.masked == "440524********0014")
    #expect("\(id)" == id.masked && String(reflecting: id) == id.masked)
    let wrong = CellFault.checkDigit(id: id, is: 4, shouldBe: 5)
    #expect(!"\(wrong)".contains("18800101"))
    var dumped = ""
    dump(wrong, to: &dumped)
    #expect(!dumped.contains("\(id.key)") && !dumped.contains("18800101"))
  }

  @Test("keys that hold no number are refused")
  func keys() {
    for key in [0, -1, 11, Int64.max, .min, 99_999_999_999_999_999 * 11] as [Int64] {
      #expect(ResidentID(key: key) == nil)
    }
  }
}
