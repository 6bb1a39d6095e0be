/// The numbered lists that the yearly registers of poor households print beside their columns
/// (建档立卡, 贫困户登记表), as the counties' sheets of 2009–2014 carry them. The labels are the lists'
/// own; synonyms are spellings met in sheets.
extension CodeList {
  /// All lists, in the order in which they are shown to people.
  package static let all: [CodeList] = [
    .householdCategory, .householdCategory2014, .cause, .cause2014, .education, .school, .health,
    .labour, .work, .supportProjectType,
  ]

  /// Class of a household, register list of 2009–2013.
  package static let householdCategory = CodeList(
    "household_category_2009_2013",
    [
      (1, "扶贫户"),
      (2, "低保户"),
      (3, "扶贫低保户"),
      (4, "五保户"),
    ])

  /// Class of a household, register list of 2014.
  package static let householdCategory2014 = CodeList(
    "household_category_2014",
    [
      (1, "一般贫困户"),
      (2, "低保户"),
      (3, "五保户"),
      (4, "低保贫困户"),
    ])

  /// Cause of poverty, register lists before 2014.
  package static let cause = CodeList(
    "cause_pre2014",
    [
      (1, "因灾"),
      (2, "因病"),
      (3, "因残"),
      (4, "因学"),
      (5, "缺技术"),
      (6, "缺劳动力"),
      (7, "缺资金"),
      (8, "其它"),
    ],
    synonyms: [
      ("其他", 8), ("灾害", 1), ("疾病", 2), ("残疾", 3), ("上学", 4), ("就学", 4), ("缺劳力", 6), ("无劳力", 6),
      ("无劳动力", 6), ("缺劳动", 6), ("无技术", 5), ("无资金", 7), ("因灾致贫", 1), ("因病致贫", 2), ("因残致贫", 3),
      ("因学致贫", 4),
    ])

  /// Cause of poverty, register list of 2014.
  package static let cause2014 = CodeList(
    "cause_2014",
    [
      (1, "因病"),
      (2, "因残"),
      (3, "因学"),
      (4, "因灾"),
      (5, "缺土地"),
      (6, "缺水"),
      (7, "缺技术"),
      (8, "缺劳力"),
      (9, "缺资金"),
      (10, "交通条件落后"),
      (11, "自身发展动力不足"),
      (12, "其它"),
    ],
    synonyms: [("其他", 12), ("缺劳动力", 8), ("交通落后", 10), ("动力不足", 11)])

  /// Schooling finished, register list.
  package static let education = CodeList(
    "education_jdlk",
    [
      (1, "文盲或半文盲"),
      (2, "小学"),
      (3, "初中"),
      (4, "高中"),
      (5, "大专及以上"),
      (6, "学龄前儿童"),
    ],
    synonyms: [
      ("文盲", 1), ("半文盲", 1), ("文盲半文盲", 1), ("文盲/半文盲", 1), ("中学", 3), ("初级中学", 3), ("高级中学", 4),
      ("中专", 4), ("高中及中专", 4), ("高中/中专", 4), ("大专", 5), ("大专以上", 5), ("本科", 5), ("大学", 5),
      ("学龄前", 6),
    ])

  /// Schooling in progress, register list.
  package static let school = CodeList(
    "school_jdlk",
    [
      (1, "非在校生"),
      (2, "学前教育"),
      (3, "小学"),
      (4, "七年级"),
      (5, "八年级"),
      (6, "九年级"),
      (7, "高中一年级"),
      (8, "高中二年级"),
      (9, "高中三年级"),
      (10, "中职一年级"),
      (11, "中职二年级"),
      (12, "中职三年级"),
      (13, "高职一年级"),
      (14, "高职二年级"),
      (15, "高职三年级"),
      (16, "大专及以上"),
    ],
    synonyms: [
      ("不在校", 1), ("否", 1), ("初一", 4), ("初二", 5), ("初三", 6), ("高一", 7), ("高二", 8), ("高三", 9),
      ("幼儿园", 2),
    ])

  /// State of health, register list.
  package static let health = CodeList(
    "health_jdlk",
    [
      (1, "健康"),
      (2, "长期慢性病"),
      (3, "患有大病"),
      (4, "残疾"),
    ],
    synonyms: [
      ("良好", 1), ("健康良好", 1), ("慢性病", 2), ("长期慢性病患者", 2), ("大病", 3), ("患大病", 3), ("残疾人", 4),
    ])

  /// Ability to work, register list.
  package static let labour = CodeList(
    "labour_jdlk",
    [
      (1, "普通劳动力"),
      (2, "技能劳动力"),
      (3, "丧失劳动力"),
      (4, "无劳动力"),
    ],
    synonyms: [
      ("普通劳力", 1), ("有劳动力", 1), ("技能劳力", 2), ("丧失劳力", 3), ("丧失劳动能力", 3), ("无劳力", 4), ("无劳动能力", 4),
    ])

  /// Where somebody works away from home, register list.
  package static let work = CodeList(
    "work_jdlk",
    [
      (1, "乡（镇）内务工"),
      (2, "乡（镇）外县内务工"),
      (3, "县外省内务工"),
      (4, "省外务工"),
      (5, "其他"),
    ],
    synonyms: [
      ("乡内务工", 1), ("乡镇内务工", 1), ("县内务工", 2), ("乡外县内务工", 2), ("乡镇外县内务工", 2), ("省内务工", 3),
      ("县外省内", 3), ("省外", 4), ("其它", 5),
    ])

  /// What a support project is about, register list of 2014.
  package static let supportProjectType = CodeList(
    "support_project_type",
    [
      (1, "产业发展项目"),
      (2, "帮助就业项目"),
      (3, "小额扶贫贷款项目"),
      (4, "入股收益分红类项目"),
      (5, "帮助上学项目"),
      (6, "帮助就医项目"),
      (7, "帮助参保项目"),
      (8, "其它项目"),
    ],
    synonyms: [("其他项目", 8)])
}
