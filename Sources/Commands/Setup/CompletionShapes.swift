import Arguments
import Domain

/// What the value of an option or an argument is, by its name, for the completions of shells.
enum CompletionShapes {
  /// What a register, or the region table, lists by its beginning.
  enum Known: String, CaseIterable {
    case household, staff, project, batch, county
  }

  static func shape(_ command: CommandDefinition, _ name: String) -> ValueShape? {
    if let known = known(command, name) { return .known(known.rawValue) }
    switch name {
    case "RULE": return .words(rules)
    case "VALUE" where command.name == "config": return setting
    case "KIND" where command.name == "log": return words(ProgressKind.self)
    case "unit": return words(MeasureUnit.self)
    case "kind": return words(ProjectKind.self)
    case "ROLE", "role": return words(Role.self)
    case "CLASS": return words(HouseholdClass.self)
    case "class":
      return words(
        HouseholdClass.self, and: command.path.first == "list" ? [Bilingual("none", zh: "未定")] : [])
    case "area": return words(Area.self, and: [Bilingual("none", zh: "片区外")])
    case "point": return words(Point.self)
    case "source": return words(FundSource.self)
    case "verdict": return words(Verdict.self)
    case "grade": return words(Grade.self)
    case "relation": return words(Relation.Base.self)
    case "sex": return words(Sex.self)
    case "on", "since", "starts":
      return .words([Bilingual("today", zh: "今天"), Bilingual("yesterday", zh: "昨天")])
    default: return nil
    }
  }

  private static let rules = Set(RuleBook(.english).entries.map(\.rule)).sorted().map {
    Bilingual($0, zh: $0)
  }

  /// What each key of the settings takes; an officer is any name.
  private static let setting = ValueShape.behind(
    Settings.Key.allCases.compactMap { key in
      let shape: ValueShape? =
        switch key {
        case .register: .file
        case .officer: nil
        case .lang: .words(Language.allCases.map { Bilingual($0.rawValue, zh: $0.rawValue) })
        case .county: .known(Known.county.rawValue)
        }
      return shape.map { ValueShape.Behind(key.rawValue, $0) }
    })

  private static func known(_ command: CommandDefinition, _ name: String) -> Known? {
    switch name {
    case "HOUSEHOLD", "INTO", "WHAT", "household": .household
    case "STAFF", "FROM", "TO", "staff": .staff
    case "NO" where command.path.first == "staff": .staff
    case "NO" where command.path.first == "project", "PROJECT", "project": .project
    case "BATCH", "batch": .batch
    case "county", "office": .county
    default: nil
    }
  }

  private static func words<Value: CodedValue>(
    _: Value.Type, and more: [Bilingual] = []
  ) -> ValueShape {
    .words(Value.allCases.map { Bilingual($0.name, zh: $0.chinese) } + more)
  }
}
