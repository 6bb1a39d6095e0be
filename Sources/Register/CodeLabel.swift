import Domain

/// One row of `code_label`: what a stored code means, for people who read the file.
struct CodeLabel {
  let list: String
  let code: Int
  let name: String
  let chinese: String

  static var all: [CodeLabel] {
    labels("level", RegionLevel.self) + labels("area", Area.self) + labels("tier", Tier.self)
      + labels("class", HouseholdClass.self) + labels("sex", Sex.self)
      + labels("event", HouseholdEventKind.self) + labels("point", Point.self)
      + labels("role", Role.self) + labels("source", FundSource.self)
      + labels("project_kind", ProjectKind.self) + labels("project_step", ProjectStep.self)
      + labels("grade", Grade.self) + labels("progress_kind", ProgressKind.self)
      + labels("qualifier", Qualifier.self)
  }

  private static func labels<Word: CodedValue>(_ list: String, _: Word.Type) -> [CodeLabel] {
    Word.allCases.map {
      CodeLabel(list: list, code: $0.rawValue, name: $0.name, chinese: $0.chinese)
    }
  }
}
