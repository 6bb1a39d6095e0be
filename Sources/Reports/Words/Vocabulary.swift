import Domain

/// The words for the codes of one coded value, such as the classes of a household. The codes and
/// the Chinese words are Domain's.
package struct Vocabulary: Sendable {
  private let phrases: [String: Phrase]

  package init(_ phrases: [String: Phrase]) {
    self.phrases = phrases
  }

  /// The words of a coded value; in English its name with spaces where `english` has nothing else.
  init<Value: CodedValue>(of type: Value.Type, english: [String: String] = [:]) {
    phrases = Dictionary(
      Value.allCases.map { value in
        (value.name, Phrase(english[value.name] ?? Self.plainEnglish(value.name), value.chinese))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// A name for programs as people read it: `child in law`.
  private static func plainEnglish(_ name: String) -> String {
    String(name.map { $0 == "_" ? " " : $0 })
  }

  /// As this one, with more or other words.
  func with(_ more: [String: Phrase]) -> Vocabulary {
    Vocabulary(phrases.merging(more) { _, other in other })
  }

  /// The word for a code; a code that the vocabulary lacks is written as it is, as finer relations do.
  package func word(for code: String, in language: ReportLanguage) -> String {
    phrases[code]?[language] ?? code
  }
}

extension Vocabulary {
  /// With `none`, under which reports put households without a class.
  package static let classes = Vocabulary(
    of: HouseholdClass.self,
    english: [
      "poor_dibao": "poor + allowance", "dibao": "allowance", "wubao": "five guarantees",
    ]
  ).with(["none": Phrase("no class", "未定户属性")])

  /// With `none`, under which reports put what lies in no area.
  package static let areas = Vocabulary(
    of: Area.self, english: ["wuling": "Wuling Mountains", "luoxiao": "Luoxiao Mountains"]
  ).with(["none": Phrase("no area", "片区外")])

  package static let points = Vocabulary(of: Point.self)

  /// The same, for a list of several in one cell.
  package static let shortPoints = Vocabulary([
    Point.plan.name: Phrase("plan", "规划"),
    Point.project.name: Phrase("project", "项目"),
    Point.fund.name: Phrase("fund", "资金"),
    Point.support.name: Phrase("support", "扶持"),
    Point.implementation.name: Phrase("implem.", "实施"),
    Point.contact.name: Phrase("contact", "联系"),
  ])

  /// By `Relation.written`. A finer relation has no English word: its base relation is used.
  package static let relations = Vocabulary(
    Dictionary(
      (1...299).compactMap { Relation(code: $0) }.map { relation in
        (relation.written, Phrase(plainEnglish(relation.name), relation.chinese))
      }, uniquingKeysWith: { first, _ in first }))

  package static let roles = Vocabulary(of: Role.self)
  package static let sexes = Vocabulary(of: Sex.self)
  package static let sources = Vocabulary(of: FundSource.self, english: ["self": "self-raised"])
  package static let projectKinds = Vocabulary(of: ProjectKind.self)
  package static let projectStates = Vocabulary(of: ProjectStep.self)
  package static let events = Vocabulary(of: HouseholdEventKind.self)
  package static let verdicts = Vocabulary(of: Verdict.self)
  package static let grades = Vocabulary(of: Grade.self)
  package static let progressKinds = Vocabulary(of: ProgressKind.self)

  /// The units that have a key; any other is read as it was written.
  package static let units = Vocabulary(of: MeasureUnit.self)

  /// The funds that have a key of their own; any other is known by its name.
  package static let funds = Vocabulary([
    Fund.convergence.name: Phrase("convergence", Fund.convergence.chinese),
    Fund.rainPlan.name: Phrase("Rain Plan", Fund.rainPlan.chinese),
    Fund.contiguous.name: Phrase("contiguous areas", Fund.contiguous.chinese),
  ])
}
