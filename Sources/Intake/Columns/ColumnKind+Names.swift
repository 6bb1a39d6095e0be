import Domain

extension ColumnKind {
  /// The English keys a cell may hold, for messages; empty where the column holds no closed list.
  package var allowedNames: [String] { allowedWords.map(\.name) }

  /// The words a cell may hold, in both languages; none where the column holds no closed list.
  package var allowedWords: [(name: String, chinese: String)] {
    switch self {
    case .yesNo: YesNo.allCases.map { ($0.name, $0.chinese) }
    case .relation: Relation.Base.allCases.map { ($0.name, $0.chinese) }
    case .coded(let list): list.words.map { ($0.name, $0.chinese) }
    case .withdraw: [("(withdraw)", "作废")]
    default: []
    }
  }

  /// The words that a cell may be chosen from: those of `allowedWords`, or of a list beside which other words
  /// may be written. Of the labels there is no English.
  package var offeredWords: [(name: String, chinese: String)] {
    switch self {
    case .labelled(let list): list.standard.entries.map { ($0.label, $0.label) }
    case .unit: MeasureUnit.allCases.map { ($0.name, $0.chinese) }
    default: allowedWords
    }
  }
}

extension ColumnKind.LabelList {
  /// The list whose labels are meant where no other is chosen.
  var standard: CodeList {
    switch self {
    case .education: .education
    case .health: .health
    case .labour: .labour
    case .cause: .cause
    }
  }
}

extension ColumnKind.CodedList {
  package var names: [String] { words.map(\.name) }

  /// Every value: its stored code and its words.
  package var words: [(code: Int, name: String, chinese: String)] {
    switch self {
    case .sex: Self.words(Sex.self)
    case .householdClass: Self.words(HouseholdClass.self)
    case .event: Self.words(HouseholdEventKind.self)
    case .role: Self.words(Role.self)
    case .source: Self.words(FundSource.self)
    case .projectKind: Self.words(ProjectKind.self)
    case .verdict: Self.words(Verdict.self)
    case .grade: Self.words(Grade.self)
    case .progressKind: Self.words(ProgressKind.self)
    case .qualifier: Self.words(Qualifier.self)
    case .level: Self.words(RegionLevel.self)
    case .area: Self.words(Area.self)
    case .tier: Self.words(Tier.self)
    case .bankResult: Self.words(BankResult.self)
    }
  }

  private static func words<Word: CodedValue>(
    _: Word.Type
  ) -> [(code: Int, name: String, chinese: String)] {
    Word.allCases.map { ($0.rawValue, $0.name, $0.chinese) }
  }
}
