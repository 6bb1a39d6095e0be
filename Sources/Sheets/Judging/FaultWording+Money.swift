import Domain
import Intake

// Words for what is wrong with money: a rung that is overdrawn, a row of a pay list.

extension FaultWording {
  func englishOverdrawn(_ rung: RungName, _ day: Int32, holds: Int64, asked: Int64) -> String {
    "\(englishRung(rung)) holds \(FaultWording.yuan(holds)) yuan on \(FaultWording.day(day)); \(FaultWording.yuan(asked)) asked"
  }

  func chineseOverdrawn(_ rung: RungName, _ day: Int32, holds: Int64, asked: Int64) -> String {
    "\(chineseRung(rung)) 在 \(FaultWording.day(day)) 有 \(FaultWording.yuan(holds)) 元；要求 \(FaultWording.yuan(asked)) 元"
  }

  /// A rung as people know it.
  package func rung(_ rung: RungName) -> String {
    language == .chinese ? chineseRung(rung) : englishRung(rung)
  }

  /// `XJ2011-1 of Fenghuang County`, `XJ2011-1 of household H1, project P1`.
  private func englishRung(_ rung: RungName) -> String {
    let batch = FaultWording.number(rung.batch) + (rung.source.map { " (\($0))" } ?? "")
    let owner =
      rung.county?.english ?? rung.payee.map { "payee \(FaultWording.payee($0))" }
      ?? rung.household.map { "household \(FaultWording.number($0))" }
    let project = rung.project.map { "project \(FaultWording.number($0))" }
    let of = [owner, project].compactMap(\.self).joined(separator: ", ")
    return batch + (of.isEmpty ? "" : (rung.isPaid ? " paid to " : " of ") + of)
  }

  private func chineseRung(_ rung: RungName) -> String {
    let source = rung.source.flatMap { key in FundSource.allCases.first { $0.name == key } }
    let batch =
      "批次 " + FaultWording.number(rung.batch) + (source.map { "（\($0.chinese)）" } ?? "")
    let owner =
      rung.county?.chinese ?? rung.payee.map { "收款人 \(FaultWording.payee($0)) " }
      ?? rung.household.map { "户 \(FaultWording.number($0)) " }
    let project = rung.project.map { "项目 \(FaultWording.number($0)) " }
    let of = [project, owner].compactMap(\.self).joined()
    return of + (rung.isPaid ? "已拨付的" : "") + batch
  }

  /// A number that names something, as people may see it: a rung is told in receipts too, not only in faults.
  private static func number(_ text: String) -> String {
    PersonalNumbers.masked(shortened(text), in: .numbers)
  }

  private static func payee(_ name: String) -> String { PersonalNumbers.masked(shortened(name)) }

  func englishStanding(_ money: StandingMoney, of project: String) -> String {
    let moved =
      "\(money.isPayment ? "payment" : "movement") \(FaultWording.shortened(money.number))"
    let words = "\(moved) of \(FaultWording.day(money.on)) goes to project \(project)"
    let taking =
      "take it back first with “sixpoint withdraw \(money.sheet) \(money.number) --reason …”"
    return money.isCancelled
      ? "\(words), and nothing does from its cancellation on; cancel it on a later day, or \(taking)"
      : "\(words), and nothing does before its approval; approve it on or before that day, or \(taking)"
  }

  func chineseStanding(_ money: StandingMoney, of project: String) -> String {
    let moved = "\(money.isPayment ? "拨付凭证" : "资金移动") \(FaultWording.shortened(money.number))"
    let words = "\(moved)（\(FaultWording.day(money.on))）拨给项目 \(project)"
    let taking = "先用 sixpoint withdraw \(money.sheet) \(money.number) --reason … 撤回该笔"
    return money.isCancelled
      ? "\(words)，而自取消之日起不得再拨款；请改在该日之后取消，或\(taking)"
      : "\(words)，而批复之前不得拨款；请将批复日期改为不晚于该日，或\(taking)"
  }

  func englishPayList(_ fault: PayListFault) -> String {
    switch fault {
    case .notOnList(let list):
      "is not on list \(FaultWording.shortened(list)); correct the list or the household"
    case .otherAmount(let fen):
      "the list asks for \(FaultWording.yuan(fen)) yuan; correct the amount, or ask the bank"
    case .otherAccount: "is not the account on the list; correct it, or ask the bank"
    case .answered(let entry):
      "the bank's answer to this row stands in entry \(entry) with other values; withdraw that row first"
    case .answeredTwice(let line):
      "a second answer to the row of line \(line); the list has one, keep one of the two"
    case .paidAlready(let list):
      "list \(FaultWording.shortened(list)) was paid for this household; a list repeats only what failed"
    case .otherDay(let line):
      "differs from line \(line) of the same list; a list is drawn on one day"
    case .ownList: "is the row's own list; name the one whose failed row is repeated"
    case .listed(let list, let fen):
      "the money stands on list \(FaultWording.shortened(list)) already, to which the bank has not answered; \(FaultWording.yuan(fen)) yuan are free"
    }
  }

  func chinesePayList(_ fault: PayListFault) -> String {
    switch fault {
    case .notOnList(let list):
      "不在清单 \(FaultWording.shortened(list)) 中；请核对清单号或户编号"
    case .otherAmount(let fen): "清单所列为 \(FaultWording.yuan(fen)) 元；请更正金额或与银行核对"
    case .otherAccount: "与清单所列账号不同；请更正或与银行核对"
    case .answered(let entry):
      "本行的发放结果已由第 \(entry) 号录入单录入且内容不同；请先撤回该行"
    case .answeredTwice(let line): "与第 \(line) 行重复为同一清单行的结果；请保留其一"
    case .paidAlready(let list):
      "清单 \(FaultWording.shortened(list)) 已为该户发放成功；只有失败的行可以补发"
    case .otherDay(let line): "与同一清单第 \(line) 行不同；一份清单只有一个生成日期"
    case .ownList: "是本行自己的清单；请填写原失败清单号"
    case .listed(let list, let fen):
      "该笔资金已列入清单 \(FaultWording.shortened(list))，银行尚未反馈；可用 \(FaultWording.yuan(fen)) 元"
    }
  }
}

extension StandingMoney {
  /// The sheet of its number.
  fileprivate var sheet: String { isPayment ? Sheet.payments.name : Sheet.allocations.name }
}
