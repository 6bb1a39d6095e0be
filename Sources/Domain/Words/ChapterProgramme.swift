/// A programme of the year's chapter, in the chapter's own order.
package enum ChapterProgramme: String, Sendable, CaseIterable {
  case overview, investment
  case fundManagement = "fund_management"
  case policySupport = "policy_support"
  case planning
  case twoSystems = "two_systems"
  case entireVillage = "entire_village"
  case industrial
  case rainPlan = "rain_plan"
  case highColdMountain = "high_cold_mountain"
  case studentAid = "student_aid"
  case social, publicity, organization

  /// By its name, or by its Chinese word.
  package static func named(_ text: String) -> ChapterProgramme? {
    ChapterProgramme(rawValue: text) ?? allCases.first { $0.chinese == text }
  }

  package var english: String {
    switch self {
    case .overview: "Overview"
    case .investment: "Investment"
    case .fundManagement: "Fund management"
    case .policySupport: "Policy support"
    case .planning: "Planning"
    case .twoSystems: "Convergence of the two systems"
    case .entireVillage: "Entire-village advancement"
    case .industrial: "Industry"
    case .rainPlan: "Rain Plan"
    case .highColdMountain: "High and cold mountain areas"
    case .studentAid: "Student aid"
    case .social: "Social support"
    case .publicity: "Publicity"
    case .organization: "Organization"
    }
  }

  package var chinese: String {
    switch self {
    case .overview: "概况"
    case .investment: "资金投入"
    case .fundManagement: "资金管理"
    case .policySupport: "政策支持"
    case .planning: "规划编制"
    case .twoSystems: "两项制度衔接"
    case .entireVillage: "整村推进"
    case .industrial: "产业扶贫"
    case .rainPlan: "雨露计划"
    case .highColdMountain: "高寒山区扶贫"
    case .studentAid: "助学"
    case .social: "社会扶贫"
    case .publicity: "宣传信息"
    case .organization: "机关建设"
    }
  }
}
