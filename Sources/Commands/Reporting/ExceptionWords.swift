import Domain
import Register
import Reports

// Each kind of exception in words, and what to do about one.

extension RegisterException.Kind {
  var title: Phrase {
    switch self {
    case .conflict: Phrase("Claimed by two households", "两户争列的人")
    case .noID: Phrase("People without an ID", "无身份证号的人")
    case .verifiedID: Phrase("IDs with a wrong check digit", "校验码不符的证件")
    case .householdSize: Phrase("Household sizes that differ", "户人口数不符的户")
    case .unlinkedMoney:
      Phrase("Money outside the household's project", "未列入项目而到户的资金")
    case .approvedOverObjection:
      Phrase("Approved over an open objection", "公示异议未答复即批复的项目")
    case .moneyAtEnd:
      Phrase("Money left with households that ended", "已销户而资金未结清的户")
    case .listedWithoutClass:
      Phrase("On the dibao list without dibao class", "享受低保而户属性无低保的人")
    case .classWithoutListing:
      Phrase("Dibao class without anybody on the list", "户属性有低保而无人享受的户")
    case .listedOtherName:
      Phrase("Under another name on the dibao list", "低保名册姓名不符的人")
    case .aboveLine: Phrase("Income not below the line", "收入不低于标准的户")
    case .bankFailed: Phrase("Payments that the bank could not make", "银行未能拨付的款项")
    case .postedShort:
      Phrase(
        "Posted for fewer than \(PostingDays.least) days", "公示不足\(PostingDays.least)天的项目")
    }
  }

  var remedy: Phrase {
    switch self {
    case .conflict, .noID, .verifiedID, .householdSize, .listedOtherName: personRemedy
    case .unlinkedMoney, .moneyAtEnd, .bankFailed: moneyRemedy
    case .approvedOverObjection, .postedShort: projectRemedy
    case .listedWithoutClass, .classWithoutListing, .aboveLine: classRemedy
    }
  }

  /// Whether the note is the household's class.
  var notesClass: Bool {
    switch self {
    case .listedWithoutClass, .classWithoutListing, .aboveLine: true
    default: false
    }
  }

  private var personRemedy: Phrase {
    switch self {
    case .conflict:
      Phrase(
        "Find out in which household the person lives, and let him leave the other.",
        "查明此人属于哪一户，并在另一户登记离开。")
    case .noID:
      Phrase(
        "Ask for the identity card or the household register, and send the ID.",
        "核对身份证或户口簿，补报身份证号。")
    case .verifiedID:
      Phrase(
        "Compare with the card; if the number was miscopied, correct it.",
        "与证件核对；如属抄写错误，予以更正。")
    case .householdSize:
      Phrase(
        "Count the household again; correct household_size, or add or end members.",
        "重新核实人口；更正户人口数，或增减成员。")
    default:
      Phrase(
        "Compare with the card; correct the name here, or ask civil affairs to.",
        "与证件核对；更正本库姓名，或请民政部门更正名册。")
    }
  }

  private var moneyRemedy: Phrase {
    switch self {
    case .unlinkedMoney:
      Phrase(
        "Link the household to the project from the money's day, or return or reverse the money.",
        "自资金到户之日起将该户列入项目，或退回、冲销资金。")
    case .moneyAtEnd:
      Phrase(
        "Pay what is due to the household, or return the rest to the project.",
        "应付的予以付清，余款退回项目。")
    default:
      Phrase(
        "Mend the account, and draw a later list that names this one; or pay the money, or return it.",
        "更正账号，另出拨付清单并注明本清单编号；或直接拨付、退回。")
    }
  }

  private var projectRemedy: Phrase {
    switch self {
    case .approvedOverObjection:
      Phrase(
        "Answer the objection; withdraw the approval, or show by the answer's day that it came first.",
        "答复异议；撤回批复，或以答复日期证明答复在先。")
    default:
      Phrase(
        "Post the project again for the whole time, or correct the days if they were miswritten.",
        "重新公示满规定天数；日期如有误写，予以更正。")
    }
  }

  private var classRemedy: Phrase {
    switch self {
    case .listedWithoutClass:
      Phrase(
        "Ask civil affairs since when; reclassify the household, or have the person struck off.",
        "向民政部门核实起止日期；调整户属性，或请其注销。")
    case .classWithoutListing:
      Phrase(
        "Ask civil affairs; reclassify the household, or have its people listed.",
        "向民政部门核实；调整户属性，或请其补列人员。")
    default:
      Phrase(
        "Check the income; correct it, or reclassify the household or let it leave.",
        "核实收入；予以更正，或调整户属性、退出。")
    }
  }
}
