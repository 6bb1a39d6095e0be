import Domain
import Register

extension RegisterWords {
  /// Why a month is not closed, and which would be; why a closed one is not printed.
  func closing(_ fault: RegisterFault) -> Problem {
    switch fault {
    case .alreadyClosed(let month, let entry):
      Problem(
        "already_closed",
        say(
          "\(month) is closed already, by entry \(entry); a closed month is not opened again, what comes later shows as restated",
          "\(month) 已由第 \(entry) 号录入单月结；月结后不再打开，其后的变动显示为重述"))
    case .closeOutOfOrder(let month, let next) where next < month:
      Problem(
        "close_order",
        say(
          "months are closed in order: \(next) is next, before \(month)",
          "须按月依次月结：先月结 \(next)，再月结 \(month)"))
    case .closeOutOfOrder(let month, let next):
      Problem(
        "close_order",
        say(
          "\(month) lies before the first month that is closed; \(next) is next",
          "\(month) 早于登记库首月；应先月结 \(next)"))
    case .monthNotOver(let month, let today):
      Problem(
        "month_not_over",
        say(
          "\(month) is not over on \(today); close it after \(month.lastDay)",
          "\(today) 时 \(month) 尚未结束；请在 \(month.lastDay) 之后月结"))
    case .newerForm(let month, let found, let known):
      Problem(
        "newer_form",
        say(
          "\(month) was closed by a later sixpoint (form \(found) of its pages, this one knows \(known)); install that version",
          "\(month) 由更新版本的 sixpoint 月结（月报格式 \(found)，本程序为 \(known)）；请安装新版本"),
        status: .failure)
    default: Problem("refused", say("the register refused it", "登记库拒绝了该操作"))
    }
  }
}
