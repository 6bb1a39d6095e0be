/// Yes and no as counties write them.
package enum YesNo: Int, CodedValue {
  case no = 0
  case yes = 1

  package var name: String { self == .yes ? "yes" : "no" }
  package var chinese: String { self == .yes ? "是" : "否" }

  package var synonyms: [String] {
    self == .yes
      ? ["1", "y", "true", "t", "有", "对", "√", "✓", "✔", "☑"]
      : ["0", "n", "false", "f", "无", "没有", "不是", "非", "×", "✗", "✘", "x"]
  }

  package static let words = WordTable(of: YesNo.self)
}
