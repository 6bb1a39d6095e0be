import Domain
import Testing

@Suite("Numbers that name something")
struct KeyFoldingTests {
  @Test(
    "every writing of a number that looks the same is the same number",
    arguments: [
      "4331231042019146", " 4331231042019146\u{3000}", "4331 2310 4201 9146",
      "4331\u{A0}2310\u{3000}42019146", "４３３１２３１０４２０１９１４６", "'4331231042019146",
      "4331231042\u{200B}019146", "\u{202D}4331231042019146\u{202C}\t", "4331231042019146\u{AD}",
      "\u{FEFF}4331231042019146", "4331231042019146\u{E0031}", "=\"4331231042019146\"",
      " ＝\"4331231042019146\" ", "4331231042019146.0", "4,331,231,042,019,146",
      "4，331，231，042，019，146", "=\"4331 2310 4201 9146\"", "4331231042019146\u{FE0F}",
    ])
  func alike(text: String) throws {
    #expect(KeyFolding.fold(text) == "4331231042019146")
    #expect(try reading(text, KeyFolding.fold).text == "4331231042019146")
  }

  @Test(
    "what may be another number is kept",
    arguments: [
      "433123104201914O", "S433123-0001", "凤扶-12", "12,34", "1234,567", "1,234.50", "12.5", "P1.0",
      "A 12", "00012", "=\"1\"&\"2\"", "12 34 56 78 90 12 34 56 78 90 12 34 56 78 90 12 34",
    ])
  func kept(text: String) throws {
    let read = try reading(text, KeyFolding.fold)
    #expect(read.text == text)
    #expect(!read.wasTidied)
  }

  @Test(
    "dashes and runs of blanks are one",
    arguments: [("S433123\u{2013}0001", "S433123-0001"), ("A\u{3000} 12", "A 12"), ("Ｐ－１", "P-1")])
  func dashes(text: String, folded: String) { #expect(KeyFolding.fold(text) == folded) }

  @Test("a number beyond 2 to the 53rd with a decimal has lost its last digits")
  func lost() {
    #expect(fault("9007199254740991.0", KeyFolding.fold) == nil)
    #expect(fault("9007199254740992.0", KeyFolding.fold) == .spreadsheetNumber)
    #expect(fault("439935196203170013.0", KeyFolding.fold) == .spreadsheetNumber)
    #expect(fault("99999999999999999999999.0", KeyFolding.fold) == .spreadsheetNumber)
  }

  @Test("a cell that is its own folded number is told by its bytes")
  func quick() throws {
    for text in ["4331231042019146", "S433123-0001", "XJ2011/1", "P(2)", "a_b"] {
      #expect(try reading(text) { KeyFolding.isFolded($0) }, "\(text)")
    }
    for text in ["", "1 2", "1,234", "12.0", "'12", "=\"1\"", "１２", " 12", "12\u{200B}"] {
      #expect(try !reading(text) { KeyFolding.isFolded($0) }, "\(text)")
    }
  }

  @Test(
    "phones are folded as numbers are, and several in a cell are kept as written",
    arguments: [
      ("138 1234 5678", "13812345678"), ("１３８１２３４５６７８", "13812345678"),
      ("13812345678.0", "13812345678"), ("=\"13812345678\"", "13812345678"),
      ("0744-8221234", "0744-8221234"), ("0744 8221234", "07448221234"),
      ("13812345678 13912345678", "13812345678 13912345678"),
      ("13812345678/8221234", "13812345678/8221234"),
      ("13812345678，13912345678", "13812345678，13912345678"),
      ("13812345678、8221234 ", "13812345678、8221234"),
    ])
  func phones(text: String, folded: String) throws {
    #expect(try reading(text, KeyFolding.foldPhone).text == folded)
  }
}
