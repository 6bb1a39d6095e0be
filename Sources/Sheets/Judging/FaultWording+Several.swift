import Domain
import Intake

// One sentence for several rows of one cause: how many there are, and which is the first.

extension FaultWording {
  /// What a notice says of so many rows; nil where it says the same as of one.
  func several(_ notice: Notice, _ count: Int) -> String? {
    language == .chinese ? chineseSeveral(notice, count) : englishSeveral(notice, count)
  }

  private func englishSeveral(_ notice: Notice, _ count: Int) -> String? {
    switch notice {
    case .staffLeft(let staff, let day, let household):
      "\(staff) left office on \(FaultWording.day(day)); \(count) responsibilities \(were) taken, the first for household \(household), correct the day or hand them over"
    case .projectOver(let project, let step, let day, let household):
      "project \(project) was \(step.name) on \(FaultWording.day(day)); \(count) links \(were) taken, the first of household \(household)\(step == .closed ? "" : ", and count for nothing"); correct the day or the project"
    case .beyondInstalments(let money, let rule, let allowed, let paid):
      "\(count) payments are more than the instalments allow, the first of \(rung(money)): \(englishBeyond(rule, allowed, paid)); they \(were) taken, are they right?"
    case .onPayList(let money, let list, _):
      "\(count) payments are of money on list \(FaultWording.shortened(list)), which the bank has not answered, and less is left for it now, the first of \(rung(money)); if the bank pays it too, its answer cannot be entered: ask the bank, or reverse these payments"
    case .doubledAccount(let own, let household, _):
      "\(count) payments of this list go to the account of household \(household), the first of household \(own); is it the right one?"
    case .sharedAccount(let own, let household):
      "\(count) payments go to accounts that the roster gives to members of household \(household), the first of household \(own); are they the right ones?"
    default: nil
    }
  }

  private func chineseSeveral(_ notice: Notice, _ count: Int) -> String? {
    switch notice {
    case .staffLeft(let staff, let day, let household):
      "责任人 \(staff) 已于 \(FaultWording.day(day)) 离任；\(count) 项责任\(done)录入，首项为户 \(household)，请核对日期或办理移交"
    case .projectOver(let project, let step, let day, let household):
      "项目 \(project) 已于 \(FaultWording.day(day)) \(step.chinese)；\(count) 户的参加\(done)录入，首户为 \(household)\(step == .closed ? "" : "，均不计入统计")，请核对日期或项目"
    case .beyondInstalments(let money, let rule, let allowed, let paid):
      "有 \(count) 笔超过分期可拨数额，首笔为\(rung(money))：\(chineseBeyond(rule, allowed, paid))；均\(done)录入，请核对"
    case .onPayList(let money, let list, _):
      "有 \(count) 笔款项在清单 \(FaultWording.shortened(list)) 上，银行尚未反馈，现余额已不足，首笔为\(rung(money))；银行若再拨付，其结果将无法录入，请与银行核对或冲销这些拨付"
    case .doubledAccount(let own, let household, _):
      "本清单有 \(count) 笔与户 \(household) 账号相同，首笔为户 \(own)，请核对"
    case .sharedAccount(let own, let household):
      "有 \(count) 笔的账号在花名册中属于户 \(household) 的成员，首笔为户 \(own)，请核对"
    default: nil
    }
  }

  /// What was paid of money with a row, and what its project's instalments allow by the row's day, in fen.
  func englishBeyond(_ rule: String, _ allowed: Int64, _ paid: Int64) -> String {
    "with it \(FaultWording.yuan(paid)) yuan are paid\(isOfPayLists ? " or on lists" : ""), and the instalments \(rule) allow \(FaultWording.yuan(allowed)) by this day"
  }

  func chineseBeyond(_ rule: String, _ allowed: Int64, _ paid: Int64) -> String {
    "连同本笔已拨付\(isOfPayLists ? "和列入清单" : "") \(FaultWording.yuan(paid)) 元，按分期 \(rule) 至该日可拨 \(FaultWording.yuan(allowed)) 元"
  }
}
