/// The words for the codes of one coded value, such as the classes of a household.
package struct Vocabulary: Sendable {
  private let phrases: [String: Phrase]

  package init(_ phrases: [String: Phrase]) {
    self.phrases = phrases
  }

  /// The word for a code; a code the vocabulary lacks stands for itself, as finer relations do.
  package func word(for code: String, in language: ReportLanguage) -> String {
    phrases[code]?[language] ?? code
  }
}

extension Vocabulary {
  package static let classes = Vocabulary([
    "poor": Phrase("poor", "扶贫户"),
    "poor_dibao": Phrase("poor, with allowance", "扶贫低保户"),
    "dibao": Phrase("allowance", "低保户"),
    "wubao": Phrase("five guarantees", "五保户"),
    "none": Phrase("no class", "未定户属性"),
  ])

  package static let points = Vocabulary([
    "plan": Phrase("plan", "减贫规划到户"),
    "project": Phrase("project", "项目规划到户"),
    "fund": Phrase("fund", "资金安排到户"),
    "support": Phrase("support", "扶持责任到人"),
    "implementation": Phrase("implementation", "项目实施责任到人"),
    "contact": Phrase("contact", "联系责任到人"),
  ])

  package static let relations = Vocabulary([
    "head": Phrase("head", "户主"),
    "spouse": Phrase("spouse", "配偶"),
    "child": Phrase("child", "子女"),
    "child_in_law": Phrase("child-in-law", "儿媳或女婿"),
    "grandchild": Phrase("grandchild", "孙辈"),
    "parent": Phrase("parent", "父母"),
    "parent_in_law": Phrase("parent-in-law", "配偶父母"),
    "grandparent": Phrase("grandparent", "祖辈"),
    "sibling": Phrase("sibling", "兄弟姐妹"),
    "other": Phrase("other", "其他"),
  ])

  package static let sexes = Vocabulary([
    "male": Phrase("male", "男"),
    "female": Phrase("female", "女"),
  ])

  package static let projectKinds = Vocabulary([
    "planting": Phrase("planting", "种植"),
    "breeding": Phrase("breeding", "养殖"),
    "processing": Phrase("processing", "加工"),
    "training": Phrase("training", "培训"),
    "road": Phrase("road", "道路"),
    "water": Phrase("water", "饮水"),
    "housing": Phrase("housing", "住房"),
    "relocation": Phrase("relocation", "搬迁"),
    "other": Phrase("other", "其他"),
  ])

  package static let projectStates = Vocabulary([
    "proposed": Phrase("proposed", "已申报"),
    "reviewed": Phrase("reviewed", "已评审"),
    "approved": Phrase("approved", "已批复"),
    "started": Phrase("started", "已开工"),
    "accepted": Phrase("accepted", "已验收"),
    "closed": Phrase("closed", "已结项"),
    "rejected": Phrase("rejected", "未通过"),
    "cancelled": Phrase("cancelled", "已取消"),
  ])

  package static let progressKinds = Vocabulary([
    "visit": Phrase("visit", "走访"),
    "delivery": Phrase("delivery", "发放"),
    "training": Phrase("training", "培训"),
    "construction": Phrase("construction", "建设"),
    "sale": Phrase("sale", "销售"),
    "finding": Phrase("finding", "发现问题"),
    "other": Phrase("other", "其他"),
  ])
}
