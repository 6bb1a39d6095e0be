// The Chinese of the coded values, and the codes of class.

package enum RefValues {
  package static func value(_ cell: String, from table: [String: [String]]) -> String? {
    let asked = RefText.code(cell)
    for (code, synonyms) in table where code == asked.lowercased() || synonyms.contains(asked) {
      return code
    }
    return nil
  }

  package static let classes = [
    "poor": ["扶贫户", "一般贫困户", "1"],
    "dibao": ["低保户", "2"],
    "poor_dibao": ["扶贫低保户", "低保贫困户", "3"],
    "wubao": ["五保户", "4"],
  ]

  package static let roles = [
    "support": ["扶持", "扶持责任", "扶持责任人", "扶持责任到人"],
    "implementation": ["实施", "项目实施", "实施责任", "项目实施责任", "项目实施责任人", "项目实施责任到人"],
    "contact": ["联系", "联系责任", "联系责任人", "联系责任到人", "联系人"],
  ]

  package static let sources = [
    "central": ["中央", "中央财政", "中央资金"],
    "provincial": ["省", "省级", "省级财政", "省财政"],
    "prefecture": ["市", "州", "市州", "市级", "州级", "市州级", "市（州）级", "市(州)级", "市州财政"],
    "county": ["县", "县级", "县级财政", "县财政"],
    "lottery": ["彩票", "彩票公益金", "福彩"],
    "society": ["社会", "社会捐助", "社会帮扶", "社会资金"],
    "loan": ["贷款", "信贷", "信贷资金"],
    "self": ["自筹", "群众自筹", "自筹资金"],
    "foreign": ["外资", "外资扶贫"],
  ]

  package static let funds = [
    "convergence": ["两项制度衔接", "两项制度", "衔接"],
    "rain_plan": ["雨露计划"],
    "contiguous": ["连片开发"],
  ]

  package static let events = [
    "move": ["迁移", "迁居", "搬迁", "迁移户", "移居"],
    "reclass": ["属性变更", "户属性变更", "变更属性", "改类", "类别变更"],
    "head": ["户主变更", "变更户主", "更换户主"],
    "split": ["分户"],
    "merge": ["并户", "合户"],
    "end": ["销户", "终止", "注销", "退出", "消亡"],
  ]

  package static let grades = [
    "qualified": ["合格"],
    "high_quality": ["优良", "优质", "优秀"],
    "unqualified": ["不合格"],
  ]
}
