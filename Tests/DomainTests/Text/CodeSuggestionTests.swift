import Domain
import Testing

@Suite("Did you mean")
struct CodeSuggestionTests {
  @Test(
    "slips are counted, an exchange of neighbours as one",
    arguments: [
      ("", "", 0), ("a", "", 1), ("plan", "plan", 0), ("paln", "plan", 1), ("pln", "plan", 1),
      ("plans", "plan", 1), ("plum", "plan", 2), ("kitten", "sitting", 3), ("凤凰", "凤皇", 1),
    ])
  func distance(left: String, right: String, slips: Int) {
    #expect(CodeSuggestion.distance(left, right) == slips)
    #expect(CodeSuggestion.distance(right, left) == slips)
  }

  @Test("the nearest come first, at most as many as asked for")
  func nearest() {
    let names = ["import", "export", "report", "restore", "inspect"]
    #expect(CodeSuggestion.nearest(to: "improt", among: names) == ["import"])
    #expect(CodeSuggestion.nearest(to: "xport", among: names, limit: 1) == ["export"])
    #expect(CodeSuggestion.nearest(to: "EXPORT", among: names).first == "export")
    #expect(CodeSuggestion.nearest(to: "insp", among: names) == ["inspect"])
  }

  @Test("nothing is suggested for what resembles nothing")
  func none() {
    #expect(CodeSuggestion.nearest(to: "zzzz", among: ["import", "export"]).isEmpty)
    #expect(CodeSuggestion.nearest(to: "", among: ["import"]).isEmpty)
    #expect(CodeSuggestion.nearest(to: "x", among: ["y"]).isEmpty)
    #expect(CodeSuggestion.nearest(to: "import", among: ["import"], limit: 0).isEmpty)
  }

  @Test("a Chinese name with one wrong character finds the right one")
  func chinese() {
    #expect(CodeSuggestion.nearest(to: "凤皇县", among: ["凤凰县", "花垣县", "保靖县"]).first == "凤凰县")
  }
}
