import Domain
import Testing

@Suite("Names of people")
struct NameFoldingTests {
  @Test(
    "every dot between Chinese characters becomes the middle dot",
    arguments: ["·", "•", "‧", "・", "．", "･", "∙", "⋅"])
  func dots(dot: String) {
    #expect(NameFolding.fold("阿迪力\(dot)买买提") == "阿迪力\u{B7}买买提")
    #expect(NameFolding.fold("𠮷\(dot)𡈽\(dot)龙") == "𠮷\u{B7}𡈽\u{B7}龙")
  }

  @Test(
    "what is not between Chinese characters stays",
    arguments: ["J．Smith", "A•B", "•张", "张•", "Ｊ", "王.五"])
  func otherDots(name: String) { #expect(NameFolding.fold(name) == name) }

  @Test(
    "blanks at the ends go and a run of them inside is one space",
    arguments: [
      ("  张三\u{3000}", "张三"), ("张  三", "张 三"), ("张\u{3000}三", "张 三"), ("张 三", "张 三"),
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
      "A\u{3000}B",
    ] {
      let folded = NameFolding.fold(name)
      #expect(NameFolding.fold(folded) == folded)
      let isFolded = try reading(name) { NameFolding.isFolded($0) }
      #expect(isFolded == (Array(folded.unicodeScalars) == Array(name.unicodeScalars)), "\(name)")
    }
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
