import Domain
import Testing

@Suite("Names of people")
struct NameFoldingTests {
  @Test(
    "every dot between Chinese characters becomes the middle dot",
    arguments: ["·", "•", "‧", "・", "．", "･", "∙", "⋅", ".", "。", " · ", "\u{3000}.\u{3000}"])
  func dots(dot: String) {
    #expect(NameFolding.fold("阿迪力\(dot)买买提") == "阿迪力\u{B7}买买提")
    #expect(NameFolding.fold("𠮷\(dot)𡈽\(dot)龙") == "𠮷\u{B7}𡈽\u{B7}龙")
  }

  @Test(
    "what is not between Chinese characters stays",
    arguments: ["J．Smith", "A•B", "•张", "张•", "Ｊ", "J.R. Smith", "王.Wu"])
  func otherDots(name: String) { #expect(NameFolding.fold(name) == name) }

  @Test(
    "blanks at the ends and between Chinese characters go, and a name in Latin letters keeps one",
    arguments: [
      ("  张三\u{3000}", "张三"), ("张  三", "张三"), ("张\u{3000}三", "张三"), ("𠮷 𡈽", "𠮷𡈽"),
      ("Ali  Karim", "Ali Karim"), ("张 Li", "张 Li"), ("张\u{AD}三\u{E0041}", "张三"),
      ("张\u{200B}三", "张三"), ("\u{FEFF}张三\u{A0}", "张三"), ("", ""), (" ", ""), ("'=x", "=x"),
    ])
  func blanks(written: String, folded: String) { #expect(NameFolding.fold(written) == folded) }

  @Test(
    "rare characters stay exactly as they are",
    arguments: ["𠮷田", "\u{E816}石", "\u{20BB7}\u{2A6D6}", "㐂", "\u{F0000}", "e\u{301}", "〇"])
  func rare(name: String) {
    #expect(Array(NameFolding.fold(name).unicodeScalars) == Array(name.unicodeScalars))
  }

  @Test("a folded name is told from one that needs folding, and folding twice changes nothing")
  func idempotent() throws {
    for name in [
      "张三", "阿迪力·买买提", "阿迪力•买买提", " 张三", "张  三", "张 三", "张\u{200B}三", "", "J．S", "'=x",
      "A\u{3000}B", "A B", "阿依.古丽", "张 · 三",
    ] {
      let folded = NameFolding.fold(name)
      #expect(NameFolding.fold(folded) == folded)
      let isFolded = try reading(name) { NameFolding.isFolded($0) }
      #expect(isFolded == (Array(folded.unicodeScalars) == Array(name.unicodeScalars)), "\(name)")
    }
  }

  @Test("two writings of a name are compared without blanks and with all dots alike")
  func comparable() {
    #expect(NameFolding.comparable("田 六") == NameFolding.comparable("田六"))
    #expect(NameFolding.comparable("Abdul Karim") == NameFolding.comparable("AbdulKarim"))
    #expect(NameFolding.comparable("A•B") == NameFolding.comparable("A.B"))
    #expect(NameFolding.comparable("田六") != NameFolding.comparable("田七"))
  }

  @Test("phones and accounts show their ends only")
  func masking() {
    #expect(Masking.phone("13812345678") == "138****5678")
    #expect(Masking.phone("8221234") == "****1234")
    #expect(Masking.phone("12345") == "****")
    #expect(Masking.account("6222021912345678901") == "****8901")
    #expect(Masking.account("12345678") == "****")
  }
}
