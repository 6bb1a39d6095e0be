/// GB/T 2261.1-2003: 1 male, 2 female.
package enum Sex: Int, CodedValue {
  case male = 1
  case female = 2

  package var name: String { self == .male ? "male" : "female" }
  package var chinese: String { self == .male ? "男" : "女" }

  package var synonyms: [String] {
    self == .male ? ["男性", "男的", "m", "man", "1"] : ["女性", "女的", "f", "woman", "2"]
  }

  package static let words = WordTable(of: Sex.self)
}
